import { longestRun, runLengths } from './runs.js';

describe('runLengths', () => {
  it('AT-30: 3, 3, 3, 4, 4, 3 has a longstring of 3 and an average run of 2', () => {
    const runs = runLengths([3, 3, 3, 4, 4, 3]);
    expect(runs).toEqual([3, 2, 1]);
    expect(longestRun([3, 3, 3, 4, 4, 3])).toBe(3);
    expect(runs.reduce((sum, length) => sum + length, 0) / runs.length).toBe(2);
  });

  it('has no run in nothing', () => {
    expect(runLengths([])).toEqual([]);
    expect(longestRun([])).toBe(0);
  });
});
