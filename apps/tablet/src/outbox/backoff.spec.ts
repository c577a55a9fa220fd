import { assert, double, integer, property } from 'fast-check';
import { backoffMs } from './backoff.js';

describe('backoffMs', () => {
  it.each([
    ['the first pause is a second', 1, 0, null, 1_000],
    ['each is twice as long', 4, 0, null, 8_000],
    ['none is longer than five minutes', 40, 0, null, 300_000],
    ['chance takes up to half of it', 4, 0.5, null, 6_000],
    ['what the server asked for is the least', 1, 0, 120_000, 120_000],
    ['but is no reason to hurry', 9, 0, 1_000, 256_000],
  ])('%s', (_, failures, random, asked, ms) => expect(backoffMs(failures, random, asked)).toBe(ms));

  it('is always between half a second and five minutes, and never falls with more failures', () =>
    assert(
      property(
        integer({ min: 0, max: 10_000 }),
        double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (n, random) => {
          const ms = backoffMs(n, random);
          expect(ms).toBeGreaterThanOrEqual(500);
          expect(ms).toBeLessThanOrEqual(300_000);
          expect(backoffMs(n + 1, random)).toBeGreaterThanOrEqual(ms);
        },
      ),
    ));
});
