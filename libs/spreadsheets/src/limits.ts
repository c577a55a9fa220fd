/**
 * What a table may hold. Offices' files stay far below; a broken or hostile file meets these
 * before it meets the end of the memory. Characters are UTF-16 code units, as `length` counts them.
 */
export const limits = {
  /** Characters of one cell. Excel itself allows 32,767. */
  cell: 100_000,
  /** Characters of one record, its quotes and delimiters included. */
  record: 1024 * 1024,
  columns: 1_000,
  /** Rows of a worksheet: Excel's own bound. */
  sheetRows: 1_048_576,
  /** Parts of a workbook's archive. A workbook of 200 sheets with pictures has about 1,000. */
  zipEntries: 4_096,
  /** Bytes of the archive's directory: 4,096 entries of 512. */
  zipDirectory: 2 * 1024 * 1024,
  /** Bytes of everything in the archive once inflated. */
  zipInflated: 1024 * 1024 * 1024,
  /**
   * How many times larger than its packed form a part may become, once it is larger than 16 MiB. Deflate reaches
   * about 1,030 on zeros; a sheet of a million equal rows, 11 (measured: the references of its cells differ).
   */
  zipRatio: 250,
  zipRatioFrom: 16 * 1024 * 1024,
  /** Bytes of the parts that are kept in memory as a whole: texts shared between cells, styles, the list of sheets. */
  sharedTexts: 128 * 1024 * 1024,
  sharedTextCount: 4 * 1024 * 1024,
  styles: 32 * 1024 * 1024,
  workbook: 4 * 1024 * 1024,
  /** What `readWorkbook` takes unless it is told otherwise: bytes of the file, rows and cells of all sheets together. */
  wholeBytes: 5 * 1024 * 1024,
  wholeRows: 50_000,
  wholeCells: 1_000_000,
  /** Bytes of everything in its archive once inflated. A million cells were 44 MiB (measured). */
  wholeInflated: 128 * 1024 * 1024,
  /** Characters of one piece of XML: a tag, or a text between two tags. */
  xmlPiece: 1024 * 1024,
} as const;
