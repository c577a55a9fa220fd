import fc from 'fast-check';
import { numberFrom, wholeNumberFrom } from './number.js';

const fault = { kind: 'fault', reason: 'notANumber' };

describe('numberFrom', () => {
  it.each([
    ['0', 0],
    ['64.076', 64.076],
    ['007', 7],
    ['.5', 0.5],
    ['+3', 3],
    ['-3', -3],
    ['\u22123.5', -3.5],
    ['-0', 0],
    ['1,234', 1234],
    ['1,234,567.25', 1234567.25],
    ['1\u00A0234', 1234],
    ['1\u202F234\u202F567', 1234567],
    ['٦٤٫٥', 64.5],
    ['۶۴٫۵', 64.5],
    ['١٬٢٣٤٫٥', 1234.5],
    ['٦٤.٥', 64.5],
    ['1\u066C234\u066B5', 1234.5],
    [' \u200F64.5\u200E\u061C ', 64.5],
    ['\u061C-٥', -5],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['64.075999999999993', 64.076],
  ])('reads %j', (cell, value) => expect(numberFrom(cell)).toEqual({ kind: 'number', value, percent: false }));

  it.each([
    ['64.5%', 64.5],
    ['64.5 %', 64.5],
    ['٦٤٫٥٪', 64.5],
    ['٦٤٫٥٪\u061C', 64.5],
  ])('reads %j as points, not as a share', (cell, value) =>
    expect(numberFrom(cell)).toEqual({ kind: 'number', value, percent: true }),
  );

  it.each(['', ' ', '\u200F', '-', '–', '—', '..', '...', '…', 'n/a', 'N/A'])('%j is missing, not 0', (cell) =>
    expect(numberFrom(cell)).toEqual({ kind: 'missing' }),
  );

  it.each(['[z]', '[c]', '[x]', '[low]', '[u]', '[w]', '[LOW]', '[u1]', '[r][e]', ' [c]\u200F'])(
    'shorthand of the UK Government Analysis Function is missing: %j',
    (cell) => expect(numberFrom(cell)).toEqual({ kind: 'missing' }),
  );

  it.each([
    ['an exponent', '1e5'],
    ['an exponent as Excel shows it', '1.23E+11'],
    ['a hexadecimal', '0x1F'],
    ['infinity', 'Infinity'],
    ['not a number', 'NaN'],
    ['a decimal comma', '1,5'],
    ['a decimal comma in Arabic digits', '٦٤,٥'],
    ['an Arabic comma', '٦٤،٥'],
    ['a group of four', '1,2345'],
    ['a group of two', '12,34,567'],
    ['a first group of four', '1234,567'],
    ['a first group that begins with 0', '0,123'],
    ['two kinds of groups', '1,234\u00A0567'],
    ['two decimal points', '1.2.3'],
    ['a decimal point with nothing behind it', '5.'],
    ['a point alone', '.'],
    ['a sign alone', '+'],
    ['a per cent sign alone', '%'],
    ['two signs', '--5'],
    ['a sign behind', '5-'],
    ['a per cent sign in front', '%5'],
    ['brackets for a minus', '(5)'],
    ['two scripts', '1٢'],
    ['two Arabic scripts', '٤۴'],
    ['a space within', '1 234'],
    ['a figure with a marker', '12.3 [p]'],
    ['a marker with a figure', '[p]12.3'],
    ['a marker nobody knows', '[q]'],
    ['a currency', '5 AED'],
    ['an error of Excel', '#N/A'],
    ['a word', 'صفر'],
    ['digits of a third script', '५'],
    ['fullwidth digits', '５'],
    ['more than any number needs', '1'.repeat(65)],
  ])('%s is a fault: %s', (_, cell) => expect(numberFrom(cell)).toEqual(fault));

  it('refuses what a double cannot hold exactly', () => {
    const params = { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
    expect(numberFrom('9007199254740993')).toEqual({ kind: 'fault', reason: 'outOfRange', params });
    expect(numberFrom('-1' + '0'.repeat(30))).toEqual({ kind: 'fault', reason: 'outOfRange', params });
  });
});

describe('numberFrom in a table of decimal commas', () => {
  it.each([
    ['1,5', 1.5],
    ['64,076', 64.076],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1\u00A0234,5', 1234.5],
    ['1234', 1234],
    ['٦٤٫٥', 64.5],
    // A point that can only be a decimal one, as Windows in Arabic writes it between semicolons.
    ['64.5', 64.5],
    ['0.123', 0.123],
    ['64.0761', 64.0761],
    ['1,234,567', 1234567],
    ['1,234.5', 1234.5],
  ])('reads %j', (cell, value) => expect(numberFrom(cell, 'comma')).toEqual({ kind: 'number', value, percent: false }));

  it.each(['1.234', '64.076', '1.23,4', '1,2,3', '1.234.56'])('%j leaves open what it means', (cell) =>
    expect(numberFrom(cell, 'comma')).toEqual(fault),
  );
});

describe('numberFrom, laws', () => {
  const locales = ['en', 'ar-EG', 'ar-AE', 'fa', 'fr', 'he'] as const;
  const amount = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((whole) => whole / 1000);

  it('reads back every number as every one of these languages writes it', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(...locales), fc.boolean(), (value, locale, useGrouping) => {
        const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping }).format(value);
        const reading = numberFrom(written, locale === 'fr' ? 'comma' : 'point');
        expect(reading).toEqual({ kind: 'number', value: value + 0, percent: false });
      }),
    );
  });

  it('reads back German numbers, and leaves open only those of one group without decimals', () => {
    fc.assert(
      fc.property(amount, (value) => {
        const written = new Intl.NumberFormat('de', { maximumFractionDigits: 3 }).format(value);
        const open = /^-?\d{1,3}\.\d{3}$/.test(written);
        expect(numberFrom(written, 'comma')).toEqual(
          open ? fault : { kind: 'number', value: value + 0, percent: false },
        );
      }),
    );
  });

  it('a sign turns a number round, and a per cent sign leaves it', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(numberFrom(`\u2212${value}`)).toMatchObject({ value: 0 - value });
        expect(numberFrom(`${value}٪`)).toMatchObject({ value, percent: true });
      }),
    );
  });

  it('gives a finite number or none, whatever stands there', () => {
    const characters = fc.constantFrom(...'0123456789٠٩۰۹.,٫٬-+−%٪ \u00A0\u202F\u200F[]cz/eExna');
    fc.assert(
      fc.property(fc.string({ unit: characters }), fc.constantFrom('point', 'comma'), (cell, style) => {
        const reading = numberFrom(cell, style);
        if (reading.kind !== 'number') return;
        expect(Number.isFinite(reading.value)).toBe(true);
        expect(/[0-9٠-٩۰-۹]/.test(cell)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('wholeNumberFrom', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['1,234', 1234],
    ['١٬٢٣٤', 1234],
    ['2147483647', 2147483647],
  ])('reads %j', (cell, value) => expect(wholeNumberFrom(cell)).toEqual({ kind: 'number', value }));

  it.each(['', '[c]', '–'])('%j is missing, not 0', (cell) =>
    expect(wholeNumberFrom(cell)).toEqual({ kind: 'missing' }),
  );

  it.each(['1.5', '1.000', '-1', '5%', '٠٫٠'])('%j is not a count', (cell) =>
    expect(wholeNumberFrom(cell)).toEqual({ kind: 'fault', reason: 'notAWholeNumber' }),
  );

  it.each(['1e3', 'x', '1,5', '0x10'])('%j is not a number', (cell) => expect(wholeNumberFrom(cell)).toEqual(fault));

  it('stops where the column of the database does', () => {
    const params = { min: 0, max: 2147483647 };
    expect(wholeNumberFrom('2147483648')).toEqual({ kind: 'fault', reason: 'outOfRange', params });
  });

  it('never takes a thousand for one, or one for a thousand, between semicolons', () => {
    expect(wholeNumberFrom('1.234', 'comma').kind).toBe('fault');
    expect(wholeNumberFrom('1,234', 'comma').kind).toBe('fault');
    expect(wholeNumberFrom('1.234.567', 'comma')).toEqual({ kind: 'number', value: 1234567 });
  });
});
