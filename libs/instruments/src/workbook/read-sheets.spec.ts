import { locatedFault, type Sheet } from '#documents';
import { publishFaults } from '../publish-faults.js';
import { readInstrument } from '../read/read-instrument.js';
import { instrumentFromSheets } from './read-sheets.js';
import { visitSheets, withCell } from './test/visit-sheets.js';

const without = (name: string): readonly Sheet[] => visitSheets.filter((sheet) => sheet.name !== name);
const withRow = (name: string, ...row: readonly string[]): readonly Sheet[] =>
  visitSheets.map((sheet) => (sheet.name === name ? { name, rows: [...sheet.rows, row] } : sheet));

describe('a workbook that an office wrote', () => {
  const { document, faults } = instrumentFromSheets(visitSheets);
  const { instrument } = readInstrument(document);

  it('is a good instrument', () => {
    expect(faults).toEqual([]);
    expect(readInstrument(document).faults).toEqual([]);
    expect(instrument && publishFaults(instrument)).toEqual([]);
  });

  it('has its numbers from Arabic digits, its items in their sections, its options in order', () => {
    expect(instrument?.version).toBe(2);
    expect(instrument?.scoring.minCompleteness).toBe(0.8);
    expect(instrument?.sections.map(({ items }) => items.map(({ code }) => code))).toEqual([['greeting', 'channel'], ['queue', 'wait_minutes']]); // prettier-ignore
    expect(instrument?.scales[0]?.options.map(({ code }) => code)).toEqual(['poor', 'good']);
    expect(instrument?.sections[1]?.items[1]).toMatchObject({
      points: [{ to: 15, points: 10 }, { from: 15, to: 30, points: 5 }],
      constraints: [{ holds: 'wait_minutes < 600.0', message: { ar: 'أقل من عشر ساعات', en: 'Less than ten hours' } }],
    }); // prettier-ignore
    expect(instrument?.previous?.dropped).toEqual(['smile']);
  });
});

describe('what is wrong in a workbook', () => {
  it.each([
    ['a formula', withCell('items', 2, 'weight', '=1+1'), 'items', 2, 'weight', 'formula'],
    ['no number', withCell('items', 2, 'weight', '1,5'), 'items', 2, 'weight', 'notANumber'],
    ['ranges written otherwise', withCell('items', 6, 'points', '0-15: 10'), 'items', 6, 'points', 'invalid'],
    ['a cell of another type of item', withCell('items', 4, 'scale', 'quality'), 'items', 4, 'scale', 'noEffect'],
    ['a section that is none', withCell('items', 4, 'section', 'exit'), 'items', 4, 'section', 'unknown'],
    ['no section', withCell('items', 4, 'section', ''), 'items', 4, 'section', 'missing'],
    ['an item twice', withCell('items', 4, 'code', 'greeting'), 'items', 4, 'code', 'twice'],
    ['a list that is none', withCell('items', 5, 'options', 'canals'), 'items', 5, 'options', 'unknown'],
    ['a place in a list given twice', withCell('options', 3, 'order', '2'), 'options', 3, 'order', 'twice'],
    ['a list that nobody uses', withRow('options', 'spare', '', '', 'one', ''), 'options', 6, 'list', 'noEffect'],
    ['an option twice', withCell('options', 5, 'code', 'desk'), 'options', 5, 'code', 'twice'],
    ['a scale drawn in two ways', withCell('options', 3, 'scale', 'smiley'), 'options', 3, 'scale', 'contradicts'],
    ['an unknown column', withCell('items', 1, 'weight', 'wieght'), 'items', 1, 'wieght', 'unknown'],
    ['a column twice', withCell('items', 1, 'weight', 'Relevant'), 'items', 1, 'relevant', 'twice'],
    ['a column that must be there', withCell('items', 1, 'type', 'weight '), 'items', 1, 'type', 'missing'],
    ['a cell beyond the header', withRow('sections', 'exit', '', '', 'x'), 'sections', 4, '4', 'columnsDiffer'],
    ['an unknown key', withCell('Instrument', 6, 'Key', 'mood'), 'Instrument', 6, 'Key', 'unknown'],
    ['an unknown sheet', [...visitSheets, { name: 'notes', rows: [] }], 'notes', 1, 'notes', 'unknown'],
    [
      'a sheet twice',
      [...visitSheets, { name: 'Items ', rows: [['section', 'code', 'type']] }],
      'Items ',
      1,
      'Items ',
      'twice',
    ],
    ['no sheet of sections', without('sections'), 'sections', 1, 'sections', 'missing'],
    ['a text that nothing has', withRow('texts', 'item.smile.text', 'أ', 'b'), 'texts', 16, 'key', 'noEffect'],
    ['a text twice', withRow('texts', 'title', 'أ', 'b'), 'texts', 16, 'key', 'twice'],
    ['a constraint of no item', withRow('constraints', 'smile', 'true'), 'constraints', 3, 'item', 'unknown'],
  ])('%s is told with sheet, line and column', (_, sheets, sheet, line, where, reason) => {
    const { document, faults } = instrumentFromSheets(sheets);
    expect(document).toBeNull();
    expect(faults).toContainEqual(expect.objectContaining({ sheet, line, where, reason })); // prettier-ignore
  });

  it('a text without a row is told by its key', () => {
    const { faults } = instrumentFromSheets(withCell('texts', 6, 'key', ''));
    expect(faults).toContainEqual({ sheet: 'texts', where: 'item.greeting.text', reason: 'missing' });
  });
});

