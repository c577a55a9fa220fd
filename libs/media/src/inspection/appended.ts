import { doubtful } from './refused.js';

/** Readers of PDF look for its header in the first kilobyte, whatever stands before it. */
const headerWithin = 1_024 + 5;
/** A ZIP archive ends with its directory, an end record of 22 bytes, and a comment of up to 64 KiB. */
const endWithin = 22 + 0xffff;

/** Refuses a file of another kind that is a PDF as well. @throws Problem `evidence.doubtful` */
export function refuseHiddenPdf(content: Buffer): void {
  if (content.subarray(0, headerWithin).includes('%PDF-')) throw doubtful('PDF header');
}

/** Refuses a file with a ZIP archive behind it, as GIFAR and its kin have. @throws Problem `evidence.doubtful` */
export function refuseAppended(content: Buffer): void {
  const tail = content.subarray(Math.max(0, content.length - endWithin));
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  // The end record alone can be chance; with a directory before it, it is an archive.
  if (at !== -1 && content.includes('PK\x01\x02', 0, 'latin1')) throw doubtful('ZIP');
}
