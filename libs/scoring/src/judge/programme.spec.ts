import fc from 'fast-check';
import { programmeOf } from './programme.js';
import type { Rated } from './programme.js';

/** From the most stars down. */
const rated = (counts: Readonly<Record<number, number>>): Rated[] =>
  Object.entries(counts)
    .toReversed()
    .flatMap(([star, n]) =>
      Array.from({ length: n }, (_, index) => ({ code: `${star}-${index}`, star: Number(star) })),
    );

describe('programmeOf', () => {
  it('AT-26: 69 centres, mean star 3.957, 14 up, and 14 first-time who are not up', () => {
    const now = rated({ 6: 2, 5: 14, 4: 32, 3: 21 });
    const up = now.slice(0, 14);
    const firstTime = new Set(now.slice(14, 28));
    const before = now
      .filter((one) => !firstTime.has(one))
      .map(({ code, star }) => ({ code, star: up.some((one) => one.code === code) ? star! - 1 : star }));
    const programme = programmeOf(now, before);
    expect(programme.distribution).toEqual([
      { star: 6, units: 2 },
      { star: 5, units: 14 },
      { star: 4, units: 32 },
      { star: 3, units: 21 },
    ]);
    expect(programme.meanStar).toBeCloseTo(3.957, 3);
    expect(programme).toMatchObject({ units: 69, up: 14, down: 0, same: 41, firstTime: 14, left: 0 });
    expect(programme.moves).toEqual([
      { from: 5, to: 6, units: 2 },
      { from: 4, to: 5, units: 12 },
      { from: 4, to: 4, units: 20 },
      { from: 3, to: 3, units: 21 },
    ]);
  });

  it('not rated is below every star, and is not first-time', () => {
    const now = [
      { code: 'a', star: 3 },
      { code: 'b', star: null },
      { code: 'c', star: null },
    ];
    const before = [
      { code: 'a', star: null },
      { code: 'b', star: 2 },
      { code: 'd', star: 4 },
    ];
    expect(programmeOf(now, before)).toMatchObject({ up: 1, down: 1, same: 0, firstTime: 1, left: 1, meanStar: 3 });
    expect(programmeOf([], [])).toMatchObject({ meanStar: null, distribution: [], moves: [] });
  });

  it('of what nothing was measured there is no star to move from or to', () => {
    const none = { star: null, isMeasured: false };
    const now = [
      { code: 'a', star: 3 },
      { code: 'b', ...none },
      { code: 'c', star: 4 },
    ];
    const before = [
      { code: 'a', star: 3 },
      { code: 'b', star: 5 },
      { code: 'c', ...none },
      { code: 'd', ...none },
    ];
    expect(programmeOf(now, before)).toMatchObject({
      units: 2,
      unmeasured: 1,
      distribution: [
        { star: 4, units: 1 },
        { star: 3, units: 1 },
      ],
      up: 0,
      down: 0,
      same: 1,
      firstTime: 1,
      left: 0,
    });
  });

  it('refuses a code that occurs twice', () => {
    const twice = [
      { code: 'a', star: 3 },
      { code: 'a', star: 4 },
    ];
    expect(() => programmeOf(twice, [])).toThrow(RangeError);
    expect(() => programmeOf([], twice)).toThrow(RangeError);
  });

  it('law: everybody is counted once', () => {
    const stars = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.option(fc.integer({ min: 1, max: 7 })));
    const list = stars.map((own) => Object.entries(own).map(([code, star]) => ({ code, star })));
    fc.assert(
      fc.property(list, list, (now, before) => {
        const { up, down, same, firstTime, left, moves, distribution } = programmeOf(now, before);
        expect(up + down + same + firstTime).toBe(now.length);
        expect(up + down + same + left).toBe(before.length);
        expect(moves.reduce((sum, { units }) => sum + units, 0)).toBe(up + down + same);
        expect(distribution.reduce((sum, { units }) => sum + units, 0)).toBe(now.length);
      }),
    );
  });
});
