import {
  cellsOf,
  smallGroupIn,
  suppress,
  type BasicCell,
  type CellCodes,
  type CellDimension,
  type EarlierRelease,
} from './index.js';

const departments: readonly CellDimension[] = [{ name: 'department' }];
const total: CellCodes = {};

const of = (counts: Readonly<Record<string, number>>): readonly BasicCell[] =>
  Object.entries(counts).map(([department, count]) => ({ codes: { department }, count }));
const department = (name: string): CellCodes => ({ department: name });

/** What becomes of the total and of each department, by name. */
function verdictsOf(counts: Readonly<Record<string, number>>, earlier?: EarlierRelease, least = 10) {
  const cells = [total, ...Object.keys(counts).map(department)];
  const release = { dimensions: departments, basic: of(counts), cells, least, ...(earlier && { earlier }) };
  const verdicts = suppress(release).cells;
  return Object.fromEntries(verdicts.map(({ codes, withheld }) => [codes['department'] ?? 'total', withheld]));
}

describe('suppress', () => {
  it('AT-29: 998 of 56,600 are too few, so the smallest safe sibling, 8,002, goes second', () =>
    expect(verdictsOf({ x: 998, y: 47_600, z: 8_002 }, undefined, 1_000)).toEqual({
      total: null,
      x: 'tooFew',
      y: null,
      z: 'protectsOthers',
    }));

  it.each([
    ['nothing is too few', { a: 10, b: 30 }, { a: null, b: null }],
    ['one is, so two go', { a: 3, b: 12, c: 30 }, { a: 'tooFew', b: 'protectsOthers', c: null }],
    ['two that are enough together', { a: 4, b: 6, c: 30 }, { a: 'tooFew', b: 'tooFew', c: null }],
    ['two that are not', { a: 4, b: 5, c: 30, d: 20 }, { a: 'tooFew', b: 'tooFew', c: null, d: 'protectsOthers' }],
    ['an empty one is no secret', { a: 0, b: 12, c: 30 }, { a: null, b: null, c: null }],
    ['all are', { a: 4, b: 5 }, { a: 'tooFew', b: 'tooFew', total: 'tooFew' }],
  ])('%s', (_, counts, verdicts) => expect(verdictsOf(counts)).toEqual({ total: null, ...verdicts }));

  it('withholds more when a line forces counts: ten parts of ten are one each', () => {
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, place) => [`d${place}`, 1]));
    expect(verdictsOf(ten)).toMatchObject({ total: 'protectsOthers', d0: 'tooFew' });
    expect(verdictsOf({ ...ten, large: 12 })).toMatchObject({ total: null, large: 'protectsOthers' });
  });

  it('guards groups that never were cells: those with A that are not in A and B', () => {
    const dimensions = [{ name: 'grade' }, { name: 'shift' }];
    const basic = [
      { codes: { grade: 'A', shift: 'day' }, count: 31 },
      { codes: { grade: 'A', shift: 'night' }, count: 4 },
      { codes: { grade: 'B', shift: 'day' }, count: 40 },
    ];
    const cells = [{ grade: 'A' }, { grade: 'A', shift: 'day' }];
    expect(suppress({ dimensions, basic, cells, least: 10 }).cells.map(({ withheld }) => withheld)).toEqual([
      null,
      'protectsOthers',
    ]);
    expect(smallGroupIn({ dimensions, basic, least: 10 }, cells)).toEqual({
      groups: [{ grade: 'A', shift: 'night' }],
      people: 4,
    });
  });

  it('guards a tree over several levels, with people right under an agency', () => {
    const dimensions = [{ name: 'unit', parents: { d1: 'a1', d2: 'a1', d3: 'a2' } }];
    const basic = [
      { codes: { unit: 'd1' }, count: 20 },
      { codes: { unit: 'd2' }, count: 15 },
      { codes: { unit: 'a1' }, count: 2 },
      { codes: { unit: 'd3' }, count: 50 },
    ];
    const cells = cellsOf(dimensions, basic, [[], ['unit']]);
    const withheld = suppress({ dimensions, basic, cells, least: 10 }).cells.filter((cell) => cell.withheld);
    expect(withheld).toEqual([{ codes: { unit: 'd2' }, count: 15, withheld: 'protectsOthers' }]);
  });

  it('guards across dimensions: one of two women’s ages is given away by the margins alone', () => {
    const dimensions = [{ name: 'gender' }, { name: 'age' }];
    const basic = [
      { codes: { gender: 'f', age: 'young' }, count: 20 },
      { codes: { gender: 'f', age: 'old' }, count: 5 },
      { codes: { gender: 'm', age: 'young' }, count: 30 },
    ];
    const margins = [total, { gender: 'f' }, { gender: 'm' }, { age: 'young' }, { age: 'old' }];
    const verdicts = suppress({ dimensions, basic, cells: margins, least: 10 }).cells;
    expect(verdicts.map(({ withheld }) => withheld)).toEqual([null, null, null, 'protectsOthers', 'tooFew']);
  });

  it('takes a higher least for comments, and refuses a lower one', () => {
    expect(verdictsOf({ a: 12, b: 30 }, undefined, 25)).toEqual({ total: null, a: 'tooFew', b: 'protectsOthers' });
    for (const least of [9, 0, 10.5, NaN]) expect(() => verdictsOf({ a: 12 }, undefined, least)).toThrow(RangeError);
  });

  it('refuses what is no count, no declared dimension, and a tree that bites its tail', () => {
    expect(() => verdictsOf({ a: -1 })).toThrow(RangeError);
    expect(() => verdictsOf({ a: 1.5 })).toThrow(RangeError);
    const basic = of({ a: 12 });
    expect(() => suppress({ dimensions: [], basic, cells: [total], least: 10 })).toThrow(RangeError);
    const bitten = [{ name: 'department', parents: { a: 'b', b: 'a' } }];
    expect(() => suppress({ dimensions: bitten, basic, cells: [total], least: 10 })).toThrow(RangeError);
  });
});

