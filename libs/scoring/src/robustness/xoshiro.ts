/** A source of numbers that look random and are always the same for a seed. Not for secrets. */
export interface NumberSource {
  /** A whole number, 0 to 2³² − 1. */
  readonly nextWhole: () => number;
  /** Evenly spread over [0, 1), in steps of 2⁻³². */
  readonly next: () => number;
}

type State = readonly [number, number, number, number];

/**
 * xoshiro128** 1.1, started by splitmix32 from one whole number.
 * Source: Blackman & Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47:4, 2021; prng.di.unimi.it.
 * @throws RangeError when the seed is not a whole number of 0 to 2³² − 1
 */
export function numbersFrom(seed: number): NumberSource {
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) throw new RangeError(`Not a seed: ${seed}`);
  const next = splitmix(seed);
  return numbersFromState([next(), next(), next(), next()]);
}

/** The generator from a state of four whole numbers, not all 0; for comparing with the published sequence. */
export function numbersFromState(state: State): NumberSource {
  let [a, b, c, d] = state;
  const nextWhole = () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
  return { nextWhole, next: () => nextWhole() / 2 ** 32 };
}

function rotated(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

/** splitmix32: the finalizer of MurmurHash3 over a Weyl sequence; turns like seeds into unlike states. */
function splitmix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
}
