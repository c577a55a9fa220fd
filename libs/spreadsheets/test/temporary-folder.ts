import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row, Table } from '../src/index.js';

/** A folder for the files of one spec, removed after it. */
export function temporaryFolder(): { path(name: string): string; write(content: string | Uint8Array): string } {
  const folder = mkdtempSync(join(tmpdir(), 'nujoom-spreadsheets-'));
  let written = 0;
  afterAll(() => rmSync(folder, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write(content) {
      // Without an extension: what a file is, its content says.
      const file = path(`table-${(written += 1)}`);
      writeFileSync(file, content);
      return file;
    },
  };
}

export async function rowsIn(table: Table): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

/** Each row as its line and its cells, or its line and the reason of its fault. */
export async function shownRows(table: Table): Promise<unknown[][]> {
  return (await rowsIn(table)).map((row) => [row.line, ...(row.fault ? [row.fault.reason] : row.cells)]);
}
