import fc from 'fast-check';
import { disagreementIn, krippendorffAlpha, pairableTotals, type Metric, type Observed } from './krippendorff.js';

const metrics: readonly Metric[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** Twelve units seen by four observers, one observer a line; `·` said nothing. */
const krippendorffC = turned([
  '1 2 3 3 2 1 4 1 2 · · ·',
  '1 2 3 3 2 2 4 1 2 5 · ·',
  '· 3 3 3 2 3 4 2 2 5 1 3',
  '1 2 3 3 2 4 4 1 2 5 1 ·',
]);

describe('AT-06: Krippendorff’s data C', () => {
  it.each<[Metric, number, number]>([
    ['nominal', 0.743, 0.743421],
    ['ordinal', 0.815, 0.815388],
    ['interval', 0.849, 0.849107],
    ['ratio', 0.797, 0.797403],
  ])('%s: as printed, %d', (metric, printed, exact) => {
    expect(krippendorffAlpha(krippendorffC, metric)).toBeCloseTo(printed, 3);
    expect(krippendorffAlpha(krippendorffC, metric)).toBeCloseTo(exact, 6);
  });

  it('has 40 pairable values, 9 to 3 of each category', () => {
    expect([...pairableTotals(krippendorffC)]).toEqual([[1, 9], [2, 13], [3, 10], [4, 5], [5, 3]]); // prettier-ignore
    expect(disagreementIn(krippendorffC, 'nominal')?.pairable).toBe(40);
  });
});

describe('krippendorffAlpha', () => {
  it('by hand: three of four agree; a was said five times, b three times', () => {
    // observed 2/8, expected 2·5·3/(8·7); what only one said counts for nothing
    const units = [['a', 'a'], ['a', 'b'], ['b', 'b', null], ['a', 'a'], ['b', null]]; // prettier-ignore
    expect(krippendorffAlpha(units, 'nominal')).toBeCloseTo(1 - 2 / 8 / (30 / 56), 12);
  });

  it.each<[string, Observed<number>[]]>([
    ['nobody observed anything', []],
    ['no unit was seen twice', [[1, null], [null, 2], [3]]],
    [
      'everybody always said the same',
      [
        [1, 1],
        [1, 1, null],
      ],
    ],
  ])('is null when %s', (_, units) => {
    for (const metric of metrics) expect(krippendorffAlpha(units, metric)).toBeNull();
  });

  it('two who always contradict each other are worse than chance', () => {
    expect(krippendorffAlpha([[0, 1], [1, 0], [0, 1]], 'nominal')).toBeCloseTo(1 - 1 / (2 * 9 / 30), 12); // prettier-ignore
  });

  it('zeros have a ratio distance of 0 to each other and 1 to everything else', () => {
    expect(krippendorffAlpha([[0, 0], [5, 0]], 'ratio')).toBeCloseTo(1 - (2 / 4) / (2 * 3 / 12), 12); // prettier-ignore
  });

  it.each<[Metric, number]>([
    ['interval', NaN],
    ['ordinal', Infinity],
    ['ratio', -1],
  ])('refuses for %s what is no value of it', (metric, value) =>
    expect(() => krippendorffAlpha([[value, 1]], metric)).toThrow(RangeError),
  );
});

describe('laws of alpha', () => {
  const value = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
  const table = fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 });

  it('perfect agreement is 1', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 9 }), (said) => {
        for (const metric of metrics) expect(krippendorffAlpha(said.map((one) => [one, one]), metric)).toBe(1); // prettier-ignore
      }),
    );
  });

  it('the order of observers and of units does not matter', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...metrics), (units, metric) => {
        const turnedRound = units.toReversed().map((unit) => unit.toReversed());
        expect(krippendorffAlpha(turnedRound, metric) ?? 9).toBeCloseTo(krippendorffAlpha(units, metric) ?? 9, 9);
      }),
    );
  });

  it('interval does not see where a scale begins nor how long its steps are', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: -50, max: 50 }), fc.constantFrom(-3, 0.5, 20), (units, shift, stretch) => {
        const moved = units.map((unit) => unit.map((one) => (one === null ? null : shift + stretch * one)));
        expect(krippendorffAlpha(moved, 'interval') ?? 9).toBeCloseTo(krippendorffAlpha(units, 'interval') ?? 9, 9);
      }),
    );
  });

  it('ordinal sees the order alone; of two values all metrics but ratio are one', () => {
    fc.assert(
      fc.property(table, (units) => {
        const bent = units.map((unit) => unit.map((one) => (one === null ? null : one ** 3)));
        expect(krippendorffAlpha(bent, 'ordinal')).toBe(krippendorffAlpha(units, 'ordinal'));
        const halved = units.map((unit) => unit.map((one) => (one === null ? null : Number(one > 2))));
        const nominal = krippendorffAlpha(halved, 'nominal') ?? 9;
        expect(krippendorffAlpha(halved, 'ordinal') ?? 9).toBeCloseTo(nominal, 9);
        expect(krippendorffAlpha(halved, 'interval') ?? 9).toBeCloseTo(nominal, 9);
      }),
    );
  });

  it('a unit that only one saw changes nothing', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...metrics), (units, metric) => {
        expect(krippendorffAlpha([...units, [5, null, null]], metric)).toBe(krippendorffAlpha(units, metric));
      }),
    );
  });
});

/** From one line an observer to one list a unit. */
function turned(lines: readonly string[]): (number | null)[][] {
  const rows = lines.map((line) => line.split(' ').map((cell) => (cell === '·' ? null : Number(cell))));
  return rows[0]!.map((_, unit) => rows.map((row) => row[unit]!));
}
