import type { Quartiles } from '#statistics';

/** The spread of a measure, or of scores, over the agencies. */
export interface Spread extends Quartiles {
  readonly agencies: number;
  /** Every agency counts the same. */
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
}
