/**
 * p-values of one family adjusted for being many (Benjamini–Hochberg): reading those up to 0.05 as differences keeps the expected
 * share of false ones at 5 %. In the order given. Null (not tested) stays null and does not count as a test.
 *
 * q(i) = min over j ≥ i of m · p(j) / j, at most 1.
 * Source: Benjamini & Hochberg 1995; domain note 6.5. R: `p.adjust(method = "BH")`.
 * @throws RangeError when a p is not between 0 and 1
 */
export function adjustedForManyTests(p: readonly (number | null)[]): (number | null)[] {
  const adjusted: (number | null)[] = p.map(() => null);
  const tested = p.flatMap((value, index) => (value === null ? [] : [{ value, index }]));
  if (tested.some(({ value }) => !(value >= 0 && value <= 1))) throw new RangeError('A p-value lies between 0 and 1');
  const fromLargest = tested.toSorted((a, b) => b.value - a.value);
  let smallest = 1;
  fromLargest.forEach(({ value, index }, steps) => {
    const rank = fromLargest.length - steps;
    smallest = Math.min(smallest, value * (fromLargest.length / rank)); // in this order q never falls below p
    adjusted[index] = smallest;
  });
  return adjusted;
}
