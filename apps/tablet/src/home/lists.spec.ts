import type { DeviceAssignment, VisitReceipt } from '#fieldwork';
import type { Sent, TabletState, Waiting } from '../store/model.js';
import { sampleDraft } from '../capture/sample-visit.js';
import { listsOf } from './lists.js';
import { sampleAssignment as assignment, sampleReturned as returned } from './sample-assignment.js';

const draft = (id: string, changedAt = '2026-11-22T08:00:00Z') =>
  sampleDraft(undefined, { id: `d-${id}`, assignment: id, changedAt });
const waiting = (id: string, refused = false): Waiting => ({
  id: `w-${id}`,
  assignment: id,
  body: '{}',
  files: [],
  finishedAt: '2026-11-22T08:00:00Z',
  tries: 0,
  holdup: refused ? { kind: 'refused', code: 'visit.tooLate', detail: 'x', at: '2026-11-22T08:00:00Z' } : null,
});
const sent = (id: string, at: string): Sent => ({
  id: `s-${id}`,
  assignment: id,
  title: 'T',
  receipt: { receivedAt: at } as VisitReceipt,
  sentAt: at,
});
function lists(rest: Partial<TabletState> & { readonly assignments?: readonly DeviceAssignment[] }) {
  const { assignments = [], ...state } = rest;
  const found = listsOf({
    work: { now: '', shopper: '', timeZone: 'Asia/Dubai', assignments, instruments: [] },
    drafts: [],
    waiting: [],
    sent: [],
    contact: { at: null, offsetMs: null },
    sending: null,
    online: true,
    persisted: true,
    spaceLeft: null,
    unsaved: null,
    signInNeeded: false,
    ...state,
  });
  return {
    returned: found.returned.map((one) => [one.assignment.id, one.draft?.id ?? null]),
    toDo: found.toDo.map(({ id }) => id),
    drafts: found.drafts.map((one) => [one.draft.id, one.assignment?.id ?? null]),
    waiting: found.waiting.map((one) => one.waiting.id),
    sent: found.sent.map(({ id }) => id),
  };
}
const none = { returned: [], toDo: [], drafts: [], waiting: [], sent: [] };

describe('the lists of the home screen', () => {
  it('begin with what is due first', () => {
    const later = assignment('b', {
      due: { from: '2026-11-20', to: '2026-11-25', hourFrom: '08:00', hourTo: '14:00' },
    });
    expect(lists({ assignments: [later, assignment('a')] })).toEqual({ ...none, toDo: ['a', 'b'] });
  });

  it('show an assignment once: as a draft, as waiting', () => {
    const assignments = [assignment('a'), assignment('b'), assignment('c')];
    expect(lists({ assignments, drafts: [draft('a')], waiting: [waiting('b')] })).toEqual({
      ...none,
      toDo: ['c'],
      drafts: [['d-a', 'a']],
      waiting: ['w-b'],
    });
  });

  it('keep a returned visit on top while it is mended, and let it go when it waits', () => {
    expect(lists({ assignments: [returned('a')] }).returned).toEqual([['a', null]]);
    expect(lists({ assignments: [returned('a')], drafts: [draft('a')] })).toEqual({
      ...none,
      returned: [['a', 'd-a']],
    });
    expect(lists({ assignments: [returned('a')], waiting: [waiting('a')] })).toEqual({ ...none, waiting: ['w-a'] });
  });

  it('do not ask again for what was sent since the work was fetched', () => {
    const [before, after] = [sent('a', '2026-11-22T07:00:00Z'), sent('a', '2026-11-22T09:00:00Z')];
    expect(lists({ assignments: [assignment('a')], sent: [before] }).toDo).toEqual([]);
    expect(lists({ assignments: [returned('a')], sent: [before] }).returned).toEqual([['a', null]]);
    expect(lists({ assignments: [returned('a')], sent: [after] }).returned).toEqual([]);
  });

  it('show refused ones first, the latest draft and the latest sent first, and drafts of nobody', () => {
    const found = lists({
      work: null,
      drafts: [draft('a', '2026-11-22T08:00:00Z'), draft('b', '2026-11-22T09:00:00Z')],
      waiting: [waiting('c'), waiting('d', true)],
      sent: [sent('e', '2026-11-20T09:00:00Z'), sent('f', '2026-11-21T09:00:00Z')],
    });
    expect(found).toEqual({
      ...none,
      drafts: [
        ['d-b', null],
        ['d-a', null],
      ],
      waiting: ['w-d', 'w-c'],
      sent: ['s-f', 's-e'],
    });
  });
});
