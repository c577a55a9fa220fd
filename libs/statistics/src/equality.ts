/** What floats alone can make of equal numbers: 10⁻⁹, or 10⁻⁹ of the larger when that is above 1. No score is finer. */
export function floatNoise(largest: number): number {
  return 1e-9 * Math.max(1, Math.abs(largest));
}

/** Whether two numbers differ by no more than floats do. */
export function areEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= floatNoise(Math.max(Math.abs(a), Math.abs(b)));
}
