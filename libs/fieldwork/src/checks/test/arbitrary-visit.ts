import fc from 'fast-check';
import { SentVisit, stampNames } from '../../visit/sent-visit.js';
import { weekdays } from '../../plan/visit-plan.js';
import { contextOf, type CheckContext } from '../check-context.js';
import { OpeningHours } from '../opening-hours.js';
import { context, form, limits, scaleCodes, scaleOptions, site, yesNoCodes } from './visit-form.js';

const two = (number: number) => String(number).padStart(2, '0');
const hour = fc.tuple(fc.nat(23), fc.nat(59)).map(([hours, minutes]) => `${two(hours)}:${two(minutes)}`);
const date = (min: string, max: string) =>
  fc.date({ min: new Date(min), max: new Date(max), noInvalidDate: true }).map((one) => one.toISOString().slice(0, 10));

/** Every instant that a sent visit may hold: any year from 1900 to 2999, any offset, up to nine digits of a second. */
const anyInstant = fc
  .tuple(
    date('1900-01-01', '2999-12-31'),
    hour,
    fc.nat(59),
    fc.stringMatching(/^(\.\d{1,9})?$/),
    fc.tuple(fc.constantFrom('+', '-'), hour),
    fc.boolean(),
  )
  .map(([day, time, second, part, [sign, offset], isZulu]) => `${day}T${time}:${two(second)}${part}${isZulu ? 'Z' : sign + offset}`); // prettier-ignore
const nearInstant = fc.nat(3_000).map((minutes) => new Date(Date.UTC(2026, 10, 22) + minutes * 60_000).toISOString());
const instant = fc.oneof(anyInstant, nearInstant);

const hash = fc.constantFrom('a', 'b', 'c').map((letter) => letter.repeat(64));
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.oneof(fc.constant(site), fc.record({ latitude: number(-90, 90), longitude: number(-180, 180) }));
const fix = fc
  .tuple(point, fc.record({ accuracy: number(0, 1_000_000), at: instant, mocked: fc.boolean() }))
  .map(([where, rest]) => ({ ...where, ...rest }));
const place = fc.oneof(fix, fc.constant({ refused: true as const }), fc.constant({ unavailable: true as const }));
const zone = fc.oneof(
  fc.constantFrom(
    'Asia/Dubai',
    'Europe/Berlin',
    'Pacific/Apia',
    'America/St_Johns',
    '+05:30',
    '2026-01-01[Asia/Dubai]',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 64 }),
);

const remarks = [
  'The waiting hall was crowded and hot.',
  'The waiting hall was crowded, and hot!',
  'شرح الموظف الخطوات كلها بوضوح.',
];
const remark = fc.oneof(fc.lorem({ maxCount: 12 }), fc.constantFrom(...remarks));
const answers = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...yesNoCodes), fc.record({ value: fc.constantFrom('yes', 'no'), comment: remark })),
    fc.dictionary(fc.constantFrom(...scaleCodes), fc.record({ value: fc.constantFrom(...scaleOptions) })),
    fc.record({ remarks: remark.map((value) => ({ value })) }, { requiredKeys: [] }),
  )
  .map((parts) => Object.assign({}, ...parts) as object);
const sheet = fc.oneof(
  fc.record({
    answers,
    repeats: fc.record({ clerk: fc.array(fc.constant({}), { maxLength: 4 }) }, { requiredKeys: [] }),
  }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** Any visit that its schema takes. */
export const sentVisit: fc.Arbitrary<SentVisit> = fc
  .record({
    schema: fc.constant('nujoom.visit/1'),
    assignment: fc.uuid(),
    instrument: fc.constant({ code: 'centre_visit', version: 1 }),
    sheet,
    startedAt: instant,
    finishedAt: instant,
    stamps: fc.record(Object.fromEntries(stampNames.map((name) => [name, instant])), { requiredKeys: [] }),
    places: fc.record({ start: place, end: place }, { requiredKeys: [] }),
    photos: fc.array(
      fc.record(
        { hash, bytes: fc.integer({ min: 1, max: 10_000_000 }), takenAt: instant, place: fix },
        { requiredKeys: ['hash', 'bytes', 'takenAt'] },
      ),
      { maxLength: 4 },
    ),
    clock: fc.record({
      timeZone: zone,
      offsetMs: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      measuredAt: fc.option(instant),
    }),
    app: fc.constant({ version: '1', language: 'ar' }),
  })
  .map((visit) => SentVisit.parse(visit));

const openingHours = fc
  .dictionary(fc.constantFrom(...weekdays), fc.array(fc.record({ from: hour, to: hour }), { maxLength: 3 }))
  .map((hours) => OpeningHours.parse(hours));
const fingerprint = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.constant('01'.repeat(32)), fc.string());

/** Anything that can be known around a visit, and be unknown. */
export const anyContext: fc.Arbitrary<CheckContext> = fc
  .record(
    {
      timeZone: fc.oneof(fc.constant('Asia/Dubai'), zone),
      window: fc.record({
        dueFrom: date('2000-01-01', '2100-01-01'),
        dueTo: date('2000-01-01', '2100-01-01'),
        weekday: fc.constantFrom(...weekdays),
        hourFrom: hour,
        hourTo: hour,
      }),
      centre: fc.record({ id: fc.constant('here'), site: fc.option(point), hours: fc.option(openingHours) }),
      instrument: fc.constant(form),
      receivedAt: instant,
      offsetMs: fc.double(),
      neighbours: fc.array(
        fc.record({
          id: fc.uuid(),
          centre: fc.constantFrom('here', 'there'),
          start: instant,
          end: instant,
          place: fc.option(fix),
        }),
        { maxLength: 3 },
      ),
      earlierComments: fc.array(fc.record({ visit: fc.uuid(), comment: remark }), { maxLength: 4 }),
      fingerprints: fc.array(fc.tuple(hash, fingerprint)).map((pairs) => new Map(pairs)),
      photosElsewhere: fc.array(fc.record({ visit: fc.uuid(), hash, fingerprint: fc.option(fingerprint) }), {
        maxLength: 4,
      }),
      earlierMinutes: fc.array(fc.double(), { maxLength: 8 }),
      replacedSheet: sheet,
    },
    { requiredKeys: [] },
  )
  .map((known) => ({ ...contextOf(context.timeZone, limits), ...known }));
