import type { EntityManager } from 'typeorm';
import { copiedOut } from '#database';
import { contributionColumns, ContributionRows } from './contribution-rows.js';
import { withinSpan, type Span } from './fold-mark.js';

/** Memory for tallies when everything is read, in bytes: of ten items, those of some 50,000 keys. */
export const usualMemory = 48_000_000;

/** Places by number: from one on, before another. */
export interface PlaceRange {
  readonly from: number;
  readonly before: number;
}

/** All places there are. */
export const allPlaces: PlaceRange = { from: 0, before: Infinity };

/**
 * Adds up the responses that transactions of a span stored, as the transaction of `db` sees them. They are copied out as a
 * stream: what is in memory is a tally for each key, not the responses.
 * @param most memory for tallies, in bytes
 * @returns the sums of places below `below`, where they were more than that
 */
export async function copiedResponses(
  db: EntityManager,
  span: Span,
  { from, before }: PlaceRange,
  most = usualMemory,
): Promise<ContributionRows> {
  const rows = new ContributionRows();
  const places = [
    `place_n >= ${Math.trunc(from)}`,
    ...(before === Infinity ? [] : [`place_n < ${Math.trunc(before)}`]),
  ];
  const query = `select ${contributionColumns} from responses where ${[withinSpan(span), ...places].join(' and ')}`;
  for await (const piece of copiedOut(db, query, 'binary')) {
    rows.take(piece);
    if (rows.bytes > most) rows.narrow();
  }
  rows.end();
  return rows;
}
