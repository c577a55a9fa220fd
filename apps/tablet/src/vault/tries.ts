/** After so many wrong PINs the choice is told: wait, or a new code of the office. */
export const triesBeforeChoice = 10;

const seconds = [0, 0, 0, 5, 15, 30, 60, 120, 300, 900] as const;
const longest = 3_600;

/** How many milliseconds have to pass after so many wrong PINs in a row before the next one is looked at. */
export function delayAfter(wrongTries: number): number {
  return (seconds[wrongTries] ?? longest) * 1_000;
}

/**
 * Milliseconds to wait before the next PIN, never more than the delay itself, whatever the clock was set to. A clock
 * before the last try was set back: the whole delay begins anew, and whoever keeps the tries notes the new time.
 */
export function waitLeft(wrongTries: number, lastTryAt: number, now: number): number {
  const delay = delayAfter(wrongTries);
  if (now < lastTryAt) return delay;
  return Math.max(0, delay - (now - lastTryAt));
}
