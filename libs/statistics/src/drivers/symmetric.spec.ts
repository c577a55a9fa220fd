import fc from 'fast-check';
import { eigenOf, functionOf } from './symmetric.js';

const symmetric = fc
  .integer({ min: 1, max: 7 })
  .chain((size) =>
    fc
      .array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: size ** 2, maxLength: size ** 2 })
      .map((list) =>
        Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_none, j) => list[Math.max(i, j) * size + Math.min(i, j)]!),
        ),
      ),
  );

describe('eigenOf', () => {
  it('by hand: 2 and 1 at 45 degrees', () => {
    const { values, vectors } = eigenOf([[1.5, 0.5], [0.5, 1.5]]); // prettier-ignore
    expect(values[0]).toBeCloseTo(2, 14);
    expect(values[1]).toBeCloseTo(1, 14);
    expect(Math.abs(vectors[0]![0]!)).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it('law: V D Vᵀ is the matrix again, values fall', () => {
    fc.assert(
      fc.property(symmetric, (matrix) => {
        const eigen = eigenOf(matrix);
        expect(eigen.values).toEqual(eigen.values.toSorted((a, b) => b - a));
        functionOf(eigen, (value) => value).forEach((row, i) =>
          row.forEach((value, j) => expect(value).toBeCloseTo(matrix[i]![j]!, 10)),
        );
      }),
    );
  });
});
