/** Below so many answers an average that everybody shares tells what each of them said. */
const fewestToAgree = 30;

/**
 * Whether an average may be shown of a group, given how many chose each answer: not when nobody answered, nor when all gave the same
 * answer and are fewer than `fewest`, for then the average is what each of them said. Asked in addition to the least size of a group.
 *
 * Source: domain note 6.10, "no average shown when all answers are equal in a group < 30".
 * @throws RangeError when a count is not a whole number from 0
 */
export function averageMayBeShown(counts: readonly number[], fewest = fewestToAgree): boolean {
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0)) throw new RangeError('Not numbers of answers');
  const chosen = counts.filter((count) => count > 0);
  return chosen.length > 1 || (chosen[0] ?? 0) >= fewest;
}
