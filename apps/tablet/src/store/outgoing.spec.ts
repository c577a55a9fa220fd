import type { DeviceAssignment } from '#fieldwork';
import type { Draft } from './model.js';
import { calledBack, newDraft } from './new-draft.js';
import { outgoing } from './outgoing.js';

const id = '00000000-0000-4000-8000-000000000001';
const assignment = {
  id: '00000000-0000-4000-8000-00000000000a',
  state: 'assigned',
  centre: { name: { ar: 'الواحة', en: 'Oasis' } },
  instrument: { code: 'form', version: 3 },
  returned: null,
} as unknown as DeviceAssignment;
const photo = { hash: 'a'.repeat(64), bytes: 7, takenAt: '2026-11-22T09:00:00.000Z', blurred: false };
const on = {
  contact: { at: '2026-11-22T08:00:00.000Z', offsetMs: -90_000 },
  timeZone: 'Asia/Dubai',
  version: '1',
  language: 'ar',
  now: '2026-11-22T10:00:00.000Z',
} as const;
const draft: Draft = {
  ...newDraft(assignment, id, '2026-11-22T09:00:00.000Z'),
  sheet: { answers: { wait: { value: 7 } } },
  photos: [photo, { ...photo, hash: 'b'.repeat(64), sent: true }],
};

describe('outgoing', () => {
  it('is the visit as it is sent, its photos, and what the list calls it', () => {
    const visit = outgoing(draft, assignment, on);
    expect(visit).toMatchObject({
      id,
      title: 'الواحة',
      attempted: false,
      files: [{ hash: photo.hash, bytes: 7, sentBytes: 0 }],
    });
    expect(JSON.parse(visit?.body ?? '')).toEqual({
      schema: 'nujoom.visit/1',
      assignment: assignment.id,
      instrument: { code: 'form', version: 3 },
      sheet: draft.sheet,
      startedAt: draft.startedAt,
      finishedAt: on.now,
      stamps: {},
      places: {},
      photos: [photo, { ...photo, hash: 'b'.repeat(64) }],
      clock: { timeZone: 'Asia/Dubai', offsetMs: -90_000, measuredAt: on.contact.at },
      app: { version: '1', language: 'ar' },
    });
  });

  it('claims no measured clock when there was none', () =>
    expect(
      JSON.parse(outgoing(draft, assignment, { ...on, contact: { at: null, offsetMs: null } })?.body ?? ''),
    ).toMatchObject({
      clock: { offsetMs: null, measuredAt: null },
    }));

  it('is nothing when the draft is not a visit', () =>
    expect(outgoing({ ...draft, id: 'x', assignment: 'nowhere' }, assignment, on)).toBeNull());
});

describe('a visit that comes back', () => {
  const body = outgoing(draft, assignment, on)?.body ?? '';

  it('from the outbox is a draft again, under another id', () =>
    expect(calledBack(body, new Set([photo.hash]), 'typo', 'new', 'now')).toMatchObject({
      id: 'new',
      reason: 'typo',
      sheet: draft.sheet,
      photos: draft.photos,
    }));

  it('from the office goes on from what was sent, and takes its place; its photos are there', () => {
    const returned = { report: id, returnedAt: '', reason: '', notes: [], sent: JSON.parse(body) as unknown };
    const mended = newDraft({ ...assignment, state: 'returned', returned }, 'new', 'now');
    expect(mended).toMatchObject({ id: 'new', replaces: id, sheet: draft.sheet, startedAt: draft.startedAt });
    expect(mended.photos.map(({ sent }) => sent)).toEqual([true, true]);
  });

  it('from the office begins empty when what was sent cannot be read', () => {
    const returned = { report: id, returnedAt: '', reason: '', notes: [], sent: { schema: 'another' } };
    expect(newDraft({ ...assignment, returned }, 'new', 'now')).toMatchObject({ replaces: id, sheet: { answers: {} } });
  });
});
