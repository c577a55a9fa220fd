import fc from 'fast-check';
import { descentsOf, leftOf } from './lineage.js';

const years = { previousStartsOn: '2023-01-01', endsOn: '2024-12-31' };

/** Lines as `A>B 2024`, agencies as letters. */
function descents(lines: string, before: string, now: string) {
  const successions = lines.split(', ').flatMap((line) => {
    const [, predecessor, successor, year] = /^(\w)>(\w) (\d{4})$/.exec(line) ?? [];
    return predecessor && successor && year ? [{ predecessor, successor, since: `${year}-01-01` }] : [];
  });
  const presentBefore = new Set(before);
  const found = descentsOf(successions, new Set(now), presentBefore, years);
  const told = [...found].map(([code, { cohort, parts }]) => `${code} ${cohort} ${parts.join('')}`.trim());
  return [...told, ...leftOf(found, presentBefore).map((code) => `${code} left`)];
}

describe('descentsOf', () => {
  it.each([
    ['nothing said', '', 'AB', 'BC', ['B continuing B', 'C new', 'A left']],
    ['renamed', 'A>B 2024', 'A', 'B', ['B renamed A']],
    ['renamed twice', 'A>B 2024, B>C 2024', 'A', 'C', ['C renamed A']],
    ['renamed from next year on', 'A>B 2025', 'A', 'B', ['B new', 'A left']],
    ['merged', 'A>C 2024, B>C 2024', 'AB', 'C', ['C merged AB']],
    ['merged into one that was there', 'A>B 2024', 'AB', 'B', ['B merged BA']],
    ['merged before the last cycle', 'A>B 2022', 'B', 'B', ['B continuing B']],
    ['split', 'A>B 2024, A>C 2024', 'A', 'BC', ['B split A', 'C split A']],
    ['split, one part gone', 'A>B 2024, A>C 2024', 'A', 'B', ['B renamed A']],
    ['split, the old one stands', 'A>B 2024', 'A', 'AB', ['A split A', 'B split A']],
    ['split before the last cycle', 'A>B 2022', 'AB', 'AB', ['A continuing A', 'B continuing B']],
    ['split on the first day of the last cycle', 'A>B 2023', 'AB', 'AB', ['A continuing A', 'B continuing B']],
    ['split long ago, then renamed', 'A>B 2020, B>C 2024', 'AB', 'AC', ['A continuing A', 'C renamed B']],
    ['merged and split at once', 'A>C 2024, B>C 2024, B>D 2024', 'AB', 'CD', ['C split AB', 'D split B']],
    ['renamed before, yet first measured under the new name now', 'A>B 2022', 'A', 'B', ['B renamed A']],
  ])('%s', (_, lines, before, now, told) => expect(descents(lines, before, now)).toEqual(told));

  it('the first cycle of its kind has only new agencies', () => {
    const found = descentsOf([], new Set('A'), new Set<string>(), { previousStartsOn: null, endsOn: '2024-12-31' });
    expect(found.get('A')).toEqual({ cohort: 'new', parts: [] });
  });

  const letters = fc.constantFrom(...'ABCDE');
  const line = fc.record({
    predecessor: letters,
    successor: letters,
    since: fc.constantFrom('2022-01-01', '2023-07-01', '2024-01-01', '2025-01-01'),
  });
  const agencies = fc.uniqueArray(letters).map((codes) => new Set(codes));

  it('does not depend on the order of the lines, and ends even when they run in a circle', () => {
    fc.assert(
      fc.property(fc.array(line), agencies, agencies, (lines, now, before) => {
        const found = descentsOf(lines, now, before, years);
        expect(descentsOf(lines.toReversed(), now, before, years)).toEqual(found);
      }),
    );
  });

  it('goes on only from agencies that were there, and gives each agency one cohort that fits its parts', () => {
    fc.assert(
      fc.property(fc.array(line), agencies, agencies, (lines, now, before) => {
        const found = descentsOf(lines, now, before, years);
        expect([...found.keys()]).toEqual([...now]);
        for (const [code, { cohort, parts }] of found) {
          expect(parts.every((part) => before.has(part))).toBe(true);
          expect(new Set(parts).size).toBe(parts.length);
          if (cohort === 'new') expect(parts).toEqual([]);
          if (cohort === 'continuing') expect(parts).toEqual([code]);
          if (cohort === 'renamed') expect(parts).toHaveLength(1);
          if (cohort === 'merged') expect(parts.length).toBeGreaterThan(1);
        }
      }),
    );
  });
});
