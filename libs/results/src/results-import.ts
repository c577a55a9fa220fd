import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { ensureCycle, periodOf } from '#cycles';
import { Database, evidenceChanged } from '#database';
import type { StudyCode } from '#figures';
import { keepAgencies } from '#network';
import { FaultCollector, openTable, type Table } from '#spreadsheets';
import { requireColumns } from './cells.js';
import { fingerprintOf } from './fingerprint.js';
import { insertImport, keepMeasures, lockImports } from './import.queries.js';
import type { ImportReceipt, ImportRequest } from './import-request.js';
import { mappingBeside, readMapping } from './mapping.js';
import { listStagedAgencies, openStage, rowsTwice, stageResults, storeResults } from './results-import.queries.js';
import { ResultsMapping } from './results-mapping.js';
import { dropStaged } from './staged-rows.js';
import { foldFreshCycles } from './tallies.queries.js';
import { columnsOf, isLeftOut, measuresOf, readResultsRow, type ResultsRow } from './results-reader.js';

export interface ResultsImportRequest extends ImportRequest {
  /** The key of the cycle the results belong to: 2024, 2024-25, 2024-Q1, 2024-03. */
  readonly cycle: string;
  readonly study: StudyCode;
  /** The month in which a fiscal year begins, 1 to 12. */
  readonly fiscalStart?: number;
}

const rowsAtOnce = 1_000;

/** Takes results that another system published: one row an agency, one column a measure. */
@Injectable()
export class ResultsImport {
  constructor(private readonly database: Database) {}

  /** Imports a file whole or not at all; the same file twice changes nothing, a corrected one makes new revisions. */
  async run(request: ResultsImportRequest): Promise<ImportReceipt> {
    const period = periodOf(request.cycle, request.fiscalStart);
    const mapping = await readMapping(ResultsMapping, request.mapping ?? mappingBeside(request.file));
    const table = await openTable(request.file);
    requireColumns(table, columnsOf(mapping));
    return this.database.transaction(async (db) => {
      await lockImports(db);
      await openStage(db);
      const read = await stage(db, table, mapping, request);
      if (read.rows === 0) throw new Problem('import.empty', { params: { file: request.file } });
      const cycle = await ensureCycle(db, period);
      const measures = measuresOf(mapping);
      await keepMeasures(
        db,
        measures.map(({ code, name, polarity, definition, kind = 'measure' }) => ({
          study: request.study,
          code,
          nameEn: name.en,
          nameAr: name.ar,
          polarity,
          definition,
          kind,
          options: null,
        })),
      );
      const newAgencies = await keepAgencies(db, await listStagedAgencies(db));
      const sha256 = await fingerprintOf(request.file);
      const importId = await insertImport(db, {
        kind: 'results',
        fileName: basename(request.file),
        sha256,
        rows: read.rows,
      });
      const stored = await storeResults(db, { cycleId: cycle.id, study: request.study, importId });
      await foldFreshCycles(db);
      await evidenceChanged(db); // also when only a name was filled in
      return { cycles: [cycle.key], ...read, newAgencies, ...stored };
    });
  }
}

/** Reads the table into the stage. @throws Problem `import.rowsFaulty` unless all can be read or faults are to be skipped */
async function stage(db: EntityManager, table: Table, mapping: ResultsMapping, request: ResultsImportRequest) {
  const measures = measuresOf(mapping);
  const codes = measures.map((measure) => measure.code);
  const faults = new FaultCollector(request.onFault);
  let [rows, leftOut, faulty]: [number, number, number] = [0, 0, 0];
  let batch: ResultsRow[] = [];
  for await (const row of table.rows) {
    if (!row.fault && isLeftOut(row, mapping)) {
      leftOut += 1;
      continue;
    }
    const read = readResultsRow(row, mapping, measures, faults);
    if (read) batch.push(read);
    else faulty += 1;
    rows += 1;
    if (batch.length < rowsAtOnce) continue;
    await stageResults(db, batch, codes);
    batch = [];
    request.onProgress?.(rows);
  }
  if (batch.length > 0) await stageResults(db, batch, codes);
  request.onProgress?.(rows);
  faulty += await leaveOutTwice(db, mapping, faults);
  if (faults.count > 0 && !request.skipFaults) {
    throw new Problem('import.rowsFaulty', { params: { count: faults.count }, faults: faults.kept });
  }
  return { rows, leftOut, faulty };
}

/** Takes rows out that are about an agency of an earlier line, each with a fault. @returns how many */
async function leaveOutTwice(db: EntityManager, mapping: ResultsMapping, faults: FaultCollector): Promise<number> {
  const twice: number[] = [];
  for await (const { line, agency, first } of rowsTwice(db)) {
    faults.add({ where: mapping.agency.code, line, value: agency, reason: 'twice', params: { line: first } });
    twice.push(line);
  }
  await dropStaged(db, 'staged_results', twice);
  return twice.length;
}
