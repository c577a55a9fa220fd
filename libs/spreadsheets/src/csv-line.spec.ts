import fc from 'fast-check';
import { csvLine, withoutGuard } from './csv-line.js';

describe('csvLine', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+971501234567', `"'+971501234567"`],
    ['-5', `"'-5"`],
    ['@x', `"'@x"`],
    ['＝1+1', `"'＝1+1"`],
    ['＠x', `"'＠x"`],
    [' =1', `"' =1"`],
    ['\u200F\u00A0=1', `"'\u200F\u00A0=1"`],
    ['\tx', `"'\tx"`],
    ['\rx', `"'\rx"`],
    ['\nx', `"'\nx"`],
    ["'=1", `"''=1"`],
    ["O'Brien", `"O'Brien"`],
    ["'quoted'", `"'quoted'"`],
    ['say "x"', '"say ""x"""'],
    ['a=b', '"a=b"'],
    ['', '""'],
    [null, '""'],
    [undefined, '""'],
    [-5, '-5'],
    [1.5, '1.5'],
  ])('%j is written as %s', (cell, written) => expect(csvLine([cell])).toBe(`${written}\r\n`));

  it('is undone by withoutGuard, whatever the text', () => {
    const text = fc.array(
      fc.constantFrom("'", '=', '+', '-', '@', '＝', ' ', '\t', '\n', '\u200B', '\u0001', 'x', '١'),
    );
    fc.assert(
      fc.property(
        text.map((signs) => signs.join('')),
        (said) => {
          const cell = csvLine([said]).slice(1, -3).replaceAll('""', '"');
          expect(withoutGuard(cell)).toBe(said);
          // Whatever stands first beside what is not seen, it is no sign that begins a formula.
          expect(cell.replace(/^[\s\p{Cf}]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        },
      ),
    );
  });
});
