import { smallGroupOf } from './small-group.js';
import { Span } from './span.js';

const rowOf = (numbers: Readonly<Record<number, number>>) =>
  new Map(Object.entries(numbers).map(([column, value]) => [Number(column), value]));

const wantedOf = (people: readonly number[]) => ({
  columns: people.map((count) => ({ count, stayed: true, basic: [] })),
  least: 10,
  changesCount: true,
});

describe('smallGroupOf', () => {
  it('leaves a column as it is when others must change, though only that one could be changed by a single row', () => {
    const span = new Span();
    span.add(rowOf({ 1: 1, 7: 1, 8: 1, 9: 1 }));
    span.add(rowOf({ 2: 1, 5: -1, 6: -1 }));
    span.add(rowOf({ 3: 1, 5: 1, 7: 1, 8: 1 }));
    span.add(rowOf({ 4: 1, 6: 1, 7: 1, 8: 1 }));
    const latest = span.add(rowOf({ 0: 1, 5: 1, 6: 1, 9: 1 }))!;
    // ten people by itself; with the second row seven
    expect(smallGroupOf(span, latest, wantedOf([3, 3, 3, 3, 3, 3, 3, 3, 3, 1]))).toEqual([0, 9, 2]);
  });

  it('reckons with halves: three pairs give each of three away', () => {
    const span = new Span();
    span.add(rowOf({ 0: 1, 1: 1 }));
    span.add(rowOf({ 1: 1, 2: 1 }));
    expect(smallGroupOf(span, span.add(rowOf({ 0: 1, 2: 1 }))!, wantedOf([8, 8, 8]))).toHaveLength(1);
  });

  it('gives nothing away that is large enough, nor again what was known before', () => {
    const span = new Span();
    expect(smallGroupOf(span, span.add(rowOf({ 0: 1, 1: 1 }))!, wantedOf([6, 4, 3]))).toBeNull();
    span.add(rowOf({ 2: 1 }));
    expect(span.add(rowOf({ 0: 1, 1: 1, 2: 1 }))).toBeNull();
  });
});

describe('Span', () => {
  it('is as before when an addition is taken back', () => {
    const span = new Span();
    span.add(rowOf({ 0: 1, 1: 1, 2: 1 }));
    const before = [span.rowAt(0), [...span.leadsIn(1)]];
    span.takeBack(span.add(rowOf({ 1: 1, 3: 1 }))!);
    expect([span.rowAt(0), [...span.leadsIn(1)]]).toEqual(before);
    expect(span.rowAt(1)).toBeUndefined();
  });

  it('refuses numbers that a double can not hold, and stays as it was', () => {
    const span = new Span();
    span.add(rowOf({ 0: 94_906_267, 1: 1 }));
    expect(() => span.add(rowOf({ 0: 1, 1: 94_906_267 * 2 }))).toThrow();
    expect(span.rowAt(0)?.get(0)).toBe(94_906_267);
    expect(span.leadsIn(1).size).toBe(1);
  });
});
