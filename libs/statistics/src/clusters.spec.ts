import fc from 'fast-check';
import { paired, pairedInClusters } from './comparison.js';

describe('pairedInClusters', () => {
  it('AT-13’s kind of clusters, by hand: two that move apart', () => {
    // d̄ = 3; sums of shifts −4 and +4 of n = 4: z = ∓1; Var = 2/1 · (1 + 1) = 4
    expect(pairedInClusters([[1, 1], [5, 5]])).toMatchObject({ method: 'clustered', difference: 3, standardError: 2, df: 1 }); // prettier-ignore
  });

  it('law: clusters of one unit each are plain pairs', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 30 }), (list) => {
        const [one, other] = [paired(list), pairedInClusters(list.map((difference) => [difference]))];
        if (!one || !other) return;
        expect(other.standardError).toBeCloseTo(one.standardError, 9);
        expect(other.df).toBe(one.df);
      }),
    );
  });

  it('is none of one cluster, or of clusters that agree', () => {
    expect(pairedInClusters([[1, 2, 3]])).toBeNull();
    expect(pairedInClusters([[1, 3], [2, 2], []])).toBeNull(); // prettier-ignore
  });
});
