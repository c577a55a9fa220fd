import { minutesOf } from '#instruments';
import { clockOf } from '../parts/moments.js';
import { instantAt, nowStamp } from './clock-time.js';

const zone = 'Asia/Dubai';

describe('a time typed by hand', () => {
  it('is meant on the day of the other stamp, in the zone of the tablet', () => {
    expect(instantAt('09:30', '2026-11-22T22:30:00Z', zone)).toBe('2026-11-23T05:30:00Z');
    expect(clockOf(instantAt('09:30', '2026-11-22T22:30:00Z', zone) ?? '', zone)).toBe('09:30');
  });

  it.each(['', '24:00', '9:30', '09:60'])('is none when it is %p', (time) =>
    expect(instantAt(time, '2026-11-22T22:30:00Z', zone)).toBeNull(),
  );

  it('that the clock skips in spring is the one after it', () => {
    expect(instantAt('02:30', '2026-03-29T10:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
  });

  it('and a stamp made now are both stamps of a pair', () => {
    const now = nowStamp();
    expect(minutesOf({ from: now, to: now })).toBe(0);
    expect(minutesOf({ from: instantAt('09:00', now, zone), to: instantAt('09:30', now, zone) })).toBe(30);
  });
});
