import type { Correlated } from './correlated.js';
import { eigenOf, functionOf, times } from './symmetric.js';

/**
 * R² divided among drivers by way of the uncorrelated variables nearest to them: ε_j = Σ_k λ_jk² β_k², Λ = R^{1/2}, β = Λ⁻¹ r. Close to
 * the Shapley shares and quick for any number of drivers. Never below 0, and they sum to R². In the order of the drivers.
 *
 * Source: Johnson 2000, Multivariate Behavioral Research 35:1–19.
 * @throws RangeError for drivers that can be computed from each other
 */
export function relativeWeights({ between, withOutcome }: Correlated): readonly number[] {
  const eigen = eigenOf(between);
  if (!eigen.values.every((value) => value > 0)) {
    throw new RangeError('Drivers that can be computed from each other have no shares');
  }
  const root = functionOf(eigen, Math.sqrt);
  const slopes = times(
    functionOf(eigen, (value) => 1 / Math.sqrt(value)),
    withOutcome,
  );
  return root.map((row) => row.reduce((sum, loading, k) => sum + loading ** 2 * (slopes[k] ?? 0) ** 2, 0));
}
