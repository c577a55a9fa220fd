import type { ReleasedSum } from './employee-cells.js';

/** A score that fewer than so many all have alike is not shown: it would be everybody's. Source: domain note 6.10. */
export const fewestAlike = 30;

/** Sums of many numbers are off in the last of their sixteen digits: so little of the squares is no spread. */
const noise = 1e-9;

/** Whether all who answered have the same score, and are so few that it would be known of each. */
export function isAlike({ n, sum, squares }: ReleasedSum): boolean {
  return n > 0 && n < fewestAlike && squares - (sum * sum) / n <= noise * squares;
}
