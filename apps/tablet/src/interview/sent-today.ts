import { dayOf } from '../parts/moments.js';
import type { Interviewed } from '../store/interview-model.js';

/**
 * How many interviews the office has received on the day of the device.
 * @param now ms since 1970
 * @param timeZone that of the device unless another is named
 */
export function sentToday(sent: readonly Interviewed[], now: number, timeZone?: string): number {
  const today = dayOf(new Date(now).toISOString(), timeZone);
  return sent.filter(({ sentAt }) => dayOf(sentAt, timeZone) === today).length;
}
