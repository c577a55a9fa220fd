import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { cycleOf, type Cycle } from '#cycles';
import { Database } from '#database';
import { readRegister, type RegisterRow } from '#network';
import { csvLine, withoutGuard, writeWorkbook } from '#spreadsheets';
import { Wishes, type WishRow } from './assignment-wishes.js';
import { visitColumns, visitRow } from './assignment-table.js';
import { listVisits, type VisitLine } from './office-list.queries.js';

/** How many rows a workbook may have: it is made whole in memory; a CSV has no such bound. */
const mostInWorkbook = 20_000;
const pageLength = 1_000;
const longestReason = 4_000;

/** What reading a table of assignments did. */
export interface AssignmentsReceipt {
  readonly rows: number;
  readonly assigned: number;
  /** Rows without a shopper, and those whose visit that shopper has already. */
  readonly unchanged: number;
}

/** The visits of a cycle as a table to fill, and the table read back. */
@Injectable()
export class AssignmentFiles {
  constructor(private readonly database: Database) {}

  /**
   * Writes all visits of a cycle: a workbook when the name ends in .xlsx, else a CSV. Refuses with `cycle.unknown`, and
   * `import.fileTooLarge` a workbook of more than 20,000 rows. @returns how many rows
   */
  write(cycleKey: string, file: string): Promise<number> {
    return this.database.read(async (db) => {
      const cycle = await cycleOf(db, cycleKey);
      return file.toLowerCase().endsWith('.xlsx') ? writeXlsx(db, cycle, file) : writeCsv(db, cycle, file);
    });
  }

  /**
   * Assigns by the column `shopper` of such a table, with a reason for the exception in `exception` where rules are to be
   * broken; all rows or none. Faults stand at their lines: unknown visits and shoppers, visits that somebody else has, and broken
   * rules, the rows above counted in.
   */
  async read(actor: Actor, cycleKey: string, file: string): Promise<AssignmentsReceipt> {
    const rows = await readRegister(file, ['id', 'shopper'], 'id', wishIn);
    const wishes = rows.filter(({ shopper }) => shopper !== null);
    return this.database.transaction(async (db) => {
      const assigned = await new Wishes(db, actor, await cycleOf(db, cycleKey)).fulfil(wishes);
      return { rows: rows.length, assigned, unchanged: rows.length - assigned };
    });
  }
}

function wishIn(row: RegisterRow): WishRow {
  const id = row.text('id')?.toLowerCase() ?? null;
  if (id === null) row.fault('id', 'missing');
  else if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) row.fault('id', 'unknown');
  const exception = unguarded(row.text('exception'));
  if (exception !== null && exception.length > longestReason) row.fault('exception', 'tooLong', { max: longestReason });
  return { line: row.line, id: id ?? '', shopper: unguarded(row.text('shopper')), exception };
}

function unguarded(cell: string | null): string | null {
  return cell === null ? null : withoutGuard(cell);
}

async function writeXlsx(db: EntityManager, cycle: Cycle, file: string): Promise<number> {
  const rows: (readonly string[])[] = [visitColumns];
  for await (const page of pagesOf(db, cycle)) {
    rows.push(...page.map(visitRow));
    if (rows.length > mostInWorkbook + 1) {
      throw new Problem('import.fileTooLarge', { params: { file, where: 'rows', max: mostInWorkbook } });
    }
  }
  await written(file, async () => writeFile(file, await writeWorkbook([{ name: 'visits', rows }])));
  return rows.length - 1;
}

function writeCsv(db: EntityManager, cycle: Cycle, file: string): Promise<number> {
  return written(file, async () => {
    const stream = createWriteStream(file);
    const done = finished(stream);
    done.catch(() => undefined); // told below
    stream.write(`\ufeff${csvLine(visitColumns)}`);
    let count = 0;
    for await (const page of pagesOf(db, cycle)) {
      count += page.length;
      if (!stream.write(page.map((line) => csvLine(visitRow(line))).join('')))
        await Promise.race([once(stream, 'drain'), done]);
    }
    stream.end();
    await done;
    return count;
  });
}

/** What cannot be written is told as such; a refusal on the way stays what it is. */
async function written<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    const { syscall, message = '' } = cause as { readonly syscall?: string; readonly message?: string };
    if (syscall === undefined) throw cause;
    throw new Problem('command.failed', { params: { reason: message } }, { cause });
  }
}

async function* pagesOf(db: EntityManager, cycle: Cycle): AsyncGenerator<readonly VisitLine[]> {
  for (let after: string | null = null; ;) {
    const page: readonly VisitLine[] = await listVisits(db, cycle.id, { after }, pageLength);
    yield page;
    if (page.length < pageLength) return;
    after = page.at(-1)?.id ?? null;
  }
}
