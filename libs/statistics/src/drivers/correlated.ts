import type { Symmetric } from './symmetric.js';

/** How drivers go together with each other and with the outcome. */
export interface Correlated {
  /** Correlations between drivers: 1 on the diagonal, positive definite. */
  readonly between: Symmetric;
  /** Each driver's correlation with the outcome, −1 to 1. */
  readonly withOutcome: readonly number[];
}
