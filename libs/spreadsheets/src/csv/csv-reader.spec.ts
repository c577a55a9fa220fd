import { Problem } from '#contract';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { limits } from '../limits.js';
import type { Delimiter, RawRow } from '../raw-row.js';
import { CsvReader } from './csv-reader.js';

function read(pieces: readonly string[], delimiter: Delimiter = ','): RawRow[] {
  const reader = new CsvReader('table', delimiter);
  return [...pieces.flatMap((piece) => reader.read(piece)), ...reader.end()];
}

const shown = (rows: readonly RawRow[]): string[] => rows.map((row) => `${row.line}: ${row.cells.join('|')}`);

function refusalOf(pieces: readonly string[]): unknown {
  try {
    return read(pieces);
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return problem.details.faults;
  }
}

describe('CsvReader', () => {
  it.each([
    ['nothing', '', []],
    ['a last line without an end', 'a,b\n1,2', ['1: a|b', '2: 1|2']],
    ['a last empty cell', 'a,', ['1: a|']],
    ['empty lines count', 'a\n\n\nb', ['1: a', '2: ', '3: ', '4: b']],
    ['CRLF is one line', 'a\r\nb\r\n', ['1: a', '2: b']],
    ['CR alone', 'a,b\r1,2\r3,4', ['1: a|b', '2: 1|2', '3: 3|4']],
    ['all three mixed', 'a\nb\r\nc\rd\n\re', ['1: a', '2: b', '3: c', '4: d', '5: ', '6: e']],
    ['a delimiter in quotes', '"a,b",c', ['1: a,b|c']],
    ['a doubled quote', '"say ""ah""",""""', ['1: say "ah"|"']],
    ['an empty quoted cell', '"",a', ['1: |a']],
    ['lines in quotes are counted', '"x\ny\n",1\nb', ['1: x\ny\n|1', '4: b']],
    ['a CRLF in quotes is one line', '"x\r\ny",1\r\nb', ['1: x\r\ny|1', '3: b']],
    ['a CR in quotes is one line', '"x\ry"\rb', ['1: x\ry', '3: b']],
    ['a CR before the closing quote is whole', '"x\r"\nb', ['1: x\r', '3: b']],
    ['and so it is before a doubled one', '"x\r""\ny"\nb', ['1: x\r"\ny', '4: b']],
    ['a quote within a cell is an ordinary character', '5" pipe,a"b"', ['1: 5" pipe|a"b"']],
    ['and behind a tab', '1,\t"b"', ['1: 1|\t"b"']],
    ['spaces belong to their cell', ' a ,b ', ['1:  a |b ']],
  ])('%s', (_, text, rows) => {
    expect(shown(read([text]))).toEqual(rows);
    expect(read([text]).filter((row) => row.flaw !== null)).toEqual([]);
    expect(shown(read([...text]))).toEqual(rows);
  });

  it.each([
    ['text behind a closing quote', '1,"a"b,2\n3,4', { column: 1, reason: 'notReadable', value: 'a' }],
    ['an opening quote behind spaces', '1, "b",2\n3,4', { column: 1, reason: 'notReadable', value: ' "b"' }],
  ])('%s spoils its row and no other', (_, text, flaw) => {
    const rows = read([text]);
    expect(rows.map((row) => row.flaw)).toEqual([flaw, null]);
    expect(rows[1]?.line).toBe(2);
  });

  it('names the line in which a quote opened that nobody closes', () => {
    const text = 'a,b\n"x\ny","open\n3,4\n5,6\n';
    const faults = [{ where: '#2', line: 3, value: 'open\n3,4\n5,6\n', reason: 'notReadable' }];
    expect(refusalOf([text])).toEqual(faults);
    expect(refusalOf([...text])).toEqual(faults);
  });

  it('gives up on an open quote when the longest record is over, not when the file is', () => {
    const reader = new CsvReader('table', ',');
    reader.read('a,b\n1,"');
    const piece = 'x'.repeat(limits.record / 4);
    for (let count = 0; count < 3; count += 1) reader.read(piece);
    expect(() => reader.read(piece)).toThrow(Problem);
  });
});

