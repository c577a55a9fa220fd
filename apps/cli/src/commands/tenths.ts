import { roundHalfAway } from '#statistics';

/** A number to one decimal, as scorecards round it: 84.35 is 84.4. */
export function tenths(value: number): string {
  return roundHalfAway(value, 1).toFixed(1);
}
