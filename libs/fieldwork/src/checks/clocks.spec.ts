import { Temporal } from 'temporal-polyfill';
import type { CheckedVisit } from './check-context.js';
import { findingsOf } from './findings-of.js';
import { context, honest } from './test/visit-form.js';

const hour = 3_600_000;
const day = 24 * hour;
const trueStart = Date.parse(honest.startedAt);

/** The honest visit as a device tells it whose clock runs this far behind that of the server. */
function toldBy(behindMs: number, clock: Partial<CheckedVisit['clock']> = {}): CheckedVisit {
  const told = (text: string) => Temporal.Instant.from(text).subtract({ milliseconds: behindMs }).toString();
  const stamps = Object.fromEntries(Object.entries(honest.stamps).map(([name, at]) => [name, told(at)]));
  const place = (one: CheckedVisit['places']['start']) => (one && 'at' in one ? { ...one, at: told(one.at) } : one);
  const [start, end] = [place(honest.places.start), place(honest.places.end)];
  return {
    ...honest,
    startedAt: told(honest.startedAt),
    finishedAt: told(honest.finishedAt),
    stamps,
    places: { ...(start ? { start } : {}), ...(end ? { end } : {}) },
    photos: honest.photos.map((photo) => ({ ...photo, takenAt: told(photo.takenAt) })),
    clock: { timeZone: 'Asia/Dubai', offsetMs: behindMs, measuredAt: null, ...clock },
  };
}

const year = (date: string) => trueStart - Date.parse(date);
const wrongClocks: readonly (readonly [string, number])[] = [
  ['two days behind', 2 * day],
  ['two days ahead', -2 * day],
  ['in 1970', year('1970-01-01T00:00:00Z')],
  ['in 2099', year('2099-12-31T23:00:00Z')],
  ['an hour behind, as after a change of the clocks', hour],
];

describe('R-10: whatever the clock of the tablet says', () => {
  it.each(wrongClocks)('%s: the same visit, with a note about its clock and nothing more', (_, behind) => {
    const minutes = Math.round(Math.abs(behind) / 60_000);
    const found = [{ code: 'clockOff', item: null, params: { minutes } }];
    expect(findingsOf(toldBy(behind), { ...context, offsetMs: behind })).toEqual(found);
    expect(findingsOf(toldBy(behind), { ...context, offsetMs: null })).toEqual(found);
  });

  it.each(wrongClocks)('%s, and nobody measured by how much: no throw', (_, behind) => {
    const found = findingsOf(toldBy(behind, { offsetMs: null }), { ...context, offsetMs: null });
    expect(found.map(({ code }) => code)).not.toContain('clockJumped');
    if (behind < 0) expect(found.map(({ code }) => code)).toContain('clockOff');
  });

  it('set in the middle of the visit: the times do not fit together', () => {
    const { startedAt } = toldBy(-2 * day);
    const found = findingsOf({ ...honest, startedAt }, context);
    expect(found.map(({ code }) => code)).toEqual(['clockJumped']);
  });

  it('moved to another zone: the same visit, with a note', () => {
    const abroad = toldBy(0, { timeZone: 'Europe/London' });
    expect(findingsOf(abroad, { ...context, offsetMs: 0 }).map(({ code }) => code)).toEqual(['timeZoneDiffers']);
  });

  it.each([
    ['2026-10-23T06:30:00Z', []], // Cairo is three hours ahead: 09:30
    ['2026-10-30T06:30:00Z', []], // and two from this day on: 08:30
    ['2026-10-23T05:30:00Z', []],
    ['2026-10-30T05:30:00Z', ['outsideHours']], // 07:30
  ])('a centre in Cairo that opens at eight, %s', (arrival, codes) => {
    const at = (minutes: number) => Temporal.Instant.from(arrival).add({ minutes }).toString();
    const visit: CheckedVisit = {
      ...honest,
      stamps: { arrival: at(0), end: at(20) },
      startedAt: at(0),
      finishedAt: at(30),
      places: {},
      photos: [],
      clock: { timeZone: 'Africa/Cairo', offsetMs: 0, measuredAt: null },
    };
    const centre = { id: 'cairo', site: null, hours: { friday: [{ from: '08:00', to: '15:00' }] } };
    const found = findingsOf(visit, { ...context, timeZone: 'Africa/Cairo', window: null, centre, receivedAt: null });
    expect(found.map(({ code }) => code)).toEqual(codes);
  });

  it('a zone that counts in Riyadh in winter is another one in summer', () => {
    const visit = toldBy(0, { timeZone: 'Africa/Cairo' });
    const riyadh = { ...context, offsetMs: 0, timeZone: 'Asia/Riyadh', window: null, centre: null };
    const codes = (startedAt: string) => findingsOf({ ...visit, stamps: {}, photos: [], startedAt, finishedAt: startedAt }, { ...riyadh, checks: context.checks && { ...context.checks, minMinutes: 0 } }).map(({ code }) => code); // prettier-ignore
    expect(codes('2026-07-01T09:00:00Z')).toEqual([]);
    expect(codes('2026-12-01T09:00:00Z')).toEqual(['timeZoneDiffers']);
  });
});
