import { areEqual } from './equality.js';

/** A place in a league. */
export interface Rank {
  /** 1 is the best; equal values share a rank and the next rank is skipped (1, 2, 2, 4). */
  readonly rank: number;
  /** How many others share it. */
  readonly tiedWith: number;
}

/** Whether more is better; of waiting times, for one, less is. */
export interface Direction {
  readonly higherIsBetter: boolean;
}

/**
 * Competition ranks in the order given, ties shown as ties. Values that differ by no more than floats do
 * (10⁻⁹, or 10⁻⁹ of the value when that is above 1) are equal.
 * @throws RangeError when a value is not a finite number
 */
export function ranksOf(values: readonly number[], { higherIsBetter }: Direction): Rank[] {
  if (!values.every((value) => Number.isFinite(value))) throw new RangeError('Ranks need finite numbers');
  return values.map((value) => {
    const others = values.filter((other) => !areEqual(other, value));
    const better = others.filter((other) => (higherIsBetter ? other > value : other < value));
    return { rank: 1 + better.length, tiedWith: values.length - others.length - 1 };
  });
}
