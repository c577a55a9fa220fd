import { minutesOf } from './moments.js';

describe('minutesOf', () => {
  it.each<[string, unknown, number | null]>([
    ['whole minutes', { from: '2026-11-22T08:00:00Z', to: '2026-11-22T08:12:00Z' }, 12],
    ['parts of a minute, unrounded', { from: '2026-11-22T08:00:00Z', to: '2026-11-22T08:00:01Z' }, 1 / 60],
    [
      'stamps counted from different places',
      { from: '2026-11-22T08:00+04:00', to: '2026-11-22T04:00:00.500Z' },
      0.5 / 60,
    ],
    ['the wrong way round', { from: '2026-11-22T08:12:00Z', to: '2026-11-22T08:00:00Z' }, -12],
    ['over midnight', { from: '2026-12-31T23:59:00Z', to: '2027-01-01T00:01:00Z' }, 2],
    ['no pair', 'x', null],
    ['half a pair', { from: '2026-11-22T08:00:00Z' }, null],
    ['days that are none', { from: '2026-02-30T08:00:00Z', to: '2026-03-02T08:00:00Z' }, null],
  ])('%s', (_, value, minutes) => expect(minutesOf(value)).toBe(minutes));
});
