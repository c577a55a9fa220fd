import type { CompiledScheme } from '../judge/index.js';
import type { FlatWeights } from '../judge/compiled-scheme.js';
import { numbersFrom } from './xoshiro.js';

const kinds = ['components', 'pillars', 'elements', 'criteria'] as const;

/** How weights are drawn. */
export interface Drawing {
  readonly draws: number;
  /** 0 (nothing changes) up to 1 (excluded). */
  readonly spread: number;
  readonly seed: number;
}

/**
 * The scheme with other weights, as often as there are draws, by channel type: each weight times a factor spread evenly over
 * [1 − spread, 1 + spread]. In one draw a code has one factor, in whatever channel type it occurs; the order of the channel types
 * does not matter. All are held: 8 bytes for each weight, draw and channel type.
 *
 * Source: domain note 6.1, after the OECD/JRC Handbook on composite indicators, 2008, step 7.
 * @throws RangeError unless there is a draw, and spread and seed are as said
 */
export function drawnSchemes(
  compiledByChannel: ReadonlyMap<string, CompiledScheme>,
  { draws, spread, seed }: Drawing,
): ReadonlyMap<string, readonly CompiledScheme[]> {
  if (!(Number.isSafeInteger(draws) && draws > 0)) throw new RangeError(`Not a number of draws: ${draws}`);
  if (!(spread >= 0 && spread < 1)) throw new RangeError(`Not a spread: ${spread}`);
  const codes = codesIn([...compiledByChannel.values()]);
  const { next } = numbersFrom(seed);
  const drawn = Array.from({ length: draws }, () => Float64Array.from(codes, () => 1 - spread + 2 * spread * next()));
  return new Map(
    [...compiledByChannel].map(([channelType, compiled]) => {
      const places = placesIn(compiled, new Map(codes.map((code, index) => [code, index])));
      return [channelType, drawn.map((factors) => ({ ...compiled, weights: weightsBy(factors, compiled, places) }))];
    }),
  );
}

type Places = Readonly<Record<keyof FlatWeights, readonly number[]>>;

/** Everything that has a weight, always in the same order. */
function codesIn(all: readonly CompiledScheme[]): readonly string[] {
  return kinds.flatMap((kind) => {
    const own = new Set(all.flatMap((compiled) => compiled[kind].map(({ code }) => `${kind}:${code}`)));
    return [...own].sort();
  });
}

function placesIn(compiled: CompiledScheme, codes: ReadonlyMap<string, number>): Places {
  const placesOf = (kind: keyof FlatWeights) => compiled[kind].map(({ code }) => codes.get(`${kind}:${code}`)!);
  return byKind(placesOf);
}

function weightsBy(factors: Float64Array, { weights }: CompiledScheme, places: Places): FlatWeights {
  return byKind((kind) => weights[kind].map((weight, index) => weight * factors[places[kind][index]!]!));
}

function byKind<T>(of: (kind: keyof FlatWeights) => T): Record<keyof FlatWeights, T> {
  return {
    components: of('components'),
    pillars: of('pillars'),
    elements: of('elements'),
    criteria: of('criteria'),
  };
}
