import type { KnownTotal } from './rake-input.js';
import { rake } from './rake.js';
import type { Raking, RakePlan } from './rake.js';

/** Respondents of one weighting cell. */
export interface PostStratum {
  /** Its name; several may bear it, with different weights before. */
  readonly cell: string;
  readonly count: number;
  /** What each weighed before, above 0; 1 unless said. */
  readonly weight?: number;
}

/**
 * Weights by which the respondents of each cell stand for its known people: w' = w · N_g / Σ_{j∈g} w_j (post-stratification, cell
 * weighting). It is raking over one dimension, and answers as `rake` does; without caps one round meets every total.
 *
 * Source: domain note 6.2. R: `survey::postStratify`.
 * @throws RangeError as `rake`
 */
export function postStratify(
  cells: readonly PostStratum[],
  totals: readonly KnownTotal[],
  limits: Pick<RakePlan, 'caps' | 'mostRounds' | 'epsilon'> = {},
): Raking {
  const raked = cells.map(({ cell, ...respondents }) => ({ categories: [cell], ...respondents }));
  return rake({ cells: raked, margins: [{ dimension: 'cell', totals }], ...limits });
}
