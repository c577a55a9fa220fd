import fc from 'fast-check';
import { leniencyOf, type JudgedVisit } from './leniency.js';

const visit = (shopper: string, centre: string, score: number | null): JudgedVisit => ({ shopper, centre, score });
const of = (visits: readonly JudgedVisit[], shopper: string) =>
  leniencyOf(visits).find((one) => one.shopper === shopper);

describe('leniencyOf', () => {
  const visits = [
    visit('mild', 'c1', 90),
    visit('other', 'c1', 80),
    visit('third', 'c1', 76),
    visit('mild', 'c2', 70),
    visit('other', 'c2', 60),
    visit('mild', 'c3', 100),
  ];

  it('by hand: 12 points more at one centre, 10 at another, nobody else at the third', () => {
    const { n, mean, interval } = of(visits, 'mild')!;
    expect([n, mean]).toEqual([2, 11]);
    expect(interval?.low).toBeCloseTo(11 - 12.7062, 3); // t(0.975, 1) · √2 / √2
    expect(interval?.high).toBeCloseTo(11 + 12.7062, 3);
    expect(of(visits, 'other')?.mean).toBe((80 - 83 + (60 - 70)) / 2);
  });

  it.each([
    ['one visit where others were', 'third', { n: 1, mean: null, interval: null }],
    ['visits where nobody else was', 'lone', { n: 0, mean: null, interval: null }],
    ['visits without a score', 'silent', { n: 0, mean: null, interval: null }],
  ])('says nothing of %s', (_, shopper, expected) => {
    const more = [...visits, visit('lone', 'c4', 50), visit('lone', 'c4', 60), visit('silent', 'c1', null)];
    expect(of(more, shopper)).toEqual({ shopper, ...expected });
    expect(of(more, 'mild')).toEqual(of(visits, 'mild'));
  });

  it('has no interval when all visits deviate by the same', () => {
    const same = [visit('a', 'c1', 60), visit('b', 'c1', 50), visit('a', 'c2', 70), visit('b', 'c2', 60)];
    expect(of(same, 'a')).toEqual({ shopper: 'a', n: 2, mean: 10, interval: null });
  });

  it('finds the one of twelve shoppers who gives eight points more', () => {
    const judged = fieldOf(12, 40, (shopper) => (shopper === 5 ? 8 : 0));
    const furthest = leniencyOf(judged).toSorted((a, b) => Math.abs(b.mean!) - Math.abs(a.mean!))[0];
    expect(furthest?.shopper).toBe('s5');
    const { mean, interval, n } = of(judged, 's5')!;
    expect(n).toBe(10);
    expect(interval!.low).toBeGreaterThan(0);
    expect(interval!.low < 8 && 8 < interval!.high && Math.abs(mean! - 8) < 3).toBe(true);
    const honest = fieldOf(12, 40, () => 0);
    expect(of(honest, 's5')!.interval!.low).toBeLessThan(0);
  });

  it('law: what everybody gives more, or a centre deserves more, makes nobody lenient', () => {
    const visits = fc.array(
      fc.record({
        shopper: fc.constantFrom('a', 'b', 'c'),
        centre: fc.constantFrom('x', 'y'),
        score: fc.integer({ min: 0, max: 50 }),
      }),
    );
    fc.assert(
      fc.property(visits, fc.integer({ min: 1, max: 50 }), (list, more) => {
        const raised = list.map((one) => ({ ...one, score: one.centre === 'x' ? one.score + more : one.score }));
        leniencyOf(raised).forEach(({ mean }, at) =>
          expect(mean ?? 999).toBeCloseTo(leniencyOf(list)[at]?.mean ?? 999, 9),
        );
      }),
    );
  });
});

/** Each of so many centres is visited by three shoppers; scores vary by up to ten points around what the centre deserves. */
function fieldOf(shoppers: number, centres: number, more: (shopper: number) => number): JudgedVisit[] {
  let state = 20261122;
  const drawn = () => (state = (state * 48_271) % 0x7fffffff) / 0x7fffffff; // Park and Miller's generator
  return Array.from({ length: centres }, (_, centre) => {
    const deserved = 40 + 40 * drawn();
    return [0, 1, 2].map((turn) => {
      const shopper = (3 * centre + turn + Math.floor(centre / 4)) % shoppers;
      return visit(`s${shopper}`, `c${centre}`, deserved + more(shopper) + 10 * (drawn() - 0.5));
    });
  }).flat();
}
