import type { Fault } from '#contract';
import { columnOf } from './column.js';
import { keyedCells, keyedRows } from './keyed.js';
import type { Origin } from './sheet.js';
import { statementRows, statementsIn } from './statements.js';
import { reportTo, tableOf } from './table.js';
import { isLanguage, textColumns, textRows, textsIn } from './texts.js';

const faults: Fault[] = [];
const report = reportTo(faults);
const table = (name: string, header: readonly string[], rows: readonly (readonly string[])[]) =>
  tableOf({ name, rows: [header, ...rows] }, { names: header.filter((one) => !isLanguage(one) || one === 'key'), needed: [], allows: isLanguage }, report); // prettier-ignore
const told = () => faults.splice(0).map(({ sheet, line, where, reason }) => `${sheet} ${line} ${where} ${reason}`);

describe('the sheet of texts', () => {
  const rows = [
    ['title', 'عنوان', 'Title', ''],
    ['note', '', '', '注'],
    ['spare', 'ز', '', ''],
  ];
  const texts = textsIn(table('texts', ['key', 'AR', 'en', 'zh-Hans'], rows), report);

  it('gives each text by its tags, and where it stands', () => {
    const title = texts.find('title');
    expect(title?.wording).toEqual({ ar: 'عنوان', en: 'Title' });
    expect(title?.origin('ar')).toEqual({ sheet: 'texts', line: 2, where: 'AR' });
    expect(title?.origin('')).toEqual({ sheet: 'texts', line: 2, where: 'key' });
    expect(texts.find('note')?.wording).toEqual({ 'zh-Hans': '注' });
    expect(texts.find('other')).toBeNull();
    expect(texts.unused().map((row) => row.cell('key'))).toEqual(['spare']);
  });

  it('is written with the languages that are named, then any others by name', () => {
    const said = [
      ['title', { ur: 'عنوان', en: 'Title', bn: 'শিরোনাম' }],
      ['note', { ar: 'ملاحظة' }],
    ] as const;
    const languages = textColumns(['ar', 'en'], said);
    expect(languages).toEqual(['ar', 'en', 'bn', 'ur']);
    expect(textRows(said, languages)).toEqual([
      ['title', '', 'Title', 'শিরোনাম', 'عنوان'],
      ['note', 'ملاحظة', '', '', ''],
    ]);
  });
});

describe('a sheet of keys and values', () => {
  const columns = [columnOf.words('code'), columnOf.number('minCount', 'count', 'min')];

  it('is read as one row, whatever the case, blanks and underscores of its keys', () => {
    const sheet = table('Head', ['key', 'value'], [['Min_count', '2'], ['colour', 'red']]); // prettier-ignore
    const cells = keyedCells(sheet, 'Head', columns, report);
    expect([cells.cell('minCount'), cells.cell('code')]).toEqual(['2', '']);
    expect(cells.placeOf('minCount')).toEqual({ sheet: 'Head', line: 2, where: 'value' });
    expect(cells.placeOf('code')).toEqual({ sheet: 'Head', line: 1, where: 'code' });
    expect(told()).toEqual(['Head 3 key unknown']);
  });

  it('is written with all keys, so that an empty one shows what could stand there', () => {
    expect(keyedRows({ count: { min: 2 } }, columns)).toEqual([
      ['code', ''],
      ['minCount', '2'],
    ]);
  });
});

describe('the sheet of statements', () => {
  const of = { column: 'item', member: 'items' };
  const read = (rows: readonly (readonly string[])[], previous?: Record<string, unknown>) => {
    const origins = new Map<string, Origin>();
    const statements = statementsIn(table('statements', ['item', 'statement'], rows), of, previous, origins, report);
    return { statements, origins };
  };

  it('is read back as it was written', () => {
    const { statements, origins } = read(statementRows({ a: 'same', b: 'new' }, ['c']), { version: 1 });
    expect(statements).toEqual({ version: 1, items: { a: 'same', b: 'new' }, dropped: ['c'] });
    expect(origins.get('previous.items.b')?.('')).toEqual({ sheet: 'statements', line: 3, where: 'statement' });
    expect(origins.get('previous.dropped[0]')?.('')).toEqual({ sheet: 'statements', line: 4, where: 'statement' });
  });

  it('says nothing when it is empty and no version is named', () => {
    expect(read([]).statements).toBeNull();
    expect(read([], { version: 1 }).statements).toEqual({ version: 1, items: {}, dropped: [] });
  });
});
