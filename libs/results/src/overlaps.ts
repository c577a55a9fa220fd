import type { EntityManager } from 'typeorm';
import type { FaultCollector } from '#spreadsheets';
import { crowdedRows, storedOverlaps } from './counts-import.queries.js';
import type { CountsMapping } from './counts-mapping.js';
import { dropStaged } from './staged-rows.js';

/**
 * Takes staged rows out that would count somebody twice, each with a fault: within the file, those whose days overlap
 * a row that begins before, or in the same day on an earlier line; then those that overlap stored ones of another length.
 * @returns how many
 */
export async function leaveOutOverlaps(
  db: EntityManager,
  mapping: CountsMapping,
  faults: FaultCollector,
): Promise<number> {
  const { period: where } = mapping;
  const twice: number[] = [];
  let kept = { series: '', endsOn: '', line: 0 };
  for await (const row of crowdedRows(db)) {
    if (row.series !== kept.series || row.startsOn > kept.endsOn) {
      kept = row;
      continue;
    }
    faults.add({ where, line: row.line, value: row.startsOn, reason: 'twice', params: { line: kept.line } });
    twice.push(row.line);
  }
  await dropStaged(db, 'staged_counts', twice);
  const contradicting: number[] = [];
  for await (const { line, period, stored } of storedOverlaps(db, {
    study: mapping.study,
    measure: mapping.item.code,
  })) {
    faults.add({ where, line, value: period, reason: 'contradicts', params: { stored } });
    contradicting.push(line);
  }
  await dropStaged(db, 'staged_counts', contradicting);
  return twice.length + contradicting.length;
}
