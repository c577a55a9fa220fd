/** The first moment a ZIP can name (APPNOTE.TXT 4.4.6). */
export const earliestZipTime = new Date('1980-01-01T00:00:00Z');

const earliestDate = (1 << 5) | 1;
const endSize = 22;
const entrySize = 46;

/** The same archive, ours and without a comment, with all its parts dated to the first moment a ZIP can name. */
export function withoutTimes(archive: Buffer): Buffer {
  const dated = Buffer.from(archive);
  const end = dated.length - endSize;
  let at = dated.readUInt32LE(end + 16);
  while (at < end) {
    dateAt(dated, at + 12);
    dateAt(dated, dated.readUInt32LE(at + 42) + 10);
    at += entrySize + dated.readUInt16LE(at + 28) + dated.readUInt16LE(at + 30) + dated.readUInt16LE(at + 32);
  }
  return dated;
}

function dateAt(archive: Buffer, at: number): void {
  archive.writeUInt16LE(0, at);
  archive.writeUInt16LE(earliestDate, at + 2);
}
