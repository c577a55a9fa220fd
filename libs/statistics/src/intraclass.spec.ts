import fc from 'fast-check';
import { intraclassCorrelations } from './intraclass.js';

/** Six targets, four judges. */
const shroutFleiss = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]; // prettier-ignore

const kinds = ['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k'] as const;
type Kind = (typeof kinds)[number];
const valueOf = (ratings: readonly (readonly number[])[], kind: Kind) =>
  intraclassCorrelations(ratings)?.[kind].value ?? null;

describe('AT-07: Shrout & Fleiss 1979', () => {
  it.each<[Kind, number, number]>([
    ['icc11', 0.17, 0.1657],
    ['icc21', 0.29, 0.2898],
    ['icc31', 0.71, 0.7148],
    ['icc1k', 0.44, 0.4428],
    ['icc2k', 0.62, 0.6201],
    ['icc3k', 0.91, 0.9093],
  ])('%s: as printed, %d', (kind, printed, exact) => {
    expect(valueOf(shroutFleiss, kind)).toBeCloseTo(printed, 2);
    expect(valueOf(shroutFleiss, kind)).toBeCloseTo(exact, 4);
  });

  it('says of how much', () => expect(intraclassCorrelations(shroutFleiss)).toMatchObject({ targets: 6, judges: 4 }));

  it('has no interval without F quantiles', () => {
    for (const kind of kinds) expect(intraclassCorrelations(shroutFleiss)?.[kind].interval).toBeNull();
  });
});

describe('intraclassCorrelations', () => {
  it.each([
    ['no targets', []],
    ['one target', [[1, 2]]],
    ['one judge', [[1], [2]]],
  ])('is null with %s', (_, ratings) => expect(intraclassCorrelations(ratings)).toBeNull());

  it('has no values when everything is alike, floats or not', () => {
    for (const kind of kinds) expect(valueOf([[0.1 + 0.2, 0.3], [0.3, 0.3], [0.3, 0.1 + 0.2]], kind)).toBeNull(); // prettier-ignore
  });

  it('has no value of a mean that tells no targets apart; of one judge it is −1 of two', () => {
    const crossed = [[1, 3], [3, 1]]; // prettier-ignore
    expect(valueOf(crossed, 'icc11')).toBe(-1);
    expect(valueOf(crossed, 'icc1k')).toBeNull();
  });

  it('refuses gaps and what is no number', () => {
    expect(() => intraclassCorrelations([[1, 2], [1]])).toThrow(RangeError);
    expect(() => intraclassCorrelations([[1, 2], [NaN, 2]])).toThrow(RangeError); // prettier-ignore
  });

  it('law: judges who agree are 1; one who always adds the same is 1 in consistency alone', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 1, max: 50 }),
        (scores, more) => {
          for (const kind of kinds) expect(valueOf(scores.map((one) => [one, one]), kind)).toBeCloseTo(1, 9); // prettier-ignore
          const lenient = scores.map((score) => [score, score + more]);
          expect(valueOf(lenient, 'icc31')).toBeCloseTo(1, 9);
          expect(valueOf(lenient, 'icc21')).toBeLessThan(1 - 1e-6);
        },
      ),
    );
  });

  it('law: neither the order of targets and judges nor the unit of the scale matters', () => {
    const ratings = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(ratings, fc.constantFrom(...kinds), (table, kind) => {
        const other = table.toReversed().map((row) => row.toReversed().map((rating) => 7 + 5 * rating));
        expect(valueOf(other, kind) ?? 9).toBeCloseTo(valueOf(table, kind) ?? 9, 7);
      }),
    );
  });
});
