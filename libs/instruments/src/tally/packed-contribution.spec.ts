import fc from 'fast-check';
import type { Contribution } from './contribution.js';
import { packContribution, readContribution, sumsOfContribution } from './packed-contribution.js';

/** What a packed contribution says, read from somewhere in other bytes. */
function readBack(bytes: Uint8Array, before: number): { raised: number[]; scored: (number | bigint | null)[] } {
  const among = Uint8Array.of(...new Array<number>(before).fill(0xee), ...bytes, 0xee, 0xee);
  const scored = new Array<number | bigint | null>(sumsOfContribution(among, before)).fill(null);
  const raised: number[] = [];
  readContribution(among, before, {
    raise: (place) => raised.push(place),
    score: (place, value) => (scored[place] = value),
    scoreLarge: (place, value) => (scored[place] = value),
  });
  return { raised, scored };
}

const around32 = [-(2 ** 31), 2 ** 31].flatMap((edge) => [-2, -1, 0, 1, 2].map((by) => edge + by));
const score = fc.oneof(
  fc.integer({ min: 0, max: 100_000_000 }),
  fc.constantFrom(null, ...around32),
  fc.integer({ min: -1e15, max: 1e15 }),
);

describe('a packed contribution', () => {
  it('law: says what was packed, wherever it lies', () => {
    const contribution: fc.Arbitrary<Contribution> = fc.record({
      raised: fc.array(fc.nat({ max: 2 ** 16 - 1 })),
      scored: fc.array(score),
    });
    fc.assert(
      fc.property(contribution, fc.nat({ max: 9 }), ({ raised, scored }, before) => {
        const read = readBack(packContribution({ raised, scored }), before);
        expect(read.raised).toEqual(raised);
        expect(read.scored.map((value) => (value === null ? null : BigInt(value)))).toEqual(
          scored.map((value) => (value === null ? null : BigInt(value))),
        );
      }),
    );
  });

  it('takes two bytes for a count, and four for a score that is no larger than scores are', () => {
    expect(packContribution({ raised: [1, 2, 3], scored: [100_000_000, null] })).toHaveLength(4 + 6 + 8);
    expect([...packContribution({ raised: [258], scored: [1] })]).toEqual([0, 1, 0, 1, 1, 2, 0, 0, 0, 1]);
  });

  it.each([
    ['a count beyond 16 bits', { raised: [2 ** 16], scored: [] }],
    ['a score beyond 64 bits', { raised: [], scored: [2 ** 63] }],
  ])('is not made of %s', (_, contribution) => {
    expect(() => packContribution(contribution)).toThrow(RangeError);
  });
});
