import fc from 'fast-check';
import type { Sheet } from '#documents';
import { exampleDocument, exampleScheme } from '../example.js';
import type { Scheme } from '../scheme.js';
import { schemeFromSheets } from './scheme-from-sheets.js';
import { sheetsOfScheme } from './sheets-of-scheme.js';

const title = { ar: 'عنوان', en: 'Title' };
const steps = {
  by: 'steps',
  base: 'customers',
  lowest: 1,
  highest: 4,
  steps: [{ component: 'customers', upAt: 3, downAt: 1 }],
};
const allGates = [
  { when: 'pillarBelow', pillar: 'place', below: 50.5, then: { cap: 4 } },
  { when: 'componentBelow', component: 'customers', below: 50, then: { unrated: true } },
  { when: 'criterionFailed', criterion: 'access', below: 1, channels: ['centre'], then: { provisional: true } },
  { when: 'channelGap', above: 20, then: { cap: 5 } },
  { when: 'openViolation', kinds: ['fire_exit', 'hygiene'], then: { cap: 3 } },
  { when: 'openViolation', component: 'customers', then: { cap: 2 } },
  { when: 'boundedUpgrade', component: 'customers', at: 1, by: 1 },
].map((gate, index) => ({ code: `g${index}`, title, ...gate }));
const full = exampleScheme({
  version: 2,
  gates: allGates,
  previous: {
    version: 1,
    criteria: { access: 'same', parking: 'reworded', welcome: 'rescaled', waiting: 'new' },
    dropped: ['lifts'],
  },
});

/** The sheets of the example with one cell changed. */
function sheetsWith(sheet: string, line: number, column: string, value: string, scheme: Scheme = full): Sheet[] {
  return sheetsOfScheme(scheme).map(({ name, rows }) => {
    if (name !== sheet) return { name, rows };
    const at = rows[0]?.indexOf(column) ?? -1;
    return { name, rows: rows.map((row, index) => (index === line - 1 ? row.with(at, value) : row)) };
  });
}
const found = (sheets: readonly Sheet[]) =>
  schemeFromSheets(sheets).faults.map(({ sheet, line, where, reason }) => `${sheet} ${line} ${where} ${reason}`);
const lineOf = (sheet: string, first: string) =>
  1 +
  (sheetsOfScheme(full)
    .find(({ name }) => name === sheet)
    ?.rows.findIndex(([cell]) => cell === first) ?? -1);

