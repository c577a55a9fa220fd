import { z } from 'zod';
import { Code } from '#contract';

/**
 * A moment as the device claims it: an ISO instant with its offset. Whatever a broken clock says from 1900 to 2999 is taken;
 * what lies beyond, or is finer than a nanosecond, is no time that databases and calendars can go on with.
 */
const Instant = z.iso.datetime({ offset: true }).regex(/^(19|2\d)\d\d-[\dT:-]+(\.\d{1,9})?(Z|[+-][\d:]+)$/);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Uuid = z.uuid();

/** Where the device says it was: WGS 84 degrees, accuracy in metres. */
export const Fix = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(1_000_000).describe('Metres; the true place is within it with 68 % confidence.'),
  at: Instant,
  mocked: z.boolean().exactOptional().describe('The device says that another program made it up.'),
});
export type Fix = z.infer<typeof Fix>;

/** A place, or why there is none: refused by the shopper, or the device could not tell. */
export const Place = z.union([
  Fix,
  z.strictObject({ refused: z.literal(true) }),
  z.strictObject({ unavailable: z.literal(true) }),
]);
export type Place = z.infer<typeof Place>;

/** What the shopper stamped with one tap; a visit of a website has no counter. */
export const stampNames = ['arrival', 'ticket', 'firstContact', 'counter', 'end'] as const;
export type StampName = (typeof stampNames)[number];

/** A photo as it is sent apart, and what is kept beside it: nothing of this is inside the file. */
export const Photo = z.strictObject({
  hash: Sha256,
  bytes: z.int().min(1).max(10_000_000),
  takenAt: Instant,
  place: Fix.exactOptional(),
  blurred: z.boolean().default(false).describe('Faces or plates were blurred by hand before it was kept.'),
});
export type Photo = z.infer<typeof Photo>;

/**
 * One filled visit as a tablet sends it. All times are the device's claim; the clock says how far off the device was.
 * The sheet is checked by the instrument, not here.
 */
export const SentVisit = z
  .strictObject({
    schema: z.literal('nujoom.visit/1'),
    assignment: Uuid.describe('The planned visit it fills.'),
    replaces: Uuid.exactOptional().describe('The report that it takes the place of; absent: the first.'),
    reason: z.string().trim().min(1).max(4_000).exactOptional().describe('Why it was changed; needed with `replaces`.'),
    instrument: z.strictObject({ code: Code, version: z.int().min(1).max(10_000) }),
    sheet: z.unknown().describe('The answers: see the instrument.'),
    startedAt: Instant,
    finishedAt: Instant,
    stamps: z.strictObject({
      arrival: Instant.exactOptional(),
      ticket: Instant.exactOptional(),
      firstContact: Instant.exactOptional(),
      counter: Instant.exactOptional(),
      end: Instant.exactOptional(),
    }),
    places: z.strictObject({ start: Place.exactOptional(), end: Place.exactOptional() }),
    photos: z.array(Photo).max(200),
    clock: z.strictObject({
      timeZone: z.string().min(1).max(64).describe('IANA name, as the device is set.'),
      offsetMs: z.number().nullable().describe('Server minus device when they last spoke; null: never yet.'),
      measuredAt: Instant.nullable(),
    }),
    app: z.strictObject({ version: z.string().min(1).max(40), language: z.enum(['ar', 'en']) }),
  })
  .describe('One filled visit of a mystery shopper.');
export type SentVisit = z.infer<typeof SentVisit>;

/** What the server says of a report it keeps: the same for the same content, however often it is sent. */
export interface VisitReceipt {
  readonly id: string;
  readonly assignment: string;
  /** 1 for the first report about a planned visit; 0 or less: it is kept beside the visit and does not count. */
  readonly revision: number;
  /** SHA-256 over the canonical JSON (RFC 8785) of what was sent. */
  readonly hash: string;
  /** The server's time of the commit's transaction: an ISO instant. */
  readonly receivedAt: string;
  /** After the due window, within the grace period. */
  readonly late: boolean;
  /** The SHA-256 of every file it names, all of them stored: only now may the device forget them. */
  readonly media: readonly string[];
}
