import { ageOf, clockOf, dayBegins, dayText, dueStateOf, momentText, oldestOf } from './moments.js';

const noon = Date.parse('2026-11-22T12:00:00Z');

describe('the age of something', () => {
  it.each([
    ['2026-11-22T12:00:00Z', 'minutes', 0],
    ['2026-11-22T11:00:01Z', 'minutes', 59],
    ['2026-11-22T15:00:00+04:00', 'hours', 1],
    ['2026-11-20T12:00:01Z', 'hours', 47],
    ['2026-11-20T12:00:00Z', 'days', 2],
    ['2026-11-22T12:10:00Z', 'minutes', 0],
  ])('of %s is told in %s: %i', (since, unit, count) => expect(ageOf(since, noon)).toEqual({ unit, count }));

  it('is taken from the oldest, whatever its zone', () => {
    expect(oldestOf(['2026-11-22T10:00:00Z', '2026-11-22T13:30:00+04:00', '2026-11-22T11:00:00Z'])).toBe(
      '2026-11-22T13:30:00+04:00',
    );
    expect(oldestOf([])).toBeNull();
  });
});

describe('the due window', () => {
  const due = { from: '2026-11-22', to: '2026-11-23' };
  it.each([
    ['2026-11-21T19:59:00Z', 'notYet'],
    ['2026-11-21T20:00:00Z', 'open'],
    ['2026-11-22T20:00:00Z', 'today'],
    ['2026-11-23T19:59:59Z', 'today'],
    ['2026-11-23T20:00:00Z', 'overdue'],
  ])('is read in the zone of the plan: at %s it is %s', (now, state) =>
    expect(dueStateOf(due, 'Asia/Dubai', Date.parse(now))).toBe(state),
  );
});

it('a day begins in the zone that is named', () => {
  expect(dayBegins('2026-11-22', 'Asia/Dubai')).toBe('2026-11-21T20:00:00Z');
});

describe('moments in words', () => {
  it('have Latin digits in both languages', () => {
    expect(dayText('2026-11-22', 'en', 2026)).toBe('Sun 22 November');
    expect(dayText('2026-11-22', 'ar', 2026)).toContain('22 نوفمبر');
    expect(momentText('2026-11-22T12:00:00Z', 'ar')).toMatch(/22 نوفمبر( 2026)?، \d\d:\d\d$/);
  });

  it('name another year', () => expect(dayText('2025-05-30', 'en', 2026)).toBe('Fri, 30 May 2025'));

  it('have the hours of their zone', () => expect(clockOf('2026-11-22T20:05:40Z', 'Asia/Dubai')).toBe('00:05'));
});
