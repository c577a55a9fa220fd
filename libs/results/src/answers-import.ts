import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { ensureCycle, periodOf, type Period } from '#cycles';
import { Database, evidenceChanged } from '#database';
import { contentHash } from '#documents';
import { addTallies, emptyTally, tallyLayoutOf, tallyOfSheet } from '#instruments';
import { listServing } from '#network';
import { storedInstrument, type StoredInstrument } from '#schemes';
import { FaultCollector, openTable, type Table } from '#spreadsheets';
import {
  answersMoved,
  answersTwice,
  openAnswersStage,
  sheetsOfTouched,
  stageAnswers,
  storeAnswers,
  type AnswersPlace,
} from './answers-import.queries.js';
import { AnswersReader, headerFaults, type AnswersRow } from './answers-reader.js';
import { fingerprintOf } from './fingerprint.js';
import { insertImport, lockImports } from './import.queries.js';
import type { ImportRequest } from './import-request.js';
import { replaceTally } from './sheet-tallies.queries.js';

export interface AnswersImportRequest extends Pick<ImportRequest, 'file' | 'onFault' | 'onProgress'> {
  /** The key of the cycle the answers belong to. */
  readonly cycle: string;
  readonly instrument: string;
  readonly version: number;
}

/** What an import of answers did. The same file a second time: everything unchanged. */
export interface AnswersReceipt {
  readonly cycle: string;
  readonly rows: number;
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
}

const rowsAtOnce = 500;

/** Takes filled instruments that were collected elsewhere: one row each, checked like any other. */
@Injectable()
export class AnswersImport {
  constructor(private readonly database: Database) {}

  /** Imports a file whole or not at all; what differs from what is stored makes a new revision. */
  async run(request: AnswersImportRequest): Promise<AnswersReceipt> {
    const period = periodOf(request.cycle);
    const table = await openTable(request.file);
    return this.database.transaction(async (db) => {
      await lockImports(db);
      const instrument = await storedInstrument(db, request.instrument, request.version);
      const cycle = await ensureCycle(db, period);
      const place = { cycleId: cycle.id, instrumentId: instrument.id };
      await openAnswersStage(db);
      const rows = await stage(db, table, instrument, period, place, request);
      if (rows === 0) throw new Problem('import.empty', { params: { file: request.file } });
      const sha256 = await fingerprintOf(request.file);
      const importId = await insertImport(db, { kind: 'answers', fileName: basename(request.file), sha256, rows });
      const stored = await storeAnswers(db, place, importId);
      await foldTouched(db, place, instrument);
      await evidenceChanged(db);
      return { cycle: cycle.key, rows, ...stored };
    });
  }
}

/** Reads the table into the stage. @throws Problem `import.rowsFaulty` with all that cannot be read */
async function stage(
  db: EntityManager,
  table: Table,
  { compiled }: StoredInstrument,
  period: Period,
  place: AnswersPlace,
  request: AnswersImportRequest,
): Promise<number> {
  const faults = new FaultCollector(request.onFault);
  for (const fault of headerFaults(table.header, compiled)) faults.add(fault);
  if (faults.count > 0)
    throw new Problem('import.headerInvalid', { params: { file: request.file }, faults: faults.kept });
  const centres = new Map((await listServing(db, period)).map((centre) => [centre.code, centre]));
  const reader = new AnswersReader(compiled, table.header, centres, period, faults);
  let rows = 0;
  let batch: (AnswersRow & { hash: string })[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await stageAnswers(db, batch);
    batch = [];
    request.onProgress?.(rows);
  };
  for await (const row of table.rows) {
    rows += 1;
    const read = reader.read(row);
    if (read) batch.push({ ...read, hash: contentHash({ sheet: read.sheet, givenOn: read.givenOn }) });
    if (batch.length >= rowsAtOnce) await flush();
  }
  await flush();
  for await (const { line, first } of answersTwice(db))
    faults.add({ where: 'id', line, reason: 'twice', params: { line: first } });
  for await (const { line, centre } of answersMoved(db, place))
    faults.add({ where: 'centre', line, reason: 'contradicts', params: { stored: centre } });
  if (faults.count > 0) {
    throw new Problem('import.rowsFaulty', { params: { count: faults.count }, faults: faults.kept });
  }
  return rows;
}

/** Folds the tallies of every centre the stage names anew, from the sheets as they stand now. */
async function foldTouched(db: EntityManager, place: AnswersPlace, { compiled }: StoredInstrument): Promise<void> {
  const layout = tallyLayoutOf(compiled.instrument);
  let open = { agencyId: '', centreId: '', tally: emptyTally(layout) };
  const close = async (): Promise<void> => {
    const { agencyId, centreId, tally } = open;
    if (centreId !== '') await replaceTally(db, { ...place, agencyId, centreId }, tally);
  };
  for await (const { centre_id: centreId, agency_id: agencyId, sheet } of sheetsOfTouched(db, place)) {
    if (open.centreId !== centreId || open.agencyId !== agencyId) {
      await close();
      open = { agencyId, centreId, tally: emptyTally(layout) };
    }
    open.tally = addTallies(open.tally, tallyOfSheet(layout, compiled, sheet));
  }
  await close();
}
