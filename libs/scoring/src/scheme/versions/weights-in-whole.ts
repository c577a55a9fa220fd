import { compileScheme } from '../../judge/compile-scheme.js';
import type { Scheme } from '../scheme.js';

/** Another part of the whole than before, of a criterion or component: 0 to 1; null: not there. */
export interface WeightInWholeChange {
  /** As things are called: `criterion access`, `component customers`. */
  readonly key: string;
  /** Where it changed so; null: in every channel type that both versions have and where it is. */
  readonly channels: readonly string[] | null;
  readonly from: number | null;
  readonly to: number | null;
}

/** Parts that differ by less are floats at work. */
const nothing = 1e-12;

/** How the weights in the whole moved, over the channel types that both versions have. */
export function weightsInWhole(before: Scheme, after: Scheme): WeightInWholeChange[] {
  const shared = after.channelTypes.map(({ code }) => code).filter((code) => hasChannel(before, code));
  const perChannel = shared.map((channel) => [channel, weightsOf(before, channel), weightsOf(after, channel)] as const);
  const keys = new Set(perChannel.flatMap(([, then, now]) => [...now.keys(), ...then.keys()]));
  return [...keys].flatMap((key) => {
    const all = perChannel.map(([channel, then, now]) => ({
      channel,
      from: then.get(key) ?? null,
      to: now.get(key) ?? null,
    }));
    return changesAlike(all.filter(({ from, to }) => from !== null || to !== null)).map((change) => ({
      key,
      ...change,
    }));
  });
}

interface Weighed {
  readonly channel: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** Channel types where it moved from and to the same come together. */
function changesAlike(all: readonly Weighed[]): Omit<WeightInWholeChange, 'key'>[] {
  const groups: Weighed[][] = [];
  for (const one of all) {
    if (isAlike(one.from, one.to)) continue;
    const group = groups.find(([first]) => first && isAlike(first.from, one.from) && isAlike(first.to, one.to));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const channels = group.length === all.length ? null : group.map(({ channel }) => channel);
    return [{ channels, from: first.from, to: first.to }];
  });
}

function isAlike(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= nothing;
}

function weightsOf(scheme: Scheme, channel: string): ReadonlyMap<string, number> {
  const { components, criteria } = compileScheme(scheme, channel);
  return new Map([
    ...components.map(({ code, weightInWhole }) => [`component ${code}`, weightInWhole] as const),
    ...criteria.map(({ code, weightInWhole }) => [`criterion ${code}`, weightInWhole] as const),
  ]);
}

function hasChannel({ channelTypes }: Scheme, code: string): boolean {
  return channelTypes.some((one) => one.code === code);
}
