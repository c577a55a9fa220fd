import type { ItemType } from '../document/item.js';
import { sampleInstrument } from '../sample-instrument.js';
import { columnOfFault, columnsBeside, SheetCells } from './sheet-cells.js';

/** The sheet of a row of one item and its remark. */
function sheetOf(type: ItemType, cells: Readonly<Record<string, string>>) {
  const instrument = sampleInstrument({ items: [{ code: 'it', type }] });
  const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : null);
  return new SheetCells(instrument, Object.keys(cells)).sheetOf({ text: (column) => cells[column] || null, number });
}

describe('a row of a table as a sheet', () => {
  it.each<[ItemType, string, unknown]>([
    ['yesNo', 'yes', { value: 'yes' }],
    ['scale', 'mostly', { value: 'mostly' }],
    ['choices', 'a|b', { value: ['a', 'b'] }],
    ['ranking', 'c|a|b', { value: ['c', 'a', 'b'] }],
    ['number', '7', { value: 7 }],
    ['number', 'seven', { value: 'seven' }], // for `check` to refuse, with what is expected
    ['matrix', 'r1=mostly|r2=fully', { value: { rows: { r1: 'mostly', r2: 'fully' } } }],
    ['timePair', '2026-02-01T08:00Z/2026-02-01T08:10Z', { value: { from: '2026-02-01T08:00Z', to: '2026-02-01T08:10Z' } }],
    ['text', 'a|b', { value: 'a|b' }],
    ['yesNo', 'na:no_card', { notApplicable: 'no_card' }],
  ])('%s: %s', (type, cell, given) => expect(sheetOf(type, { it: cell })).toEqual({ answers: { it: given } })); // prettier-ignore

  it('nothing was answered where nothing stands; a remark may stand alone', () => {
    expect(sheetOf('yesNo', { it: '' })).toEqual({ answers: {} });
    expect(sheetOf('yesNo', { other: 'yes' })).toEqual({ answers: {} });
    expect(sheetOf('yesNo', { it: '', 'it#comment': 'closed' })).toEqual({ answers: { it: { comment: 'closed' } } });
    expect(sheetOf('yesNo', { it: 'no', 'it#comment': 'closed' })).toEqual({ answers: { it: { value: 'no', comment: 'closed' } } }); // prettier-ignore
  });

  it('columns of no item are told, and faults stand under their column', () => {
    const header = ['id', 'it', 'it#comment', 'it#else', 'those#comment'];
    const instrument = sampleInstrument({ items: [{ code: 'it' }] });
    expect(columnsBeside(instrument, header)).toEqual(['id', 'it#else', 'those#comment']);
    expect(['answers.it', 'answers.it.comment'].map(columnOfFault)).toEqual(['it', 'it#comment']);
  });
});
