import { isWorked, workFor } from '../code/proof-of-work.js';
import { cellOf } from '../response/cell-of.js';
import { longestRun } from './flaws-of.js';

describe('the longest run', () => {
  it('AT-30: 3, 3, 3, 4, 4, 3 has one of 3', () => expect(longestRun([3, 3, 3, 4, 4, 3])).toBe(3));
  it('of nothing is 0', () => expect(longestRun([])).toBe(0));
  it('of one is 1', () => expect(longestRun(['a'])).toBe(1));
});

describe('the cell of a sheet', () => {
  const rules = { outcomeItem: 'outcome', cuts: ['gender', 'age'] };
  it('holds what was answered to the outcome and the cuts, and nothing for what was not', () => {
    expect(cellOf(rules, { answers: { outcome: { value: 'refused' }, age: { value: 'a_25' } } })).toEqual({
      outcome: 'refused',
      segment: '|a_25',
    });
    expect(cellOf({ cuts: [] }, { answers: {} })).toEqual({ outcome: '', segment: '' });
  });
});

describe('a proof of work', () => {
  it('is found, and holds for its stamp alone', async () => {
    const work = await workFor('stamp', 12);
    expect(isWorked('stamp', work, 12)).toBe(true);
    expect(isWorked('another', work, 12)).toBe(false);
    expect(isWorked('stamp', 'nothing', 30)).toBe(false);
    expect(isWorked('stamp', '', 0)).toBe(true);
  });
});
