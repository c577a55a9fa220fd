import type { VisitLine } from './office-list.queries.js';

/** The columns of a table of visits; in reading only `id`, `shopper` and `exception` count. */
export const visitColumns = [
  'id',
  'centre',
  'agency',
  'wave',
  'scenario',
  'service',
  'due_from',
  'due_to',
  'weekday',
  'hours',
  'language',
  'gender',
  'pair',
  'state',
  'shopper',
  'exception',
] as const;

/** A visit as a row of these columns. */
export function visitRow(line: VisitLine): readonly string[] {
  return [
    line.id,
    line.centre,
    line.agency,
    line.wave,
    line.scenario,
    line.service ?? '',
    line.dueFrom,
    line.dueTo,
    line.weekday,
    `${line.hourFrom}-${line.hourTo}`,
    line.language,
    line.gender,
    line.pair ?? '',
    line.state,
    line.shopper ?? '',
    '',
  ];
}
