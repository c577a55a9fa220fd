import { SentVisit, type DeviceAssignment } from '#fieldwork';
import type { AnswerSheet } from '#instruments';
import type { Draft } from './model.js';

/** A draft about an assignment: empty, or of a returned visit what was sent, to be mended. */
export function newDraft(assignment: DeviceAssignment, id: string, at: string): Draft {
  const empty: Draft = {
    id,
    assignment: assignment.id,
    sheet: { answers: {} },
    startedAt: at,
    changedAt: at,
    stamps: {},
    places: {},
    photos: [],
    page: 0,
  };
  const { returned } = assignment;
  if (!returned) return empty;
  const sent = SentVisit.safeParse(returned.sent);
  if (!sent.success) return { ...empty, replaces: returned.report };
  const { sheet, startedAt, stamps, places, photos } = sent.data;
  return {
    ...empty,
    replaces: returned.report,
    sheet: sheet as AnswerSheet,
    startedAt,
    stamps: given(stamps),
    places: given(places),
    photos: photos.map((photo) => ({ ...photo, sent: true })),
  };
}

/** The draft again from a visit that never left: all its photos are still here. */
export function calledBack(body: string, files: ReadonlySet<string>, reason: string, id: string, at: string): Draft {
  const sent = SentVisit.parse(JSON.parse(body));
  return {
    id,
    assignment: sent.assignment,
    ...(sent.replaces !== undefined && { replaces: sent.replaces }),
    reason,
    sheet: sent.sheet as AnswerSheet,
    startedAt: sent.startedAt,
    changedAt: at,
    stamps: given(sent.stamps),
    places: given(sent.places),
    photos: sent.photos.map((photo) => (files.has(photo.hash) ? photo : { ...photo, sent: true })),
    page: 0,
  };
}

/** Without what is `undefined`: that is not there. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>;
  };
}
