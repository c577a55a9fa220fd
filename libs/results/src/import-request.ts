import type { Fault } from '#contract';

/** What both imports are asked. */
export interface ImportRequest {
  /** The path of a CSV or .xlsx file. */
  readonly file: string;
  /** The path of its mapping; beside the file, as NAME.mapping.json, unless said. */
  readonly mapping?: string;
  /** Imports the rows that can be read although others can not. */
  readonly skipFaults?: boolean;
  /** Hears each fault as it is found. */
  readonly onFault?: (fault: Fault) => void;
  /** Hears how many rows were read so far. */
  readonly onProgress?: (rows: number) => void;
}

/** What an import did. The same file a second time: everything unchanged. */
export interface ImportReceipt {
  readonly cycles: readonly string[];
  /** Rows read, without those that a rule of the mapping leaves out. */
  readonly rows: number;
  /** Rows that a rule of the mapping leaves out. */
  readonly leftOut: number;
  /** Rows passed over because of faults. */
  readonly faulty: number;
  readonly newAgencies: number;
  readonly added: number;
  /** Values that replace an earlier one; the earlier stays as an older revision. */
  readonly corrected: number;
  readonly unchanged: number;
}
