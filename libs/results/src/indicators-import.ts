import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Problem, type Fault } from '#contract';
import { ensureCycle, periodOf } from '#cycles';
import { Database, evidenceChanged } from '#database';
import { listServing, type ServingCentre } from '#network';
import { FaultCollector, numberFrom, openTable, textFrom, type Row, type SoundRow } from '#spreadsheets';
import type { AnswersReceipt } from './answers-import.js';
import { fingerprintOf } from './fingerprint.js';
import { insertImport, lockImports } from './import.queries.js';
import type { ImportRequest } from './import-request.js';
import { storeIndicators, type IndicatorRow } from './indicators-import.queries.js';

export interface IndicatorsImportRequest extends Pick<ImportRequest, 'file' | 'onFault'> {
  readonly cycle: string;
}

const columns = ['centre', 'indicator', 'value', 'source'] as const;
type Column = (typeof columns)[number];

/** As the goalposts of schemes. */
const largestValue = 1e12;

/** The most rows of a file: a register of indicators is read whole. */
const mostRows = 200_000;

/** Takes measured figures of centres, such as minutes waited: one row a centre and indicator, with where it comes from. */
@Injectable()
export class IndicatorsImport {
  constructor(private readonly database: Database) {}

  /** Imports a file whole or not at all; a value that differs from what is stored makes a new revision. */
  async run(request: IndicatorsImportRequest): Promise<AnswersReceipt> {
    const { file } = request;
    const period = periodOf(request.cycle);
    const table = await openTable(file);
    const absent = columns.filter((column) => !table.header.includes(column));
    if (absent.length > 0) {
      const params = { columns: absent.join(', '), found: table.header.slice(0, 100).join(', ') };
      throw new Problem('import.columnsMissing', { params });
    }
    return this.database.transaction(async (db) => {
      await lockImports(db);
      const cycle = await ensureCycle(db, period);
      const centres = new Map((await listServing(db, period)).map((centre) => [centre.code, centre]));
      const rows = await readRows(table.rows, centres, request);
      const sha256 = await fingerprintOf(file);
      const entry = { kind: 'indicators', fileName: basename(file), sha256, rows: rows.length } as const;
      const stored = await storeIndicators(db, cycle.id, await insertImport(db, entry), rows);
      await evidenceChanged(db);
      return { cycle: cycle.key, rows: rows.length, ...stored };
    });
  }
}

async function readRows(
  rows: AsyncIterable<Row>,
  centres: ReadonlyMap<string, ServingCentre>,
  { file, onFault }: IndicatorsImportRequest,
): Promise<IndicatorRow[]> {
  const faults = new FaultCollector(onFault);
  const seen = new Map<string, number>();
  const read: IndicatorRow[] = [];
  for await (const row of rows) {
    if (row.fault) {
      faults.add(row.fault);
      continue;
    }
    const one = rowOf(row, centres, faults);
    if (!one) continue;
    const key = `${one.centreId}\n${one.indicator}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) faults.add(faultAt(row, 'indicator', { reason: 'twice', params: { line: earlier } }));
    seen.set(key, row.line);
    read.push(one);
    if (read.length > mostRows) {
      throw new Problem('import.fileTooLarge', { params: { file, where: 'rows', max: mostRows } });
    }
  }
  if (faults.count > 0) {
    throw new Problem('import.rowsFaulty', { params: { count: faults.count }, faults: faults.kept });
  }
  if (read.length === 0) throw new Problem('import.empty', { params: { file } });
  return read;
}

function rowOf(
  row: SoundRow,
  centres: ReadonlyMap<string, ServingCentre>,
  faults: FaultCollector,
): IndicatorRow | null {
  const before = faults.count;
  const text = (column: Column): string => {
    const read = textFrom(row.text(column));
    if (read.kind !== 'text')
      faults.add(faultAt(row, column, { reason: read.kind === 'fault' ? read.reason : 'missing' }));
    return read.kind === 'text' ? read.value : '';
  };
  const [code, indicator, source] = [text('centre'), text('indicator'), text('source')];
  const centre = centres.get(code);
  if (code !== '' && !centre) faults.add(faultAt(row, 'centre', { reason: 'unknown' }));
  if (indicator !== '' && !/^[a-z][a-z0-9_]{0,63}$/.test(indicator)) {
    faults.add(faultAt(row, 'indicator', { reason: 'notAllowedCharacters', params: { expected: 'a–z 0–9 _' } }));
  }
  const value = numberFrom(row.text('value'));
  if (value.kind !== 'number') {
    faults.add(faultAt(row, 'value', { reason: value.kind === 'fault' ? value.reason : 'missing' }));
  }
  if (value.kind === 'number' && Math.abs(value.value) > largestValue) {
    faults.add(faultAt(row, 'value', { reason: 'outOfRange', params: { min: -largestValue, max: largestValue } }));
  }
  if (faults.count > before || !centre || value.kind !== 'number') return null;
  const { id: centreId, agencyId } = centre;
  return { line: row.line, centreId, agencyId, indicator, value: value.value, source: source.slice(0, 500) };
}

function faultAt(row: SoundRow, where: Column, { reason, params }: Pick<Fault, 'reason' | 'params'>): Fault {
  return { where, line: row.line, value: row.text(where).slice(0, 200), reason, ...(params ? { params } : {}) };
}
