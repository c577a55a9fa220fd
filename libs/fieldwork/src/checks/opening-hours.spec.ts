import { momentOf } from './moments.js';
import { isOpenAt, OpeningHours } from './opening-hours.js';

const at = (text: string) => momentOf(text) ?? NaN;
const split = { monday: [{ from: '08:00', to: '12:00' }, { from: '16:00', to: '20:00' }] }; // prettier-ignore
const night = { thursday: [{ from: '18:00', to: '02:00' }] };
const always = { saturday: [{ from: '00:00', to: '00:00' }] };

describe('isOpenAt', () => {
  it.each<[string, OpeningHours, string, string, boolean | null]>([
    ['in the first span', split, '2026-11-23T08:00:00+04:00', 'Asia/Dubai', true],
    ['between two spans', split, '2026-11-23T13:00:00+04:00', 'Asia/Dubai', false],
    ['in the second span', split, '2026-11-23T20:00:00+04:00', 'Asia/Dubai', true],
    ['on a day that is not named', split, '2026-11-24T09:00:00+04:00', 'Asia/Dubai', false],
    ['by the weekday of the centre, not of the device', split, '2026-11-22T20:30:00-08:00', 'Asia/Dubai', true],
    ['before midnight', night, '2026-11-26T23:00:00+04:00', 'Asia/Dubai', true],
    ['past midnight, on the next day', night, '2026-11-27T01:59:00+04:00', 'Asia/Dubai', true],
    ['past the end of that', night, '2026-11-27T02:01:00+04:00', 'Asia/Dubai', false],
    ['past midnight of another day', night, '2026-11-26T01:00:00+04:00', 'Asia/Dubai', false],
    ['all day', always, '2026-11-28T23:59:00+04:00', 'Asia/Dubai', true],
    ['the minute after all day', always, '2026-11-29T00:01:00+04:00', 'Asia/Dubai', false],
    ['in an unknown zone', split, '2026-11-23T09:00:00+04:00', 'Asia/Nowhere', null],
    // Cairo: clocks go back from 24:00 to 23:00 in the night to Friday, 2026-10-30, so that the span lasts an hour longer.
    ['before the clocks go back', night, '2026-10-29T22:30:00Z', 'Africa/Cairo', true],
    ['after the clocks went back', night, '2026-10-29T23:59:00Z', 'Africa/Cairo', true],
    ['at the end of the longer night', night, '2026-10-30T00:01:00Z', 'Africa/Cairo', false],
  ])('%s', (_, hours, moment, zone, open) => expect(isOpenAt(hours, at(moment), zone)).toBe(open));

  it('gives some minutes on both sides', () => {
    const open = (time: string) => isOpenAt(split, at(`2026-11-23T${time}:00+04:00`), 'Asia/Dubai', 15);
    expect(['07:44', '07:45', '12:15', '12:16'].map(open)).toEqual([false, true, true, false]);
    const midnight = { monday: [{ from: '00:00', to: '06:00' }] };
    expect(isOpenAt(midnight, at('2026-11-22T23:50:00+04:00'), 'Asia/Dubai', 15)).toBe(true);
  });

  it('keeps to the clock of the wall when that is set forward', () => {
    // Berlin: 02:00 becomes 03:00 on Sunday, 2026-03-29; a span from 01:00 to 05:00 lasts three hours.
    const hours = { sunday: [{ from: '01:00', to: '05:00' }] };
    const open = ['2026-03-28T23:59:00Z', '2026-03-29T00:00:00Z', '2026-03-29T03:00:00Z', '2026-03-29T03:01:00Z'];
    expect(open.map((moment) => isOpenAt(hours, at(moment), 'Europe/Berlin'))).toEqual([false, true, true, false]);
  });
});

describe('OpeningHours', () => {
  it.each<[string, unknown, boolean]>([
    ['some weekdays', split, true],
    ['no weekday', {}, true],
    ['a closed day', { monday: [] }, true],
    ['a day that is none', { someday: [] }, false],
    ['an hour that is none', { monday: [{ from: '8:00', to: '24:00' }] }, false],
    ['half a span', { monday: [{ from: '08:00' }] }, false],
    ['no weekdays at all', [], false],
  ])('%s', (_, hours, good) => expect(OpeningHours.safeParse(hours).success).toBe(good));
});
