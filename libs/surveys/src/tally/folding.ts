import type { EntityManager } from 'typeorm';
import type { TallyLayout } from '#instruments';
import type { KnownInstruments } from '#schemes';
import { copiedResponses, type PlaceRange } from './copied-responses.js';
import { keyOf, type TallyKey } from './tally-key.js';
import { ContributionTotals } from './contribution-totals.js';
import { plusTally, type ExactTally } from './exact-tally.js';
import type { Span } from './fold-mark.js';
import {
  keepTallies,
  ownersIn,
  ownersOf,
  storeTallies,
  talliesOf,
  type KeyedTally,
  type PlaceOwner,
} from './survey-tallies.queries.js';

/** Tallies of keys in memory at once while they are written. */
const atOnce = 1_000;

type Owned = KeyedTally & PlaceOwner;

/**
 * Adds the responses of a span to the tallies there are; the caller holds the mark of folding. Where the tallies are too many
 * to be in memory together, the responses are read again for the next places. @returns how many responses
 * @throws Error when responses name a place that there is not
 */
export async function foldSpan(db: EntityManager, instruments: KnownInstruments, span: Span): Promise<number> {
  let all = 0;
  for (let next = 0; next < Infinity;) {
    const totals = new ContributionTotals();
    await copiedResponses(db, totals, { span, places: { from: next, before: Infinity } });
    await addToTallies(db, instruments, totals);
    if (next === 0) all = totals.count;
    next = totals.below;
  }
  return all;
}

/** Stores what was added up of some places, where there are no tallies of them. One tally is in memory at a time beside the sums. */
export async function writeAnew(
  db: EntityManager,
  instruments: KnownInstruments,
  { totals, places }: { readonly totals: Pick<ContributionTotals, 'sums'>; readonly places: PlaceRange },
): Promise<void> {
  const owners = await ownersIn(db, places);
  const layouts = await layoutsOf(db, instruments, owners.values());
  const each = function* (): Generator<Owned> {
    for (const one of talliesIn(totals)) yield ownedBy(owners.get(one.place), layouts, one);
  };
  await storeTallies(db, each());
}

/** Adds what was added up to the tallies there are. */
async function addToTallies(
  db: EntityManager,
  instruments: KnownInstruments,
  totals: Pick<ContributionTotals, 'sums'>,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve();
  // The next page is made ready while the one before is written.
  for (const page of pagesOf(totals)) {
    await writing;
    const given = await owned(db, instruments, page);
    const before = new Map((await talliesOf(db, given)).map((one) => [nameOf(one), one.tally]));
    writing = keepTallies(
      db,
      given.map((one): Owned => {
        const was = before.get(nameOf(one));
        return was ? { ...one, tally: plusTally(was, one.tally) } : one;
      }),
    );
    writing.catch(() => undefined); // it is waited for in the next turn
  }
  await writing;
}

/** A key as one text. */
export function nameOf({ place, outcome, segment, standing }: TallyKey): string {
  return JSON.stringify([place, outcome, segment, standing]);
}

/** Tallies with all that follows from their places, in the layouts of their instruments. */
export async function owned(
  db: EntityManager,
  instruments: KnownInstruments,
  tallies: readonly KeyedTally[],
): Promise<Owned[]> {
  const owners = await ownersOf(db, [...new Set(tallies.map(({ place }) => place))]);
  const layouts = await layoutsOf(db, instruments, owners.values());
  return tallies.map((one) => ownedBy(owners.get(one.place), layouts, one));
}

async function layoutsOf(
  db: EntityManager,
  instruments: KnownInstruments,
  owners: Iterable<PlaceOwner>,
): Promise<ReadonlyMap<string, TallyLayout>> {
  const layouts = new Map<string, TallyLayout>();
  for (const { instrumentId } of owners) {
    if (!layouts.has(instrumentId)) layouts.set(instrumentId, (await instruments.withId(db, instrumentId)).layout);
  }
  return layouts;
}

function ownedBy(owner: PlaceOwner | undefined, layouts: ReadonlyMap<string, TallyLayout>, one: KeyedTally): Owned {
  const layout = owner && layouts.get(owner.instrumentId);
  if (!layout) throw new Error(`Responses are about a place that there is not: ${one.place}`);
  return { ...one, ...owner, tally: placed(layout, one.tally) };
}

/** A tally in the places of its layout. */
function placed(layout: TallyLayout, tally: ExactTally): ExactTally {
  const isOutside =
    tally.sums.length !== 3 * layout.summed.length || tally.counts.subarray(layout.counts).some(isRaised);
  if (isOutside) throw new Error('Responses raise counts that their instrument does not have');
  const counts = new Int32Array(layout.counts);
  counts.set(tally.counts.subarray(0, layout.counts));
  return { ...tally, counts };
}

function isRaised(count: number): boolean {
  return count > 0;
}

function* pagesOf(totals: Pick<ContributionTotals, 'sums'>): Generator<KeyedTally[]> {
  let page: KeyedTally[] = [];
  for (const one of talliesIn(totals)) {
    page.push(one);
    if (page.length < atOnce) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function* talliesIn({ sums }: Pick<ContributionTotals, 'sums'>): Generator<KeyedTally> {
  for (const some of sums) for (const [key, tally] of some.entries()) yield { ...keyOf(key), tally };
}
