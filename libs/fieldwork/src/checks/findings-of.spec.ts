import type { CheckContext, CheckedVisit } from './check-context.js';
import { contextOf } from './check-context.js';
import { findingsOf } from './findings-of.js';
import { context, form, honest, limits, morning, scaleCodes, sheetOf, site, yesNoCodes } from './test/visit-form.js';

const near = { latitude: site.latitude + 0.01, longitude: site.longitude }; // 1.1 km to the north
const at = (place: object, more: object = {}) => ({
  start: { ...site, ...place, accuracy: 10, at: morning('09:00'), ...more },
});
const photos = (...some: object[]) =>
  some.map((photo) => ({ ...honest.photos[0], ...photo })) as CheckedVisit['photos'];
const stamps = (arrival: string, end: string) => ({
  stamps: { arrival: morning(arrival), end: morning(end) },
  startedAt: morning(arrival),
  finishedAt: morning(end),
  places: {},
  photos: [],
});
const picture = 'a'.repeat(64);
const other = 'b'.repeat(64);
const bits = '0110'.repeat(16);
const turned = (count: number) =>
  [...bits].map((bit, index) => (index < count ? String(1 - Number(bit)) : bit)).join('');
const alike = (fingerprint: string): Partial<CheckContext> => ({
  fingerprints: new Map([[picture, bits]]),
  photosElsewhere: [{ visit: 'v2', hash: other, fingerprint }],
});
const neighbour = (start: string, end: string, place: object | null, centre = 'there'): Partial<CheckContext> => ({
  neighbours: [
    { id: 'v2', centre, start: morning(start), end: morning(end), place: place && { ...site, accuracy: 10, ...place } },
  ],
});
const all = (codes: readonly string[], value: string) => Object.fromEntries(codes.map((code) => [code, value]));
const best = { ...all(yesNoCodes, 'yes'), has24: 'no', ...all(scaleCodes, 'fully') };
const remark =
  'The employee at counter 4 explained the steps, but the hall was crowded, the screen was off and nobody helped with it.';
const wrote = (text: string) => ({ sheet: { answers: { has2: { value: 'no', comment: text } } } });
const earlier = (comment: string): Partial<CheckContext> => ({ earlierComments: [{ visit: 'v0', comment }] });

type Case = readonly [name: string, visit: Partial<CheckedVisit>, context: Partial<CheckContext>, found: object[]];

const found = (code: string, params: object = {}, item: string | null = null) => ({ code, item, params });
const codesOf = (visit: Partial<CheckedVisit>, known: Partial<CheckContext> = {}) =>
  findingsOf({ ...honest, ...visit }, { ...context, ...known }).map(({ code }) => code);

