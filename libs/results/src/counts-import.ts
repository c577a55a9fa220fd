import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { ensureCycle, type CycleKind, type Period } from '#cycles';
import { Database, evidenceChanged } from '#database';
import { keepAgencies, keepServices } from '#network';
import { FaultCollector, openTable, type Table } from '#spreadsheets';
import { listStagedServices, openCountsStage, stageCounts, storeCounts } from './counts-import.queries.js';
import { CountsMapping } from './counts-mapping.js';
import { countColumnsOf, readCountsRow, type CountsRow } from './counts-reader.js';
import { fingerprintOf } from './fingerprint.js';
import { insertImport, keepMeasures, lockImports } from './import.queries.js';
import type { ImportReceipt, ImportRequest } from './import-request.js';
import { mappingBeside, readMapping } from './mapping.js';
import { leaveOutOverlaps } from './overlaps.js';
import { requireColumns } from './cells.js';
import { foldStaged } from './tallies.queries.js';

export interface CountsImportRequest extends ImportRequest {
  /** The kind of cycle that the periods of the file are folded into. */
  readonly cycleBy: CycleKind;
  /** The month in which a fiscal year begins, 1 to 12. */
  readonly fiscalStart?: number;
}

const rowsAtOnce = 1_000;

/** Takes how many chose each answer, per period, service and channel: evidence that is folded into tallies at once. */
@Injectable()
export class CountsImport {
  constructor(private readonly database: Database) {}

  /** Imports a file whole or not at all; the same file twice changes nothing, a corrected one makes new revisions. */
  async run(request: CountsImportRequest): Promise<ImportReceipt> {
    const mapping = await readMapping(CountsMapping, request.mapping ?? mappingBeside(request.file));
    const table = await openTable(request.file);
    requireColumns(table, countColumnsOf(mapping));
    return this.database.transaction(async (db) => {
      await lockImports(db);
      await openCountsStage(db);
      const { periods, ...read } = await stage(db, table, mapping, request);
      if (read.rows === 0) throw new Problem('import.empty', { params: { file: request.file } });
      for (const period of periods) await ensureCycle(db, period);
      const newAgencies = await keepNetwork(db, mapping);
      const of = { study: mapping.study, measure: mapping.item.code };
      await keepMeasures(db, [measureOf(mapping)]);
      const sha256 = await fingerprintOf(request.file);
      const importId = await insertImport(db, {
        kind: 'counts',
        fileName: basename(request.file),
        sha256,
        rows: read.rows,
      });
      const stored = await storeCounts(db, { ...of, importId });
      await foldStaged(db, of);
      await evidenceChanged(db);
      return { cycles: periods.map((period) => period.key), ...read, newAgencies, ...stored };
    });
  }
}

function measureOf({ study, item }: CountsMapping) {
  const { code, name, definition, options } = item;
  return {
    study,
    code,
    nameEn: name.en,
    nameAr: name.ar,
    polarity: 'higher',
    definition,
    kind: 'headline',
    options: options.length,
  } as const;
}

async function keepNetwork(db: EntityManager, mapping: CountsMapping): Promise<number> {
  const services = await listStagedServices(db);
  const codes = [...new Set(services.map(({ agency }) => agency))];
  const added = await keepAgencies(
    db,
    codes.map((code) => ({ code, nameEn: null, nameAr: null, groupEn: null, groupAr: null })),
  );
  await keepServices(
    db,
    services.map(({ agency, service }) => {
      const name = mapping.services?.[service];
      return { agencyCode: agency, code: service, nameEn: name?.en ?? null, nameAr: name?.ar ?? null };
    }),
  );
  return added;
}

/** Reads the table into the stage. @throws Problem `import.rowsFaulty` unless all can be read or faults are to be skipped */
async function stage(db: EntityManager, table: Table, mapping: CountsMapping, request: CountsImportRequest) {
  const faults = new FaultCollector(request.onFault);
  const periods = new Map<string, Period>();
  const choice = { kind: request.cycleBy, ...(request.fiscalStart ? { fiscalStart: request.fiscalStart } : {}) };
  let [rows, faulty]: [number, number] = [0, 0];
  let batch: CountsRow[] = [];
  for await (const row of table.rows) {
    rows += 1;
    const read = readCountsRow(row, mapping, choice, faults);
    if (!read) {
      faulty += 1;
      continue;
    }
    periods.set(read.cycle.key, read.cycle);
    batch.push(read);
    if (batch.length < rowsAtOnce) continue;
    await stageCounts(db, batch);
    batch = [];
    request.onProgress?.(rows);
  }
  if (batch.length > 0) await stageCounts(db, batch);
  request.onProgress?.(rows);
  faulty += await leaveOutOverlaps(db, mapping, faults);
  if (faults.count > 0 && !request.skipFaults) {
    throw new Problem('import.rowsFaulty', { params: { count: faults.count }, faults: faults.kept });
  }
  return { rows, leftOut: 0, faulty, periods: [...periods.values()] };
}