describe('CsvReader, limits', () => {
  const tooLong = (column: number, max: number): unknown => expect.objectContaining({ column, reason: 'tooLong', max });

  it('takes a cell of the greatest length, quoted or not', () => {
    const cell = 'x'.repeat(limits.cell);
    expect(read([`${cell},"${cell}"\n`])).toEqual([{ line: 1, cells: [cell, cell], width: 2, flaw: null }]);
  });

  it.each([
    ['plain', 'x'.repeat(limits.cell + 1)],
    ['quoted', `"${'x'.repeat(limits.cell)}\n"`],
  ])('a longer one spoils its row and no other: %s', (_, cell) => {
    const rows = read([`1,${cell},3\n4,5,6\n`]);
    expect(rows.map((row) => row.flaw)).toEqual([tooLong(1, limits.cell), null]);
    expect(rows[1]?.cells).toEqual(['4', '5', '6']);
  });

  it('a longer record spoils its row and no other, and is not kept', () => {
    const long = Array.from({ length: 20 }, () => 'x'.repeat(90_000)).join(',');
    const [first, second] = read([`${long}\n`, 'a,b\n']);
    expect(first?.flaw).toEqual(tooLong(11, limits.record));
    expect(first?.cells.join('').length).toBeLessThanOrEqual(limits.record);
    expect(second?.cells).toEqual(['a', 'b']);
  });

  it('counts more columns than it keeps', () => {
    const [row] = read([','.repeat(300_000)]);
    expect(row).toMatchObject({ width: 300_001, flaw: null });
    expect(row?.cells).toHaveLength(limits.columns);
  });
});

describe('CsvReader, laws', () => {
  const delimiter = fc.constantFrom<Delimiter>(',', ';', '\t');
  const lineBreak = fc.constantFrom('\n', '\r\n', '\r');
  const nasty = fc.string({ unit: fc.constantFrom('a', 'ب', '🌟', '"', ',', ';', '\t', '\n', '\r', ' ', '\uFEFF') });
  const cell = fc.oneof(nasty, fc.string({ unit: 'binary' }));
  const record = fc.array(fc.record({ cell, quoted: fc.boolean() }), { minLength: 1, maxLength: 5 });
  const cuts = fc.array(fc.nat({ max: 200 }), { maxLength: 6 });

  /** A correct writer: it quotes what needs it, and sometimes what does not. */
  const written = ({ cell, quoted }: { cell: string; quoted: boolean }): string =>
    quoted || /[",;\t\r\n]|^ /.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

  const piecesOf = (text: string, at: readonly number[]): string[] => {
    const places = [0, ...[...at].sort((one, other) => one - other), text.length];
    return places.slice(1).map((place, index) => text.slice(places[index], place));
  };

  it('reads back what a correct writer wrote, with the lines it starts in, however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(record), delimiter, lineBreak, cuts, (records, mark, end, at) => {
        const lines = records.map((cells) => cells.map(written).join(mark) + end);
        const rows = read(piecesOf(lines.join(''), at), mark);
        const starts = lines.map(
          (_, index) =>
            lines
              .slice(0, index)
              .join('')
              .split(/\r\n|\r|\n/).length,
        );
        expect(rows).toEqual(
          records.map((cells, index) => ({
            line: starts[index],
            cells: cells.map(({ cell }) => cell),
            width: cells.length,
            flaw: null,
          })),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('reads every text as csv-parse does, where that one reads it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 40 });
    let compared = 0;
    fc.assert(
      fc.property(text, cuts, (text, at) => {
        const options = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true };
        let theirs: string[][];
        try {
          theirs = parse(text, options);
        } catch {
          return; // csv-parse also refuses quotes within a cell, which are ordinary characters here
        }
        compared += 1;
        expect(read(piecesOf(text, at)).map((row) => row.cells)).toEqual(theirs);
      }),
      { numRuns: 3_000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
