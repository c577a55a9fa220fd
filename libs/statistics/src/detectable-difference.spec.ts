import fc from 'fast-check';
import { detectableDifference } from './detectable-difference.js';

const plan = { variancePerAnswerNow: 625, nNow: 400, variancePerAnswerBefore: 625, nBefore: 400 };

describe('detectableDifference', () => {
  it('equal groups by hand: (1.959964 + 0.841621) · 25 · √(2/400) = 4.95255', () => {
    expect(detectableDifference(plan)).toBeCloseTo((1.959964 + 0.841621) * 25 * Math.sqrt(2 / 400), 5);
    expect(detectableDifference(plan)).toBeCloseTo(4.95255, 5);
  });

  it('unequal groups, and a design effect under the root', () => {
    const unequal = { variancePerAnswerNow: 600, nNow: 120, variancePerAnswerBefore: 650, nBefore: 100 };
    expect(detectableDifference(unequal)).toBeCloseTo(9.500637712544064, 10);
    expect(detectableDifference({ ...unequal, designEffect: 1.5 })).toBeCloseTo(11.635857313387861, 10);
  });

  it('power 0.9 and alpha 0.01 as tabulated: 1.281552 + 2.575829 standard errors', () => {
    const strict = detectableDifference({ ...plan, power: 0.9, alpha: 0.01 });
    expect(strict).toBeCloseTo((1.281552 + 2.575829) * 25 * Math.sqrt(2 / 400), 5);
  });

  it.each([
    ['an unknown variance', { ...plan, variancePerAnswerNow: null }],
    ['an unknown variance before', { ...plan, variancePerAnswerBefore: null }],
    ['no answers', { ...plan, nBefore: 0 }],
    ['no spread at all', { ...plan, variancePerAnswerNow: 0, variancePerAnswerBefore: 0 }],
  ])('with %s nothing can be promised', (_, lacking) => expect(detectableDifference(lacking)).toBeNull());

  it.each([
    { variancePerAnswerNow: -1 },
    { nNow: NaN },
    { power: 1 },
    { alpha: 0 },
    { designEffect: 0 },
    { designEffect: NaN },
  ])('refuses %j', (wrong) => expect(() => detectableDifference({ ...plan, ...wrong })).toThrow(RangeError));

  it('law: more answers see smaller differences; a power of two in the scale doubles it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
        const few = detectableDifference({ ...plan, nNow: n })!;
        expect(detectableDifference({ ...plan, nNow: 2 * n })!).toBeLessThan(few);
        const doubled = { variancePerAnswerNow: 4 * 625, nNow: n, variancePerAnswerBefore: 4 * 625, nBefore: 400 };
        expect(detectableDifference(doubled)).toBeCloseTo(2 * few, 9);
      }),
    );
  });
});
