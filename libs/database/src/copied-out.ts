import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/**
 * What `copy (query) to stdout` gives, in pieces as they come, within the transaction of `db`; nothing else can be asked of it
 * until the last one. Parameters there are none: whoever writes the query sees to it that nothing foreign is in it.
 * @param format `binary`: the database's own; `text`: a line a row, its columns divided by tabs
 */
export async function* copiedOut(
  { queryRunner }: EntityManager,
  query: string,
  format: 'binary' | 'text',
): AsyncGenerator<Buffer> {
  if (!queryRunner) throw new Error('Rows are copied out within a transaction');
  const client = (await queryRunner.connect()) as Client & { readonly connection: { end(): void } };
  let isOver = false;
  try {
    for await (const piece of client.query(copyTo(`copy (${query}) to stdout (format ${format})`)))
      yield piece as Buffer;
    isOver = true;
  } finally {
    // Who stops listening in the middle leaves a connection that is still told rows: nobody can use it any more.
    if (!isOver) client.connection.end();
  }
}
