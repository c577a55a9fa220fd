import { SlidingCounts } from './sliding-counts.js';

describe('sliding counts', () => {
  it('forget what lies a window back, little by little', () => {
    const counts = new SlidingCounts(1_000, 10);
    for (let at = 0; at < 10; at++) counts.add('a', 500);
    expect(counts.count('a', 999)).toBe(10);
    expect(counts.count('a', 1_500)).toBe(5);
    expect(counts.add('a', 1_500)).toBe(6);
    expect(counts.count('a', 3_000)).toBe(0);
    expect(counts.count('b', 500)).toBe(0);
  });

  it('know at most so many keys', () => {
    const counts = new SlidingCounts(1_000, 2);
    for (const key of ['a', 'b', 'c']) counts.add(key, 1);
    expect(['a', 'b', 'c'].map((key) => counts.count(key, 1))).toEqual([0, 1, 1]);
  });
});
