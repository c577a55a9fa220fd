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

  const start = 10_000;
  const pair = () => [new SlidingCounts(1_000, 100), new SlidingCounts(1_000, 100)] as const;

  it('of two that tell each other are one', () => {
    const [one, other] = pair();
    const sums = new Map<string, number>();
    const tell = (from: SlidingCounts, at: number) => {
      for (const { key, start, n } of from.take(at, 1, 100)) {
        const sum = (sums.get(`${key} ${start}`) ?? 0) + n;
        sums.set(`${key} ${start}`, sum);
        for (const counts of [one, other]) counts.learn({ key, start, n: sum }, at);
      }
    };
    for (let n = 0; n < 10; n++) {
      one.add('a', start + n);
      if (n % 2) other.add('a', start + n);
      if (n % 3 === 0) tell(one, start + n);
      if (n % 4 === 0) tell(other, start + n);
    }
    tell(one, start + 10);
    tell(other, start + 10);
    expect([one, other].map((counts) => counts.count('a', start + 10))).toEqual([15, 15]);
    expect(other.add('a', start + 1_500)).toBe(8.5);
  });

  it('are told the greatest first, never below the least, and again when they did not arrive', () => {
    const [one] = pair();
    for (const key of ['a', 'b', 'b', 'c', 'c', 'c']) one.add(key, start);
    const told = one.take(start, 2, 1);
    expect(told).toEqual([{ key: 'c', start, n: 3 }]);
    one.giveBack(told);
    one.add('c', start);
    expect(one.take(start, 2, 9).map(({ key, n }) => [key, n])).toEqual([['c', 4], ['b', 2]]); // prettier-ignore
    expect(one.take(start, 2, 9)).toEqual([]);
    expect(one.take(start, 1, 9)).toEqual([{ key: 'a', start, n: 1 }]);
  });

  it('learn of the window before, and of no other', () => {
    const [one] = pair();
    one.learn({ key: 'a', start: start - 1_000, n: 10 }, start + 500);
    one.learn({ key: 'b', start: start - 2_000, n: 10 }, start + 500);
    one.learn({ key: 'c', start: start + 1_000, n: 10 }, start + 500);
    expect(['a', 'b', 'c'].map((key) => one.count(key, start + 500))).toEqual([5, 0, 0]);
  });

  it('are urgent once a tenth of a limit is untold', () => {
    const [one] = pair();
    for (let n = 0; n < 5; n++) one.add('a', start, 60);
    expect(one.takeUrgency()).toBe(false);
    one.add('a', start, 60);
    expect([one.takeUrgency(), one.takeUrgency()]).toEqual([true, false]);
  });

  it('list no more than they know', () => {
    const [one] = pair();
    for (let n = 0; n < 500; n++) one.add(`${n}`, start);
    expect(one.take(start, 1, 1_000)).toHaveLength(100);
  });
});
