import { comparability, scoreOfMeans, type Instrument } from '#instruments';
import { keyOfFeed, type CommonItems, type UnitEvidence } from '#scoring';
import type { RatedUnit } from './star-evidence.js';
import { meanOfItem, type Measured, type MeasuredFeed, type ReadableTally } from './star-observations.js';

/** The evidence of a unit in two cycles, with what forms that changed in between have in common. */
export function comparable(before: RatedUnit, now: RatedUnit): { before: UnitEvidence; now: UnitEvidence } {
  return {
    before: { ...before.evidence, onCommonItems: onCommonItems(before, now.measured) },
    now: { ...now.evidence, onCommonItems: onCommonItems(now, before.measured) },
  };
}

/** For every feed that reads forms of another version than the other cycle did: what it is on the items of both. */
function onCommonItems({ feeds, measured }: RatedUnit, other: Measured): ReadonlyMap<string, CommonItems> {
  const found = new Map<string, CommonItems>();
  const shared = new Map<string, OnBoth>(); // most feeds read the same forms
  for (const feed of feeds) {
    if (feed.by !== 'instrument' && feed.by !== 'items') continue;
    const codes = feed.by === 'items' ? [feed.instrument] : [feed.instrument, ...(feed.alternatives ?? [])];
    const [own, others] = [filledOf(measured, codes), filledOf(other, codes)];
    if (own.length === 0 || others.length === 0 || isSame(own, others)) continue;
    const onBoth = shared.get(codes.join()) ?? meansOnBoth(own, others);
    shared.set(codes.join(), onBoth);
    found.set(keyOfFeed(feed), commonIn(feed, onBoth));
  }
  return found;
}

function filledOf({ tallies }: Measured, codes: readonly string[]): readonly ReadableTally[] {
  return tallies.filter(({ instrument }) => codes.includes(instrument.code));
}

function isSame(own: readonly ReadableTally[], others: readonly ReadableTally[]): boolean {
  const versions = new Set([...own, ...others].map(({ instrument: { code, version } }) => `${code} ${version}`));
  return versions.size === 1;
}

/** The newest version that was filled, and the means of the items that all have and both cycles answered; null: other forms. */
type OnBoth = { readonly newest: Instrument; readonly means: ReadonlyMap<string, number> } | null;

function meansOnBoth(own: readonly ReadableTally[], others: readonly ReadableTally[]): OnBoth {
  const versions = [...own, ...others].map(({ instrument }) => instrument).sort((a, b) => a.version - b.version);
  const newest = versions.at(-1);
  if (!newest || versions.some(({ code }) => code !== newest.code)) return null;
  const kept = versions.map((version) => commonItems(version, newest));
  const items = itemsOf(newest).filter((item) => kept.every((of) => of.has(item)));
  const means = items.flatMap((item): [string, number][] => {
    const mean = meanOfItem(own, item);
    return mean === null || meanOfItem(others, item) === null ? [] : [[item, mean / 100]];
  });
  return { newest, means: new Map(means) };
}

/** By the weights of the newest version. */
function commonIn(feed: MeasuredFeed, onBoth: OnBoth): CommonItems {
  if (!onBoth) return { value: null, share: 0 };
  const { newest, means } = onBoth;
  if (feed.by === 'items') return meanOfThese(feed.items, newest, means);
  const { score, share } = scoreOfMeans(newest, means, feed.by === 'instrument' ? feed.dimension : undefined);
  return { value: score, share };
}

/** By the newer version and the older: found out once for all centres. */
const known = new WeakMap<Instrument, WeakMap<Instrument, ReadonlySet<string>>>();

/** The items that ask the same in both versions, in the same or other words: as the newer says, else as the documents show. */
function commonItems(older: Instrument, newer: Instrument): ReadonlySet<string> {
  const before = known.get(newer) ?? new WeakMap<Instrument, ReadonlySet<string>>();
  known.set(newer, before);
  const found = before.get(older) ?? newlyFound(older, newer);
  before.set(older, found);
  return found;
}

function newlyFound(older: Instrument, newer: Instrument): ReadonlySet<string> {
  if (older.version === newer.version) return new Set(itemsOf(newer));
  const stated = newer.previous?.version === older.version ? Object.entries(newer.previous.items) : null;
  const found = stated ?? [...comparability(older, newer)];
  return new Set(found.filter(([, is]) => is === 'same' || is === 'reworded').map(([item]) => item));
}

function itemsOf({ sections }: Instrument): string[] {
  return sections.flatMap(({ items }) => items.map(({ code }) => code));
}

function meanOfThese(
  items: readonly string[],
  { sections }: Instrument,
  means: ReadonlyMap<string, number>,
): CommonItems {
  const weights = new Map(sections.flatMap((section) => section.items.map(({ code, weight }) => [code, weight])));
  const sum = (of: readonly string[], by: (item: string) => number): number =>
    of.reduce((total, item) => total + (weights.get(item) ?? 0) * by(item), 0);
  const common = items.filter((item) => means.has(item));
  const [weight, whole] = [sum(common, () => 1), sum(items, () => 1)];
  if (weight === 0) return { value: null, share: 0 };
  return { value: (100 * sum(common, (item) => means.get(item) ?? 0)) / weight, share: weight / whole };
}
