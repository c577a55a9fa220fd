import { meanOfSum, type Instrument, type SheetTally, type Sum, type SummedKey, type TallyLayout } from '#instruments';
import { keyOfFeed, type Feed, type Observation, type Scheme } from '#scoring';
import type { StudyValue } from './star-evidence.queries.js';

/** A tally with what its places mean. */
export interface ReadableTally {
  readonly instrument: Instrument;
  readonly layout: TallyLayout;
  readonly tally: SheetTally;
}

/** All that was measured about one centre. */
export interface Measured {
  readonly tallies: readonly ReadableTally[];
  readonly indicators: ReadonlyMap<string, number>;
  /** Of its agency. */
  readonly studies: readonly StudyValue[];
}

/** A feed that reads what was measured. */
export type MeasuredFeed = Exclude<Feed, { by: 'grading' }>;

/** Every feed of a scheme that is not graded, once each. */
export function measuredFeeds(scheme: Scheme): readonly MeasuredFeed[] {
  const criteria = scheme.pillars.flatMap(({ elements }) => elements.flatMap((element) => element.criteria));
  const feeds = [
    ...criteria.map(({ feed }) => feed),
    ...scheme.components.flatMap((component) => (component.of === 'pillars' ? [] : [component.of])),
  ];
  const byKey = new Map<string, MeasuredFeed>();
  for (const feed of feeds) if (feed.by !== 'grading') byKey.set(keyOfFeed(feed), feed);
  return [...byKey.values()];
}

/** What was measured for the feeds of a scheme, by key; a feed without anything measured is not there. */
export function observationsOf(feeds: readonly MeasuredFeed[], measured: Measured): ReadonlyMap<string, Observation> {
  const found = new Map<string, Observation>();
  for (const feed of feeds) {
    const observation = observationOf(feed, measured);
    if (observation) found.set(keyOfFeed(feed), observation);
  }
  return found;
}

function observationOf(feed: MeasuredFeed, { tallies, indicators, studies }: Measured): Observation | null {
  switch (feed.by) {
    case 'instrument':
      return meanOf(
        tallies,
        [feed.instrument, ...(feed.alternatives ?? [])],
        feed.dimension ? `dimension:${feed.dimension}` : 'overall',
      );
    case 'items':
      return meanOfItems(tallies, feed.instrument, feed.items);
    case 'indicator': {
      const value = indicators.get(feed.indicator);
      return value === undefined ? null : { value, n: 1, error: null };
    }
    case 'study': {
      const found = studies.find(
        ({ study, measure, isHeadline }) =>
          study === feed.study && (feed.measure === undefined ? isHeadline : measure === feed.measure),
      );
      return found ? { value: found.value, n: found.answers ?? 0, error: null } : null;
    }
  }
}

/** The mean over all filled instruments of some codes, whatever their version. */
function meanOf(tallies: readonly ReadableTally[], codes: readonly string[], key: SummedKey): Observation | null {
  const all = tallies.filter((tally) => codes.includes(tally.instrument.code)).flatMap((tally) => sumFor(tally, key));
  return meanOfSum(
    all.reduce((a, b) => ({ n: a.n + b.n, sum: a.sum + b.sum, squares: a.squares + b.squares }), {
      n: 0n,
      sum: 0n,
      squares: 0n,
    }),
  );
}

/** The mean of one item over filled instruments, 0 to 100; null: it was not answered. */
export function meanOfItem(tallies: readonly ReadableTally[], item: string): number | null {
  const codes = tallies.map(({ instrument }) => instrument.code);
  return meanOf(tallies, codes, `item:${item}`)?.value ?? null;
}

/** The mean of the items' means by their weights. Their answers come from the same people: no error is claimed for more than one. */
function meanOfItems(
  tallies: readonly ReadableTally[],
  instrument: string,
  items: readonly string[],
): Observation | null {
  const means = items.flatMap((item) => {
    const mean = meanOf(tallies, [instrument], `item:${item}`);
    return mean?.value == null ? [] : [{ ...mean, value: mean.value, weight: weightOf(tallies, instrument, item) }];
  });
  if (means.length === 1) return means[0] ?? null;
  const weight = means.reduce((sum, mean) => sum + mean.weight, 0);
  if (weight === 0) return null;
  const value = means.reduce((sum, mean) => sum + mean.weight * mean.value, 0) / weight;
  return { value, n: Math.max(...means.map(({ n }) => n)), error: null };
}

/** The weight an item has in the newest version that was answered. */
function weightOf(tallies: readonly ReadableTally[], code: string, item: string): number {
  const versions = tallies.map(({ instrument }) => instrument).filter((instrument) => instrument.code === code);
  const newest = versions.toSorted((a, b) => a.version - b.version).at(-1);
  const items = newest?.sections.flatMap((section) => section.items) ?? [];
  return items.find((one) => one.code === item)?.weight ?? 0;
}

function sumFor({ layout, tally }: ReadableTally, key: SummedKey): Sum[] {
  const sum = tally.sums[layout.placeOf.get(key) ?? -1];
  return sum ? [sum] : [];
}
