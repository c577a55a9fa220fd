import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** Letters in one piece of what is sent. */
const atOnce = 65_536;

/**
 * Stores rows by `copy … from stdin`, within the transaction of `db`; nothing else can be asked of it meanwhile. They are made as
 * fast as the database takes them.
 * @param table a table with its columns, as it stands in a query
 * @param rows each a list of texts, one a column; null for none
 */
export async function copiedIn(
  { queryRunner }: EntityManager,
  table: string,
  rows: Iterable<readonly (string | null)[]>,
): Promise<void> {
  if (!queryRunner) throw new Error('Rows are copied in within a transaction');
  const client = (await queryRunner.connect()) as Client;
  await pipeline(
    Readable.from(piecesOf(rows), { objectMode: false }),
    client.query(copyFrom(`copy ${table} from stdin`)),
  );
}

function* piecesOf(rows: Iterable<readonly (string | null)[]>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    piece += `${row.map(cellOf).join('\t')}\n`;
    if (piece.length < atOnce) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** As the text format of `copy` writes it. */
function cellOf(text: string | null): string {
  if (text === null) return '\\N';
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => escapes[one] ?? one) : text;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
