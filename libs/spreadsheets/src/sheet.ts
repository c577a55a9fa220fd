/** One worksheet of a workbook, as texts. */
export interface Sheet {
  /** As its tab shows it. */
  readonly name: string;
  /**
   * The rows at their own places: the first is Excel's row 1, and an empty row is an empty array, so that a row's
   * number is its index plus 1. Empty cells at a row's end and empty rows at the sheet's end are not there.
   */
  readonly rows: readonly (readonly string[])[];
}
