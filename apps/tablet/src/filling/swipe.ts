/** A finger has to travel this far, in CSS pixels, and twice as far along as across. */
const farEnough = 64;

/**
 * What a swipe asks for. The next page lies where reading goes on: to the right in English, to the left in Arabic, so it
 * is drawn in from there.
 */
export function swipeOf(along: number, across: number, direction: 'rtl' | 'ltr'): 'next' | 'previous' | null {
  if (Math.abs(along) < farEnough || Math.abs(along) < 2 * Math.abs(across)) return null;
  const towardsLeft = along < 0;
  return towardsLeft === (direction === 'ltr') ? 'next' : 'previous';
}
