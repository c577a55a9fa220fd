import type { Language } from '#contract';
import { SentVisit, type DeviceAssignment } from '#fieldwork';
import { wordingIn } from '#contract';
import type { Outgoing } from './kept.js';
import type { Contact, Draft } from './model.js';

/** What a visit says of the tablet it was made on. */
export interface MadeOn {
  readonly contact: Contact;
  readonly timeZone: string;
  readonly version: string;
  readonly language: Language;
  /** Device time, an ISO instant. */
  readonly now: string;
}

/** A draft as the visit that is sent, its bytes fixed from here on. Null when the draft is not a whole visit. */
export function outgoing(draft: Draft, assignment: DeviceAssignment, on: MadeOn): Outgoing | null {
  const body = SentVisit.safeParse(sentVisit(draft, assignment, on));
  if (!body.success) return null;
  return {
    id: draft.id,
    assignment: draft.assignment,
    body: JSON.stringify(body.data),
    files: draft.photos.filter(({ sent }) => !sent).map(({ hash, bytes }) => ({ hash, bytes, sentBytes: 0 })),
    finishedAt: on.now,
    tries: 0,
    holdup: null,
    title: wordingIn(assignment.centre.name, on.language),
    attempted: false,
  };
}

function sentVisit(draft: Draft, { instrument }: DeviceAssignment, { contact, timeZone, ...on }: MadeOn): SentVisit {
  return {
    schema: 'nujoom.visit/1',
    assignment: draft.assignment,
    ...(draft.replaces !== undefined && { replaces: draft.replaces }),
    ...(draft.reason !== undefined && { reason: draft.reason }),
    instrument: { code: instrument.code, version: instrument.version },
    sheet: draft.sheet,
    startedAt: draft.startedAt,
    finishedAt: on.now,
    stamps: draft.stamps,
    places: draft.places,
    photos: draft.photos.map(({ sent: _, ...photo }) => photo),
    clock: { timeZone, offsetMs: contact.offsetMs, measuredAt: contact.offsetMs === null ? null : contact.at },
    app: { version: on.version, language: on.language },
  };
}
