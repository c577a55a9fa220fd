/** Chances that are the same in every run. */
export interface Chance {
  /** From `min` up to but not including `max`. */
  between(min: number, max: number): number;
  whole(min: number, max: number): number;
  /** Whether something happens that does so in this part of all cases. */
  in(share: number): boolean;
  one<T>(choices: readonly T[]): T;
  /** Around 0, with a standard deviation of 1. Source: Box and Muller 1958. */
  normal(): number;
}

/** Chances from a seed. Source: mulberry32, T. Ettinger 2017. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (min: number, max: number) => min + next() * (max - min);
  return {
    between,
    whole: (min, max) => Math.floor(between(min, max + 1)),
    in: (share) => next() < share,
    one: <T>(choices: readonly T[]) => choices[Math.floor(next() * choices.length)] as T,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
