import type { EntityManager } from 'typeorm';
import { copiedOut } from '#database';
import { contributionColumns, contributionRows } from './contribution-rows.js';
import type { ContributionTotals } from './contribution-totals.js';
import { withinSpan, type Span } from './fold-mark.js';

/** Memory for tallies when everything is read, in bytes: of ten items, those of some 200,000 keys. */
export const usualMemory = 115_000_000;

/** Which responses are copied. */
export interface CopiedPart {
  readonly span: Span;
  readonly places: PlaceRange;
  readonly memory?: number;
  readonly part?: string;
}

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
 * @param memory for tallies, in bytes: where they need more, only places below `totals.below` are added up
 * @param part a further condition on the responses
 */
export async function copiedResponses(
  db: EntityManager,
  totals: ContributionTotals,
  { span, places: { from, before }, memory = usualMemory, part = 'true' }: CopiedPart,
): Promise<void> {
  const rows = contributionRows(totals);
  const conditions = [withinSpan(span), part];
  if (from > 0) conditions.push(`place_n >= ${Math.trunc(from)}`);
  if (before !== Infinity) conditions.push(`place_n < ${Math.trunc(before)}`);
  const query = `select ${contributionColumns} from responses where ${conditions.join(' and ')}`;
  for await (const piece of copiedOut(db, query, 'binary')) {
    rows.take(piece);
    if (totals.bytes > memory) totals.narrow();
  }
  rows.end();
}
