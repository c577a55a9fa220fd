import { dueTimeOf } from './due.js';

const at = (instant: string) => Date.parse(instant);

describe('dueTimeOf', () => {
  it('ends with the last day as the plan’s time zone has it', () => {
    expect(dueTimeOf('2026-11-23', 'Asia/Dubai', 48)).toEqual({
      lateFrom: at('2026-11-23T20:00:00Z'),
      refusedFrom: at('2026-11-25T20:00:00Z'),
      until: '2026-11-25',
    });
  });

  it('counts hours, not days, over a change of the clock', () => {
    expect(dueTimeOf('2026-03-27', 'Europe/Berlin', 48)).toEqual({
      lateFrom: at('2026-03-27T23:00:00Z'),
      refusedFrom: at('2026-03-29T23:00:00Z'),
      until: '2026-03-30',
    });
  });

  it('is over at once without grace', () => {
    const { lateFrom, refusedFrom, until } = dueTimeOf('2026-11-23', 'UTC', 0);
    expect([lateFrom, until]).toEqual([refusedFrom, '2026-11-23']);
  });
});
