import { bytesOf, textIn } from '../bytes.js';
import { limits } from '../limits.js';
import type { Delimiter, RawRow, Source } from '../raw-row.js';
import { CsvReader } from './csv-reader.js';
import { delimiterIn } from './delimiter.js';

/** A CSV as rows. Nothing stays open between two readings. */
export async function openCsv(file: string): Promise<Source> {
  const delimiter = await findDelimiter(file);
  return { kind: 'csv', delimiter, batches: () => rowsOf(file, delimiter) };
}

async function findDelimiter(file: string): Promise<Delimiter> {
  let start = '';
  for await (const text of textIn(bytesOf(file), file)) {
    start += text;
    const { delimiter, complete } = delimiterIn(start);
    if (complete || start.length > limits.record) return delimiter;
  }
  return delimiterIn(start).delimiter;
}

async function* rowsOf(file: string, delimiter: Delimiter): AsyncGenerator<RawRow[]> {
  const reader = new CsvReader(file, delimiter);
  for await (const text of textIn(bytesOf(file), file)) yield reader.read(text);
  yield reader.end();
}
