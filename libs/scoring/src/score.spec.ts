import fc from 'fast-check';
import { scoreOf } from './score.js';
import type { Weighed } from './score.js';

const of = (score: number | null, weight: number): Weighed => ({ score, weight });
const child = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  weight: fc.integer({ min: 1, max: 1000 }),
});
const children = fc.array(child, { maxLength: 20 });

describe('scoreOf', () => {
  it.each<[string, Weighed[], number | null]>([
    ['a heavier criterion pulls harder', [of(0, 1), of(100, 3)], 75],
    ['what does not apply counts neither for nor against', [of(75, 1), of(null, 9)], 75],
    ['nothing that applies is no score, not zero', [of(null, 1)], null],
    ['nor is nothing at all', [], null],
    ['a zero is a score', [of(0, 1), of(null, 1)], 0],
  ])('%s', (_, list, score) => expect(scoreOf(list)).toBe(score));

  it('law: the order of the criteria does not matter', () => {
    fc.assert(fc.property(children, (list) => expect(scoreOf(list.toReversed())).toBe(scoreOf(list))));
  });

  it('law: scaling all weights changes nothing', () => {
    fc.assert(
      fc.property(children, fc.constantFrom(0.5, 2, 1024), (list, by) => {
        expect(scoreOf(list.map(({ score, weight }) => of(score, by * weight)))).toBe(scoreOf(list));
      }),
    );
  });

  it('law: lies between the extremes, and is null only when nothing applies', () => {
    fc.assert(
      fc.property(children, (list) => {
        const score = scoreOf(list);
        const scores = list.flatMap((one) => (one.score === null ? [] : [one.score]));
        if (score === null) return expect(scores).toEqual([]);
        expect(score).toBeGreaterThanOrEqual(Math.min(...scores));
        expect(score).toBeLessThanOrEqual(Math.max(...scores));
      }),
    );
  });
});
