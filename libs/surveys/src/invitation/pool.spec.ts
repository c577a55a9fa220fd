import fc from 'fast-check';
import { batchesOf, partsOf } from './pool.js';
import { shuffled } from './shuffled.js';

const pool = (place: number, waiting: number, agency = 'works') => ({ place, agency, waiting });

describe('what comes out of the pool', () => {
  it.each([
    ['nothing while too few wait', [pool(1, 19)], false, []],
    ['as many as stay behind', [pool(1, 20)], false, [10]],
    ['all but ten', [pool(1, 57), pool(2, 3)], false, [47]],
    ['everything when it is over', [pool(1, 57), pool(2, 12)], true, [57, 12]],
    ['small places of an agency together', [pool(1, 57), pool(2, 3), pool(3, 9)], true, [57, 12]],
    ['even one alone', [pool(1, 1)], true, [1]],
  ])('%s', (_, pools, isOver, takes) => expect(batchesOf(pools, 10, isOver).map(({ take }) => take)).toEqual(takes));

  it('does not tell small places apart, nor mixes agencies', () => {
    const batches = batchesOf([pool(1, 4), pool(2, 5), pool(3, 6, 'health')], 10, true);
    expect(batches).toEqual([
      { places: [1, 2], take: 9, storedUnder: null, agency: 'works' },
      { places: [3], take: 6, storedUnder: null, agency: 'health' },
    ]);
  });

  it('is at least ten of a place, and leaves none or at least ten', () => {
    const pools = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 });
    fc.assert(
      fc.property(pools, fc.boolean(), (sizes, isOver) => {
        const given = sizes.map((waiting, place) => pool(place, waiting));
        for (const { places, take, storedUnder } of batchesOf(given, 10, isOver)) {
          if (storedUnder !== null) expect(take).toBeGreaterThanOrEqual(10);
          const waiting = places.reduce((sum, place) => sum + (sizes[place] ?? 0), 0);
          expect([0, 10]).toContain(waiting - take);
        }
      }),
    );
  });

  it('is worked off in parts that are neither too large nor too small', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (take) => {
        const parts = partsOf(take, 10, 40);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(take);
        for (const part of parts) {
          expect(part).toBeLessThanOrEqual(40);
          expect(part).toBeGreaterThanOrEqual(Math.min(10, take));
        }
      }),
    );
  });
});

describe('a shuffle', () => {
  it('keeps everything, and each order is as likely as another', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 6_000; n++) {
      const order = shuffled(['a', 'b', 'c']).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    expect(chi).toBeLessThan(30); // 5 degrees of freedom: p < 0.00002
  });
});
