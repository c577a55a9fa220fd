import fc from 'fast-check';
import { Instrument } from '../document/instrument.js';
import { instrumentFromSheets } from './read-sheets.js';
import { madeInstrument } from './test/made-instruments.js';
import { sheetsOfInstrument } from './write-sheets.js';

describe('a workbook', () => {
  it('is read back as the instrument it was written from', () => {
    fc.assert(
      fc.property(madeInstrument, (instrument) => {
        const { document, faults } = instrumentFromSheets(sheetsOfInstrument(instrument));
        expect(faults).toEqual([]);
        expect(Instrument.parse(document)).toEqual(instrument);
      }),
    );
  });

  it('never holds a formula, and always the same sheets', () => {
    fc.assert(
      fc.property(madeInstrument, (instrument) => {
        const sheets = sheetsOfInstrument(instrument);
        expect(sheets.map(({ name }) => name)).toEqual(['instrument', 'dimensions', 'sections', 'items', 'options', 'constraints', 'statements', 'texts']); // prettier-ignore
        expect(sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell.startsWith('='))).toEqual([]);
      }),
    );
  });
});
