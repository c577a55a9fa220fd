import { contactAfter, offsetOf, readingOfDate } from './clock.js';

const reading = { askedAt: 1_000, answeredAt: 1_400, serverTime: 61_200, within: 0 };

it('the offset is server minus device, half way between question and answer', () =>
  expect(offsetOf(reading)).toBe(60_000));

describe('readingOfDate', () => {
  it('means the middle of the second', () =>
    expect(readingOfDate('Thu, 01 Jan 1970 00:01:00 GMT', 0, 0)).toMatchObject({ serverTime: 60_500, within: 500 }));
  it.each([null, '', 'soon'])('is nothing without a date: %s', (header) =>
    expect(readingOfDate(header, 0, 0)).toBeNull(),
  );
});

describe('contactAfter', () => {
  const known = { at: '1970-01-01T00:00:00.000Z', offsetMs: 60_123 };
  it('keeps a known offset that a rough reading agrees with, and notes the time', () =>
    expect(contactAfter(known, { ...reading, within: 500 })).toEqual({
      at: '1970-01-01T00:00:01.400Z',
      offsetMs: 60_123,
    }));
  it('takes a precise reading', () => expect(contactAfter(known, reading).offsetMs).toBe(60_000));
  it('takes a rough one that tells of another clock: the device was set', () =>
    expect(contactAfter(known, { ...reading, serverTime: 7_200_000, within: 500 }).offsetMs).toBe(7_198_800));
  it('takes any when there was none', () =>
    expect(contactAfter({ at: null, offsetMs: null }, { ...reading, within: 500 }).offsetMs).toBe(60_000));
});
