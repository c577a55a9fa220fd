import fc from 'fast-check';
import type { Fault } from '#contract';
import { familiesOf, groupsBy } from './families.js';
import type { Sheet } from './sheet.js';
import { reportTo, rowsBy } from './table.js';
import { tablesOf, writtenSheet } from './tables.js';
import { isLanguage } from './texts.js';

const shapes = {
  parts: { names: ['code', 'whole'], needed: ['code'] },
  texts: { names: ['key'], needed: ['key'], allows: isLanguage },
};
const texts: Sheet = { name: 'Texts ', rows: [['Key', 'ar', 'EN'], [], ['title', 'أ']] };

function opened(...sheets: readonly Sheet[]) {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const tables = tablesOf(sheets, shapes, ['texts'], report);
  const found = () => faults.map(({ sheet, line, where, reason }) => `${sheet} ${line} ${where} ${reason}`);
  return { tables, report, found };
}
const parts = (...rows: readonly (readonly string[])[]): Sheet => ({ name: 'parts', rows });

describe('tablesOf', () => {
  it('finds sheets, columns and cells whatever the case, blanks and underscores of their names', () => {
    const { tables, found } = opened(texts, {
      name: 'PARTS',
      rows: [
        ['Code ', '_whole'],
        [' a ', 'w'],
      ],
    });
    expect(found()).toEqual([]);
    expect(tables?.of.parts.rows.map((row) => [row.line, row.cell('code'), row.cell('Whole')])).toEqual([
      [2, 'a', 'w'],
    ]);
    expect(tables?.of.parts.rows[0]?.placeOf('whole')).toEqual({ sheet: 'PARTS', line: 2, where: '_whole' });
    expect(tables?.of.texts.extra).toEqual(['ar', 'EN']);
    expect(tables?.of.texts.rows.map(({ line }) => line)).toEqual([3]);
    expect(tables?.nameOf('texts')).toBe('Texts ');
  });

  it('takes a sheet that need not be there as empty', () => {
    const { tables, found } = opened(texts);
    expect(found()).toEqual([]);
    expect(tables?.of.parts.rows).toEqual([]);
    expect(tables?.nameOf('parts')).toBe('parts');
  });

  it('tells of sheets alone when they are not the right ones', () => {
    const { tables, found } = opened(parts(['colour']), parts(['code']), { name: 'notes', rows: [] });
    expect(tables).toBeNull();
    expect(found()).toEqual(['parts 1 parts twice', 'notes 1 notes unknown', 'texts 1 texts missing']);
  });

  it('takes 50,000 rows and not one more', () => {
    const rows = Array.from({ length: 50_000 }, () => ['code']);
    expect(opened(texts, parts(...rows)).tables).not.toBeNull();
    expect(opened(texts, parts(...rows, [])).found()).toEqual(['parts 50001 parts tooMany']);
  });

  it.each<[string, Sheet, string[]]>([
    ['an unknown column', parts(['code', 'colour']), ['parts 1 colour unknown']],
    ['a column twice', parts(['code', 'Code']), ['parts 1 Code twice']],
    ['a column that is missing', parts(['whole']), ['parts 1 code missing']],
    ['a formula', parts(['code'], ['=1+1']), ['parts 2 code formula']],
    ['a cell under no header', parts(['code'], ['a', '', 'x']), ['parts 2 3 columnsDiffer']],
  ])('tells of %s', (_, sheet, faults) => expect(opened(texts, sheet).found()).toEqual(faults));

  it('law: what is written is read back, save blanks around it', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=1+1', "'=x", "''=", ' =', " '= ", '0'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), (rows) => {
        const { tables, found } = opened(texts, writtenSheet('parts', ['code', 'whole'], rows));
        expect(found()).toEqual([]);
        const wanted = rows
          .map((row) => row.map((text) => text.trim()))
          .filter((row) => row.some((text) => text !== ''));
        expect(tables?.of.parts.rows.map((row) => [row.cell('code'), row.cell('whole')])).toEqual(wanted);
      }),
    );
  });
});

describe('rows by what they say', () => {
  const open = (...rows: readonly (readonly string[])[]) => {
    const { tables, ...rest } = opened(texts, parts(['code', 'whole'], ...rows));
    return { rows: tables?.of.parts.rows ?? [], ...rest };
  };
  const codes = (rows: readonly { readonly cell: (column: string) => string }[]) => rows.map((row) => row.cell('code'));

  it('rowsBy: each holds something, and no two the same', () => {
    const { rows, report, found } = open(['a', '1'], ['', '2'], ['a', '3']);
    expect([...rowsBy('code', rows, report)].map(([key, row]) => [key, row.line])).toEqual([['a', 2]]);
    expect(found()).toEqual(['parts 3 code missing', 'parts 4 code twice']);
  });

  it('familiesOf: a family can be taken once, and nobody stands without a parent', () => {
    const { rows, report, found } = open(['a', 'a'], ['b', 'a'], ['c', ''], ['d', 'z']);
    const take = familiesOf(rows, 'whole', rows, report);
    expect([codes(take('a')), codes(take('a')), codes(take('b'))]).toEqual([['a', 'b'], [], []]);
    expect(found()).toEqual(['parts 4 whole missing', 'parts 5 whole unknown']);
  });

  it('groupsBy: in the order of their first rows', () => {
    const { rows, report, found } = open(['a', 'y'], ['b', 'x'], ['c', 'y'], ['d', '']);
    expect([...groupsBy('whole', rows, report)].map(([name, own]) => [name, ...codes(own)])).toEqual([
      ['y', 'a', 'c'],
      ['x', 'b'],
    ]);
    expect(found()).toEqual(['parts 5 whole missing']);
  });
});