describe('locatedFault', () => {
  it.each([
    [
      'a type that is none',
      withCell('items', 2, 'type', 'stars'),
      { sheet: 'items', line: 2, where: 'type', reason: 'notOneOf' },
    ],
    ['a type that is missing', withCell('items', 2, 'type', ''), { sheet: 'items', line: 2, where: 'type' }],
    ['a weight below 0', withCell('dimensions', 2, 'weight', '-1'), { sheet: 'dimensions', line: 2, where: 'weight' }],
    ['a code with a blank', withCell('sections', 2, 'code', 'the desk'), { sheet: 'sections', line: 2, where: 'code' }],
    [
      'a mode that is none',
      withCell('Instrument', 6, 'Value', 'stars'),
      { sheet: 'Instrument', line: 6, where: 'Value' },
    ],
    ['a range of no width', withCell('items', 6, 'points', '3..3=1'), { sheet: 'items', line: 6, where: 'points' }],
    ['points of an option', withCell('options', 4, 'points', '-2'), { sheet: 'options', line: 4, where: 'points' }],
    [
      'a condition on nothing',
      withCell('items', 6, 'relevant', 'que == "yes"'),
      { sheet: 'items', line: 6, where: 'relevant' },
    ],
    [
      'a constraint on nothing',
      withCell('constraints', 2, 'holds', 'x > 1.0'),
      { sheet: 'constraints', line: 2, where: 'holds' },
    ],
    [
      'a statement that is none',
      withCell('statements', 3, 'statement', 'odd'),
      { sheet: 'statements', line: 3, where: 'statement' },
    ],
    ['a scale that is none', withCell('items', 2, 'scale', 'quantity'), { sheet: 'items', line: 2, where: 'scale' }],
  ] as const)('%s is shown in its cell', (_, sheets, place) => {
    const { document, faults, origins } = instrumentFromSheets(renamed(sheets));
    expect(faults).toEqual([]);
    const read = readInstrument(document);
    expect(read.faults.map((fault) => locatedFault(origins, fault))).toContainEqual(expect.objectContaining(place));
  });

  it('shows a missing translation in the column of its language', () => {
    const { document, origins } = instrumentFromSheets(withCell('texts', 6, 'AR', ''));
    const { instrument } = readInstrument(document);
    const [fault] = instrument ? publishFaults(instrument) : [];
    expect(fault && locatedFault(origins, fault)).toEqual({ sheet: 'texts', line: 6, where: 'AR', reason: 'missing' });
  });

  it('leaves what came from no cell as it is', () => {
    const fault = { where: 'schema', reason: 'missing' } as const;
    expect(locatedFault(new Map(), fault)).toBe(fault);
  });
});

/** Texts and items that name a section by its code follow it. */
function renamed(sheets: readonly Sheet[]): readonly Sheet[] {
  const code = sheets.find(({ name }) => name === 'sections')?.rows[1]?.[0] ?? '';
  const follow = (cell: string) => cell.replace(/^reception$/, code).replace('section.reception.', `section.${code}.`);
  return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(follow)) }));
}
