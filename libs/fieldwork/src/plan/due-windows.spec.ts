import fc from 'fast-check';
import { windowsApart, windowsSideBySide, type DueWindow } from './due-windows.js';

const week = [1, 2, 3, 4, 5];
const daysIn = (days: readonly number[], windows: readonly DueWindow[] | null) =>
  windows?.map(({ first, last }) => days.slice(first, last + 1).join(' '));

describe('windowsApart', () => {
  it.each<[string, number[], number, number, string[] | undefined]>([
    ['one visit may be made on any day', week, 1, 3, ['1 2 3 4 5']],
    ['two of a week leave two days between', week, 2, 3, ['1', '4 5']],
    ['three of a week need two days from each to the next', week, 3, 2, ['1', '3', '5']],
    ['what does not fit is null', week, 3, 3, undefined],
    ['no visits need no days', [], 0, 3, []],
    ['without a rule they only follow each other', [1, 2, 3, 4], 2, 0, ['1 2', '3 4']],
    ['days that are not worked count as days between', [1, 2, 8, 9], 2, 3, ['1 2', '8 9']],
  ])('%s', (_, days, visits, between, expected) =>
    expect(daysIn(days, windowsApart(days, visits, between))).toEqual(expected),
  );

  it('law: windows keep their distance, are never empty, and are there whenever days can be found', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 25 });
    const small = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(days, small, small, (unsorted, visits, between) => {
        const list = unsorted.sort((a, b) => a - b);
        const windows = windowsApart(list, visits, between);
        expect(windows !== null).toBe(mostDays(list, Math.max(1, between)) >= visits);
        if (!windows) return;
        expect(windows).toHaveLength(visits);
        for (const [at, { first, last }] of windows.entries()) {
          expect(first).toBeLessThanOrEqual(last);
          const next = windows[at + 1];
          if (next) expect(list[next.first]! - list[last]!).toBeGreaterThanOrEqual(Math.max(1, between));
        }
      }),
    );
  });
});

describe('windowsSideBySide', () => {
  it('shares days only when there are too few', () => {
    expect(daysIn(week, windowsSideBySide(week, 2))).toEqual(['1 2', '3 4 5']);
    expect(daysIn([1, 2], windowsSideBySide([1, 2], 3))).toEqual(['1', '1', '2']);
    expect(windowsSideBySide([], 3)).toEqual([]);
  });
});

/** As many days as can be chosen with that distance: the earliest each time. */
function mostDays(days: readonly number[], apart: number): number {
  let [found, before] = [0, -Infinity];
  for (const day of days) {
    if (day - before < apart) continue;
    found++;
    before = day;
  }
  return found;
}
