const first = 1_000;
const most = 300_000;

/**
 * Milliseconds until the next attempt after so many failures in a row (≥ 1): twice as long each time from 1 s to 5 min,
 * less up to half of it at random, so that tablets that lost the network together do not come back together. What the
 * server asked for is the least.
 * @param random 0 up to 1
 */
export function backoffMs(failures: number, random: number, askedMs: number | null = null): number {
  const whole = Math.min(most, first * 2 ** (Math.max(1, failures) - 1));
  return Math.max(Math.round(whole * (1 - random / 2)), askedMs ?? 0);
}
