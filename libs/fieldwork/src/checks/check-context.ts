import type { CompiledInstrument } from '#instruments';
import type { CheckLimits, Weekday } from '../plan/visit-plan.js';
import type { SentVisit } from '../visit/sent-visit.js';
import type { Contradicting } from './contradictions.js';
import type { Point, RoughPoint } from './distance.js';
import type { Fingerprint } from './fingerprint.js';
import type { OpeningHours } from './opening-hours.js';

/** What the checks read of a visit as it was sent. */
export type CheckedVisit = Pick<
  SentVisit,
  'sheet' | 'startedAt' | 'finishedAt' | 'stamps' | 'places' | 'photos' | 'clock'
>;

/** When the plan wanted the visit: days (YYYY-MM-DD), both included, and hours (HH:MM) in its time zone. */
export interface VisitWindow {
  readonly dueFrom: string;
  readonly dueTo: string;
  readonly weekday: Weekday;
  readonly hourFrom: string;
  readonly hourTo: string;
}

/** Another visit of the same shopper; `neighbourOf` makes one. */
export interface Neighbour {
  readonly id: string;
  readonly centre: string;
  /** ISO instants, the clock's error taken out. */
  readonly start: string;
  readonly end: string;
  /** Null: unknown. */
  readonly place: RoughPoint | null;
}

/** A photo of another visit, whoever made that. */
export interface KnownPhoto {
  readonly visit: string;
  readonly hash: string;
  readonly fingerprint: Fingerprint | null;
}

/** A remark that the same shopper wrote in an earlier visit. */
export interface EarlierComment {
  readonly visit: string;
  readonly comment: string;
}

/** All that is known around a visit. What is unknown (null, empty) leads to no finding. */
export interface CheckContext {
  readonly timeZone: string;
  /** Null: the checks are switched off. */
  readonly checks: CheckLimits | null;
  readonly window: VisitWindow | null;
  readonly centre: { readonly id: string; readonly site: Point | null; readonly hours: OpeningHours | null } | null;
  /** The version the visit was filled with; the sheet is looked at only when it has no faults by it. */
  readonly instrument: CompiledInstrument | null;
  /** See `contradictionsOf`. */
  readonly contradictions: Contradicting | null;
  /** The server's time at receipt: an ISO instant. */
  readonly receivedAt: string | null;
  /** Server minus device in milliseconds, measured at receipt; it goes before what the device itself had measured. */
  readonly offsetMs: number | null;
  /** The shopper's other visits near in time: at least the one before and the one after. */
  readonly neighbours: readonly Neighbour[];
  readonly earlierComments: readonly EarlierComment[];
  /** Fingerprints of this visit's photos by SHA-256. */
  readonly fingerprints: ReadonlyMap<string, Fingerprint | null>;
  /** Photos of other visits with the same SHA-256, or with a fingerprint that may be near. */
  readonly photosElsewhere: readonly KnownPhoto[];
  /** Minutes of earlier visits with the same instrument, as `minutesSpent` has them. */
  readonly earlierMinutes: readonly number[];
  /** The sheet of the report that this one replaces; null: the first. */
  readonly replacedSheet: unknown;
}

/** A context in which nothing is known but the plan: to be filled with what is. */
export function contextOf(timeZone: string, checks: CheckLimits | null): CheckContext {
  return {
    timeZone,
    checks,
    window: null,
    centre: null,
    instrument: null,
    contradictions: null,
    receivedAt: null,
    offsetMs: null,
    neighbours: [],
    earlierComments: [],
    fingerprints: new Map(),
    photosElsewhere: [],
    earlierMinutes: [],
    replacedSheet: null,
  };
}
