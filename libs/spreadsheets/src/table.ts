import { bytesAt, requireFile } from './bytes.js';
import { openCsv } from './csv/open-csv.js';
import { headerOf, type Header } from './header.js';
import { isBlank, type Delimiter, type Source } from './raw-row.js';
import { rowOf, type Row } from './row.js';
import { openXlsx } from './xlsx/open-xlsx.js';

/** A table an office sent. Its rows are read while they are asked for and are not kept. */
export interface Table {
  readonly kind: 'csv' | 'xlsx';
  /** What separates the cells of a CSV; null for a workbook. */
  readonly delimiter: Delimiter | null;
  /** The names of the columns, trimmed and composed (NFC); none when the file is empty. */
  readonly header: readonly string[];
  /** The rows below the header, without the empty ones. Each time they are iterated the file is read anew. */
  readonly rows: AsyncIterable<Row>;
}

/**
 * Opens a CSV (UTF-8; comma, semicolon or tab) or the first visible sheet of an .xlsx workbook. The content decides
 * which of the two it is, not the name. The header is the first row that is not empty.
 *
 * Here or while the rows are read it throws a `Problem` and nothing else: `import.fileUnreadable` for what is no
 * ordinary file or may not be read; `import.fileKind` for other content; `import.headerInvalid` for empty names, one
 * name twice or too many (a fault each); `import.quoteNotClosed` with the line of the quote; `import.fileTooLarge`
 * for a workbook larger than `limits`. A cell or row above its limit is a fault of its row alone.
 */
export async function openTable(file: string): Promise<Table> {
  await requireFile(file);
  const source = await ((await isZip(file)) ? openXlsx(file) : openCsv(file));
  const header = await findHeader(source, file);
  return {
    kind: source.kind,
    delimiter: source.delimiter,
    header: header?.names ?? [],
    rows: { [Symbol.asyncIterator]: () => rowsBelow(header, source) },
  };
}

async function isZip(file: string): Promise<boolean> {
  return (await bytesAt(file, 0, 4)).equals(Buffer.from('PK\x03\x04', 'latin1'));
}

async function findHeader(source: Source, file: string): Promise<Header | null> {
  for await (const batch of source.batches()) {
    const first = batch.find((row) => !isBlank(row));
    if (first) return headerOf(first, file);
  }
  return null;
}

async function* rowsBelow(header: Header | null, source: Source): AsyncGenerator<Row, void, undefined> {
  if (!header) return;
  for await (const batch of source.batches()) {
    for (const row of batch) {
      if (row.line > header.line && !isBlank(row)) yield rowOf(row, header, source.kind);
    }
  }
}
