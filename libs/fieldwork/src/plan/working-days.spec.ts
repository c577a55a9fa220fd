import fc from 'fast-check';
import { daysFrom } from './days.js';
import type { WorkCalendar } from './visit-plan.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

const gulf: WorkCalendar = { weekend: ['saturday', 'sunday'], holidays: ['2026-12-02', '2026-12-03', '2027-01-01'] };
const fridays: WorkCalendar = { weekend: ['friday', 'saturday'], holidays: [] };

describe('addWorkingDays', () => {
  it.each<[string, string, number, WorkCalendar, string]>([
    ['none is the day itself, worked or not', '2026-11-28', 0, gulf, '2026-11-28'],
    ['one after a Thursday is the Friday', '2026-11-26', 1, gulf, '2026-11-27'],
    ['one after a Friday is the Monday', '2026-11-27', 1, gulf, '2026-11-30'],
    ['from within a weekend the Monday is the first', '2026-11-28', 1, gulf, '2026-11-30'],
    ['where Friday and Saturday are free, one after a Thursday is the Sunday', '2026-11-26', 1, fridays, '2026-11-29'],
    ['holidays are left out', '2026-12-01', 1, gulf, '2026-12-04'],
    ['a holiday on a weekend takes nothing', '2026-11-27', 1, { ...gulf, holidays: ['2026-11-28'] }, '2026-11-30'],
    ['ten across the end of a year', '2026-12-24', 10, gulf, '2027-01-08'],
    ['across the end of February in a leap year', '2028-02-28', 2, gulf, '2028-03-01'],
    ['one working day a week', '2026-11-25', 2, { weekend: ['monday', 'tuesday', 'thursday', 'friday', 'saturday', 'sunday'], holidays: ['2026-12-02'] }, '2026-12-16'], // prettier-ignore
  ])('%s', (_, day, n, calendar, until) => expect(addWorkingDays(day, n, calendar)).toBe(until));

  it.each<[string, string, number, WorkCalendar]>([
    ['half a day', '2026-11-26', 0.5, gulf],
    ['days before', '2026-11-26', -1, gulf],
    ['no day', '2026-02-30', 1, gulf],
    ['a week without work', '2026-11-26', 1, { weekend: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], holidays: [] }], // prettier-ignore
  ])('refuses %s', (_, day, n, calendar) => expect(() => addWorkingDays(day, n, calendar)).toThrow(RangeError));

  it('law: as many worked days lie behind as were added, the last of them worked', () => {
    const added = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), added, fc.constantFrom(gulf, fridays), (date, n, calendar) => {
        const day = `2026-11-${String(date).padStart(2, '0')}`;
        const until = addWorkingDays(day, n, calendar);
        const worked = daysFrom(day, until).slice(1).filter((one) => isWorkingDay(one.day, calendar)); // prettier-ignore
        expect(worked).toHaveLength(n);
        expect(worked.at(-1)?.day).toBe(until);
      }),
    );
  });
});