describe('suppress after an earlier release', () => {
  const kept = (counts: Readonly<Record<string, number>>, published: readonly CellCodes[]): EarlierRelease => ({
    basic: of(counts),
    published,
    answers: 'kept',
  });

  it('withholds what one late answer would be read from', () => {
    const earlier = kept({ a: 20, b: 30 }, [total, department('a'), department('b')]);
    expect(verdictsOf({ a: 21, b: 30 }, earlier)).toEqual({
      total: 'changedSinceEarlier',
      a: 'changedSinceEarlier',
      b: null,
    });
    expect(verdictsOf({ a: 30, b: 30 }, earlier)).toEqual({ total: null, a: null, b: null });
  });

  it('sees that two left and two came when told so, and takes equal counts for equal people when not', () => {
    const earlier = kept({ a: 20, b: 30 }, [total, department('a'), department('b')]);
    expect(verdictsOf({ a: 20, b: 30 }, earlier)).toEqual({ total: null, a: null, b: null });
    const told = { ...earlier, basic: [{ ...of({ a: 20 })[0]!, stayed: 18 }, ...of({ b: 30 })] };
    expect(verdictsOf({ a: 20, b: 30 }, told)).toMatchObject({ a: 'changedSinceEarlier', b: null });
    const wrong = { ...earlier, basic: [{ ...of({ a: 20 })[0]!, stayed: 21 }] };
    expect(() => verdictsOf({ a: 20, b: 30 }, wrong)).toThrow(RangeError);
  });

  it('shows the same again, and prefers to hide again what was hidden', () => {
    const counts = { a: 3, b: 12, c: 14, d: 40 };
    const before = { ...kept(counts, [total, department('b'), department('d')]), answers: 'new' as const };
    expect(verdictsOf(counts)).toMatchObject({ b: 'protectsOthers', c: null });
    expect(verdictsOf(counts, before)).toMatchObject({ b: null, c: 'protectsOthers' });
  });

  it('of a later cycle minds who stays withheld, not who merely came', () => {
    const before = { ...kept({ a: 3, b: 15, c: 40 }, [total, department('c')]), answers: 'new' as const };
    // 3 + 15 were published together then: b now would leave the three of then, and a now would leave b
    expect(verdictsOf({ a: 12, b: 15, c: 42 }, before)).toEqual({
      total: null,
      a: 'changedSinceEarlier',
      b: 'changedSinceEarlier',
      c: null,
    });
    expect(verdictsOf({ a: 12, b: 35, c: 42 }, before)).toMatchObject({ a: null, b: null });
  });
});
