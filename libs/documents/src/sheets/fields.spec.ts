import { columnOf } from './column.js';
import { cellsOf, fieldsIn, originOf } from './fields.js';
import { reportTo, tableOf } from './table.js';
import type { Fault } from '#contract';

const columns = [
  columnOf.words('code'),
  columnOf.number('weight'),
  columnOf.list('channels'),
  columnOf.truth('isOpen'),
  columnOf.numberOrDay('min'),
  columnOf.words('rule', 'comment', 'rule'),
];
const header = columns.map(({ name }) => name);
const whole = { code: 'a', weight: 2, channels: ['x', 'y'], isOpen: true, min: '2026-01-31', comment: { rule: 'r' } };

function read(...cells: readonly string[]) {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const shape = { names: header, needed: [] };
  const [row] = tableOf({ name: 'parts', rows: [header, cells] }, shape, report).rows;
  return { row, faults, draft: row ? fieldsIn(row, columns, report) : null };
}

describe('a part of a document in a row', () => {
  it.each<[string, object]>([
    ['whole', whole],
    ['of one member', { code: 'a' }],
    ['with an empty list, which is not no list', { ...whole, channels: [] }],
    ['with what is false, and a bound that is a number', { ...whole, isOpen: false, min: -1 }],
  ])('%s, is read back as it was', (_, part) => expect(read(...cellsOf(part, columns)).draft).toEqual(part));

  it('takes Arabic words, digits and commas', () => {
    expect(read('a', '٢', 'x، y', 'نعم', '٢٠٢٦-٠١-٣١', 'r')).toMatchObject({ draft: whole, faults: [] });
  });

  it('tells of cells that say nothing known, and leaves them out', () => {
    const { draft, faults } = read('a', 'heavy', '', 'perhaps');
    expect(draft).toEqual({ code: 'a' });
    expect(faults).toMatchObject([
      { sheet: 'parts', line: 2, where: 'weight', value: 'heavy', reason: 'notANumber' },
      { sheet: 'parts', line: 2, where: 'isOpen', value: 'perhaps', reason: 'notOneOf' },
    ]);
  });

  it.each([
    ['weight', 'weight'],
    ['channels[1]', 'channels'],
    ['comment.rule', 'rule'],
    ['comment', 'rule'],
    ['', 'code'],
    ['colour', 'code'],
  ])('“%s” stands in the column %s', (rest, where) => {
    const { row } = read('a');
    expect(row && originOf(row, columns, 'code')(rest)).toEqual({ sheet: 'parts', line: 2, where });
  });
});