describe('the workbook of a scheme', () => {
  it.each<[string, Scheme]>([
    ['with everything', full],
    ['by steps', exampleScheme({ stars: steps, gates: [] })],
    [
      'of a measured component alone',
      exampleScheme({ pillars: [], levels: [], gates: [], components: exampleDocument().components.slice(1) }),
    ],
  ])('a scheme %s is read back as it was', (_, scheme) => {
    expect(schemeFromSheets(sheetsOfScheme(scheme))).toEqual({ scheme, faults: [] });
  });

  it('law: numbers and texts are read back as they were', () => {
    const weight = fc.double({ min: 1e-9, max: 1000, noNaN: true });
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40, unit: 'binary' }),
      fc.constantFrom('=1+1', "'=x", "''=", '0', '٣'),
    );
    const wording = fc
      .dictionary(fc.constantFrom('ar', 'en', 'ur', 'zh-Hans'), text)
      .map((said) =>
        Object.fromEntries(Object.entries(said).map(([tag, one]) => [tag, one.replaceAll('\0', '').trim() || '-'])),
      );
    fc.assert(
      fc.property(weight, weight, wording, wording, (a, b, one, other) => {
        const [assessment, customers] = exampleDocument().components;
        const scheme = exampleScheme({
          title: one,
          note: other,
          components: [
            { ...assessment, weight: a, title: other },
            { ...customers, weight: b },
          ],
        });
        expect(schemeFromSheets(sheetsOfScheme(scheme)).scheme).toEqual(scheme);
      }),
    );
  });

  it('heeds neither case, blanks and underscores of names, nor the order of sheets, columns and rows apart', () => {
    const sheets = sheetsOfScheme(full)
      .toReversed()
      .map(({ name, rows }) => ({
        name: ` ${name.toUpperCase()}`,
        rows: [[...(rows[0] ?? []).map((cell) => cell.replace('At', '_AT'))], [], ...rows.slice(1)].map((row) =>
          row.toReversed(),
        ),
      }));
    // Reversed rows stay under their columns when all are as long as the header.
    expect(schemeFromSheets(sheets).scheme).toEqual(full);
  });

  it.each<[string, Sheet[], string[]]>([
    ['a formula', sheetsWith('components', 2, 'weight', '=1+1'), ['components 2 weight formula']],
    ['a weight that is no number', sheetsWith('pillars', 3, 'weight', 'heavy'), ['pillars 3 weight notANumber']],
    ['a weight of zero', sheetsWith('pillars', 3, 'weight', '0'), ['pillars 3 weight notAbove']],
    ['an element of no pillar', sheetsWith('elements', 2, 'pillar', 'garden'), ['elements 2 pillar unknown']],
    ['an element without a pillar', sheetsWith('elements', 2, 'pillar', ''), ['elements 2 pillar missing']],
    ['a criterion of no element', sheetsWith('criteria', 2, 'element', 'garden'), ['criteria 2 element unknown']],
    ['bands of no component', sheetsWith('bands', 8, 'component', 'garden'), ['bands 8 component unknown']],
    ['bands that fall', sheetsWith('bands', 3, 'from', '39'), ['bands 3 from notAbove']],
    ['a feed by nothing known', sheetsWith('criteria', 4, 'feed', 'magic'), ['criteria 4 feed notOneOf']],
    ['a member of another feed', sheetsWith('criteria', 2, 'study', 'happiness'), ['criteria 2 study unknown']],
    ['an item twice', sheetsWith('criteria', 4, 'items', 'smile، smile'), ['criteria 4 items repeated']],
    ['an effect of nothing known', sheetsWith('gates', 2, 'then', 'raise'), ['gates 2 then notOneOf']],
    ['a cap of no star', sheetsWith('gates', 2, 'then', 'cap 1'), ['gates 2 then notOneOf']],
    ['a gate on no pillar', sheetsWith('gates', 2, 'pillar', 'garden'), ['gates 2 pillar unknown']],
    ['a key that is not known', sheetsWith('scheme', 2, 'key', 'colour'), ['scheme 2 key unknown']],
    ['a key twice', sheetsWith('scheme', 3, 'key', 'code'), ['scheme 3 key twice']],
    [
      'a status that is none',
      sheetsWith('scheme', lineOf('scheme', 'status'), 'value', 'secret'),
      ['scheme 4 value notOneOf'],
    ],
    ['a version that is missing', sheetsWith('scheme', 3, 'value', ''), ['scheme 3 value missing']],
    [
      'a text under a misspelt key',
      sheetsWith('texts', 2, 'key', 'tilte'),
      ['texts 1 title missing', 'texts 2 key noEffect'],
    ],
    ['a text too long', sheetsWith('texts', 2, 'en', 'x'.repeat(4001)), ['texts 2 en tooLong']],
    [
      'a statement that is none',
      sheetsWith('statements', 2, 'statement', 'alike'),
      ['statements 2 statement notOneOf'],
    ],
    [
      'a column that is not known',
      sheetsWith('levels', 1, 'score', 'points'),
      ['levels 1 points unknown', 'levels 1 score missing'],
    ],
  ])('%s', (_, sheets, faults) => expect(found(sheets)).toEqual(faults));

  it('two pillars of one code: the first has the elements, and the second is told of', () => {
    const sheets = sheetsWith('pillars', 3, 'code', 'place').map(({ name, rows }) => ({
      name,
      rows: name === 'elements' ? rows.map((row) => (row[0] === 'service' ? row.with(0, 'place') : row)) : rows,
    }));
    expect(found(sheets)).toEqual(['pillars 3 code tooFew', 'texts 16 key noEffect']);
  });

  it('sheets that are missing, unknown or there twice', () => {
    const sheets = sheetsOfScheme(full).filter(({ name }) => name !== 'texts');
    expect(found([...sheets, { name: 'colours', rows: [] }, sheets[0]!])).toEqual([
      'colours 1 colours unknown',
      'scheme 1 scheme twice',
      'texts 1 texts missing',
    ]);
  });

  it('takes Arabic digits, and a text of a criterion that has no row is missed in the sheet of texts', () => {
    expect(schemeFromSheets(sheetsWith('pillars', 3, 'weight', '٣٫٠')).scheme).toEqual(full);
    const sheets = sheetsOfScheme(full).map(({ name, rows }) => ({
      name,
      rows: rows.filter(([key]) => key !== 'pillar.place.title'),
    }));
    expect(found(sheets)).toEqual(['texts 1 pillar.place.title missing']);
  });
});
