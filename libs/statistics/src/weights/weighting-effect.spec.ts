import fc from 'fast-check';
import { weightingEffect } from './weighting-effect.js';

describe('weightingEffect', () => {
  it('AT-13 weights 44.21, 15.10 and 20.36 of the school sample: design effect 1.186371', () => {
    const groups = [
      { weight: 44.21, count: 100 },
      { weight: 15.1, count: 50 },
      { weight: 20.36, count: 50 },
    ];
    expect(weightingEffect(groups)!.designEffect).toBeCloseTo(1.186371, 6);
    expect(weightingEffect(groups)!.effectiveN).toBeCloseTo(200 / 1.186371, 3);
    expect(weightingEffect(groups)!.weight).toBeCloseTo(6194, 9);
  });

  it.each([
    ['nobody', []],
    ['groups without anybody', [{ weight: 2, count: 0 }]],
    ['people who weigh nothing', [{ weight: 0, count: 5 }]],
  ])('is null of %s', (_, groups) => expect(weightingEffect(groups)).toBeNull());

  it('who weighs nothing is not there', () => {
    expect(weightingEffect([{ weight: 0, count: 5 }, { weight: 3, count: 4 }])).toEqual({ n: 4, weight: 12, designEffect: 1, effectiveN: 4 }); // prettier-ignore
  });

  it('holds where squares would leave the floats', () => {
    for (const by of [1e-200, 1e200]) {
      const groups = [{ weight: by, count: 1 }, { weight: 3 * by, count: 1 }]; // prettier-ignore
      expect(weightingEffect(groups)!.effectiveN).toBeCloseTo(1.6, 12);
    }
  });

  it.each([
    [{ weight: -1, count: 1 }],
    [{ weight: NaN, count: 1 }],
    [{ weight: Infinity, count: 1 }],
    [{ weight: 1, count: 0.5 }],
    [{ weight: 1, count: -1 }],
  ])('refuses %j', (group) => expect(() => weightingEffect([group])).toThrow(RangeError));

  const groups = fc.array(
    fc.record({ weight: fc.double({ min: 0.01, max: 100, noNaN: true }), count: fc.integer({ min: 1, max: 1000 }) }),
    { minLength: 1, maxLength: 20 },
  );

  it('law: equal weights have no effect, others lie between 1 and n, and only proportions matter', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const { n, designEffect, effectiveN } = weightingEffect(list)!;
        expect(designEffect).toBeGreaterThanOrEqual(1);
        expect(effectiveN).toBeGreaterThanOrEqual(1);
        expect(effectiveN * designEffect).toBeCloseTo(n, 6);
        const scaled = list.map((group) => ({ ...group, weight: 17 * group.weight }));
        expect(weightingEffect(scaled)!.designEffect).toBeCloseTo(designEffect, 10);
        const equal = list.map((group) => ({ ...group, weight: list[0]!.weight }));
        expect(weightingEffect(equal)!.designEffect).toBe(1);
      }),
    );
  });
});