describe('findingsOf', () => {
  it.each<Case>([
    ['nothing about a visit made as told', {}, {}, []],
    [
      'a visit between two openings',
      { ...stamps('13:00', '13:40') },
      { window: null },
      [found('outsideHours', { day: '2026-11-23', time: '13:00', hours: '08:00–12:00, 16:00–20:00' })],
    ],
    ['who came in time and was served past the end', stamps('11:40', '12:59'), { window: null }, []],
    [
      'the end alone, long after the doors closed',
      stamps('11:40', '13:01'),
      { window: null },
      [found('outsideHours', { day: '2026-11-23', time: '13:01', hours: '08:00–12:00, 16:00–20:00' })],
    ],
    [
      'another hour than planned',
      stamps('16:30', '17:00'),
      {},
      [
        found('outsideWindow', {
          day: '2026-11-23',
          time: '16:30',
          weekday: 'monday',
          hours: '08:00–12:00',
          dueFrom: '2026-11-22',
          dueTo: '2026-11-27',
        }),
      ],
    ],
    ['a receipt in the last minutes of the due day', {}, { receivedAt: '2026-11-27T19:59:00Z' }, []],
    [
      'a receipt on the day after, which begins in Dubai before it does in London',
      {},
      { receivedAt: '2026-11-27T20:00:00Z' },
      [found('late', { day: '2026-11-28', due: '2026-11-27' })],
    ],
    ['a revision may come later', {}, { receivedAt: '2026-12-05T20:00:00Z', replacedSheet: honest.sheet }, []],
    [
      'a start far from the centre',
      { places: at(near) },
      {},
      [found('outsideFence', { metres: 1_112, accuracy: 10, fence: 200, time: '09:00' })],
    ],
    [
      'a start that may be within the fence',
      { places: at(near, { accuracy: 950 }) },
      { checks: { ...limits, accuracyMetres: 1_000 } },
      [],
    ],
    [
      'a photo taken far from the centre',
      { photos: photos({ place: { ...near, accuracy: 5, at: morning('09:03') } }) },
      {},
      [found('outsideFence', { metres: 1_112, accuracy: 5, fence: 200, time: '09:03' })],
    ],
    [
      'a place too rough to tell',
      { places: at({}, { accuracy: 400 }) },
      {},
      [found('poorAccuracy', { accuracy: 400, most: 100 })],
    ],
    ['a place refused', { places: { start: { refused: true } } }, {}, [found('placeRefused')]],
    ['nothing of a place that the device could not tell', { places: { start: { unavailable: true } } }, {}, []],
    ['a place made up', { places: at({}, { mocked: true }) }, {}, [found('mockLocation', { time: '09:00' })]],
    ['seven minutes', stamps('09:00', '09:07'), {}, [found('tooShort', { minutes: 7, least: 8 })]],
    ['eight minutes are enough', stamps('09:00', '09:08'), {}, []],
    [
      'seven minutes from start to finish where nothing was stamped',
      { ...stamps('09:00', '09:07'), stamps: {} },
      {},
      [found('tooShort', { minutes: 7, least: 8 })],
    ],
    [
      'less than half of what is usual',
      stamps('09:00', '09:19'),
      { earlierMinutes: [38, 40, 20, 60, 41] },
      [found('tooQuick', { minutes: 19, usual: 40 })],
    ],
    ['half of what is usual', stamps('09:00', '09:20'), { earlierMinutes: [38, 40, 20, 60, 41] }, []],
    ['what four visits say is no rule', stamps('09:00', '09:19'), { earlierMinutes: [38, 40, 60, 41] }, []],
    [
      'another visit 111 km away that ended half an hour before',
      {},
      neighbour('07:30', '08:30', { latitude: site.latitude + 1 }),
      [found('impossibleTravel', { visit: 'v2', kilometres: 111.2, minutes: 30 })],
    ],
    ['the same, two hours before', {}, neighbour('05:00', '07:00', { latitude: site.latitude + 1 }), []],
    [
      'another visit 111 km away that began ten minutes after',
      {},
      neighbour('09:50', '10:30', { latitude: site.latitude + 1 }),
      [found('impossibleTravel', { visit: 'v2', kilometres: 111.2, minutes: 10 })],
    ],
    [
      'the same with a place as rough',
      {},
      neighbour('09:50', '10:30', { latitude: site.latitude + 1, accuracy: 111_000 }),
      [],
    ],
    [
      'a visit at another centre at the same time, wherever that is',
      {},
      neighbour('09:30', '10:30', null),
      [found('impossibleTravel', { visit: 'v2', kilometres: 0, minutes: 0 })],
    ],
    ['nothing of another visit at the same centre', {}, neighbour('09:30', '10:30', null, 'here'), []],
    [
      'a photo that was sent with another visit',
      {},
      { photosElsewhere: [{ visit: 'v2', hash: picture, fingerprint: null }] },
      [found('photoSeen', { count: 1, photo: picture, visit: 'v2' })],
    ],
    [
      'a photo that looks the same',
      {},
      alike(turned(6)),
      [found('photoAlike', { count: 1, photo: picture, visit: 'v2', bits: 6 })],
    ],
    ['a photo that looks other', {}, alike(turned(7)), []],
    [
      'two black frames say nothing',
      {},
      { ...alike('0'.repeat(64)), fingerprints: new Map([[picture, '0'.repeat(64)]]) },
      [],
    ],
    [
      'a photo of the evening before',
      { photos: photos({ takenAt: '2026-11-22T20:00:00+04:00' }) },
      {},
      [found('photoTimes', { count: 1, photo: picture })],
    ],
    ['forty best answers', { sheet: sheetOf(best) }, {}, [found('allAlike', { count: 40, kind: 'best' })]],
    ['forty best answers but one', { sheet: sheetOf({ ...best, has1: 'no', how1: 'mostly' }) }, {}, []],
    [
      'only the worst answers',
      { sheet: sheetOf({ ...all(yesNoCodes, 'no'), has24: 'yes' }) },
      {},
      [found('allAlike', { count: 24, kind: 'worst' })],
    ],
    [
      'the same on a whole scale',
      { sheet: sheetOf({ ...all(scaleCodes, 'mostly'), has1: 'no', has2: 'yes' }) },
      {},
      [found('allAlike', { count: 16, kind: 'same' })],
    ],
    [
      'yes to everything, of which one thing is bad',
      { sheet: sheetOf({ ...all(yesNoCodes, 'yes'), how1: 'partly' }) },
      {},
      [found('allAlike', { count: 24, kind: 'same' })],
    ],
    [
      'the best on a whole scale, and not elsewhere',
      { sheet: sheetOf({ ...all(scaleCodes, 'fully'), has1: 'no' }) },
      {},
      [],
    ],
    [
      'yes to everything good',
      { sheet: sheetOf({ ...all(yesNoCodes, 'yes'), has24: undefined, how1: 'partly' }) },
      {},
      [],
    ],
    ['eleven alike are chance', { sheet: sheetOf(all(scaleCodes.slice(0, 11), 'fully')) }, {}, []],
    [
      'a remark written before',
      wrote(remark),
      earlier(remark.toUpperCase()),
      [found('commentsRepeated', { visit: 'v0' }, 'answers.has2')],
    ],
    [
      'a short remark written before',
      wrote('The screen in the hall was off.'),
      earlier('The screen in the hall was OFF'),
      [found('commentKnown', { visit: 'v0' }, 'answers.has2')],
    ],
    [
      'a remark without an answer',
      { sheet: { answers: { has2: { comment: remark } } } },
      earlier(remark),
      [found('commentsRepeated', { visit: 'v0' }, 'answers.has2')],
    ],
    ['another remark', wrote(remark), earlier('The hall was clean and the ticket machine worked well.'), []],
    [
      'a remark in a section that repeats',
      { sheet: { answers: {}, repeats: { clerk: [{}, { greeted: { value: 'no', comment: remark } }] } } },
      earlier(remark),
      [found('commentsRepeated', { visit: 'v0' }, 'repeats.clerk[1].greeted')],
    ],
    [
      'a clock that is ten minutes off',
      {},
      { offsetMs: -600_000 },
      [found('clockOff', { minutes: 10 }), found('clockJumped')],
    ],
    [
      'a clock that is ten minutes off, as the device knows itself',
      { clock: { ...honest.clock, offsetMs: 600_000 } },
      { offsetMs: null },
      [found('clockOff', { minutes: 10 })],
    ],
    [
      'a visit that ended after it was received',
      { clock: { ...honest.clock, offsetMs: null } },
      { offsetMs: null, receivedAt: morning('09:35') },
      [found('clockOff', { minutes: 20 })],
    ],
    ['a finish before the start', { startedAt: morning('09:56') }, {}, [found('clockJumped')]],
    ['stamps out of turn', { stamps: { ...honest.stamps, counter: morning('08:59') } }, {}, [found('clockJumped')]],
    [
      'a device in another zone',
      { clock: { ...honest.clock, timeZone: 'Asia/Riyadh' } },
      {},
      [found('timeZoneDiffers', { device: 'Asia/Riyadh', plan: 'Asia/Dubai' })],
    ],
    [
      'nothing of a zone of another name with the same time',
      { clock: { ...honest.clock, timeZone: 'Asia/Muscat' } },
      {},
      [],
    ],
    [
      'a revision with many other answers',
      { sheet: sheetOf({ ...best, has1: 'no' }) },
      { replacedSheet: sheetOf({ ...best, has1: 'no', ...all(scaleCodes, 'partly') }) },
      [found('revisedMuch', { changed: 16, count: 40 })],
    ],
    [
      'nothing of a revision with a few',
      { sheet: sheetOf({ ...best, has1: 'no' }) },
      { replacedSheet: sheetOf({ ...best, ...all(scaleCodes.slice(0, 11), 'partly'), has1: 'no' }) },
      [],
    ],
  ])('%s', (_, visit, known, expected) => {
    expect(findingsOf({ ...honest, ...visit }, { ...context, ...known })).toEqual(expected);
  });

  it('measures the way from where the visit before ended to where this one began, and from its end to the next', () => {
    const far = { latitude: site.latitude + 1, longitude: site.longitude, accuracy: 10, at: morning('09:40') };
    const places = { ...at({}), end: far };
    const travels = (known: Partial<CheckContext>) => codesOf({ places }, known).includes('impossibleTravel');
    expect(travels(neighbour('08:00', '08:45', {}))).toBe(false);
    expect(travels(neighbour('08:00', '08:45', far))).toBe(true);
    expect(travels(neighbour('09:55', '10:30', far))).toBe(false);
    expect(travels(neighbour('09:55', '10:30', {}))).toBe(true);
  });

  it('tells stamps of another day than the form', () => {
    const [startedAt, finishedAt] = ['2026-11-24T10:00:00+04:00', '2026-11-24T10:30:00+04:00'];
    expect(codesOf({ startedAt, finishedAt })).toEqual(['clockJumped']);
    expect(codesOf({ startedAt: '2026-11-22T10:00:00+04:00', finishedAt: '2026-11-22T10:30:00+04:00' })).toEqual([
      'clockJumped',
    ]);
    expect(codesOf({ startedAt: morning('09:50'), finishedAt: morning('15:00') })).toEqual([]);
  });

  it('believes no clock that is off by more than all calendars', () => {
    const clock = { ...honest.clock, offsetMs: 1e300 };
    expect(codesOf({ clock }, { offsetMs: null })).toEqual([]);
  });

  it('tells the serious first', () => {
    expect(codesOf({ places: { start: { refused: true }, end: at(near).start } })).toEqual([
      'outsideFence',
      'placeRefused',
    ]);
  });

  it('finds nothing where nothing is known, nor when it is switched off', () => {
    const cheat: Partial<CheckedVisit> = { ...stamps('03:00', '03:02'), places: at(near), sheet: sheetOf(best) };
    expect(codesOf(cheat).length).toBeGreaterThan(3);
    expect(codesOf(cheat, { checks: null })).toEqual([]);
    expect(findingsOf({ ...honest, ...cheat }, contextOf('Asia/Dubai', limits)).map(({ code }) => code)).toEqual([
      'tooShort',
    ]);
    expect(codesOf(cheat, { timeZone: 'Mars/Olympus' }).sort()).toEqual(['allAlike', 'outsideFence', 'tooShort']);
  });

  it('looks at no sheet that does not fit the instrument', () => {
    expect(codesOf({ sheet: sheetOf({ ...best, gone: 'yes' }) })).toEqual([]);
    expect(codesOf({ sheet: sheetOf(best) }, { instrument: null })).toEqual([]);
    expect(codesOf({ sheet: sheetOf(best) }, { instrument: form })).toEqual(['allAlike']);
  });
});
