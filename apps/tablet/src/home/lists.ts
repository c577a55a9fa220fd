import type { DeviceAssignment } from '#fieldwork';
import type { Draft, Sent, TabletState, Waiting } from '../store/model.js';

/** What the home screen lists. An assignment is in one list only, but a returned one stays on top while it is mended. */
export interface HomeLists {
  readonly returned: readonly { readonly assignment: DeviceAssignment; readonly draft: Draft | null }[];
  readonly toDo: readonly DeviceAssignment[];
  readonly drafts: readonly { readonly draft: Draft; readonly assignment: DeviceAssignment | null }[];
  /** Those that were refused first. */
  readonly waiting: readonly { readonly waiting: Waiting; readonly assignment: DeviceAssignment | null }[];
  /** The latest first. */
  readonly sent: readonly Sent[];
}

export function listsOf({
  work,
  drafts,
  waiting,
  sent,
}: Pick<TabletState, 'work' | 'drafts' | 'waiting' | 'sent'>): HomeLists {
  const assignments = work?.assignments ?? [];
  const named = (id: string) => assignments.find((one) => one.id === id) ?? null;
  const draftOf = (id: string) => drafts.find(({ assignment }) => assignment === id) ?? null;
  const isWaiting = (id: string) => waiting.some(({ assignment }) => assignment === id);
  const open = assignments.filter((one) => !isWaiting(one.id) && !isAnswered(one, sent));
  const isReturned = ({ state, returned }: DeviceAssignment) => state === 'returned' && returned !== null;
  const returned = open.filter(isReturned);
  return {
    returned: returned.map((assignment) => ({ assignment, draft: draftOf(assignment.id) })),
    toDo: open
      .filter((one) => !isReturned(one) && !draftOf(one.id))
      .toSorted((a, b) => a.due.to.localeCompare(b.due.to) || a.due.hourTo.localeCompare(b.due.hourTo)),
    drafts: drafts
      .filter(({ assignment }) => !returned.some(({ id }) => id === assignment))
      .toSorted((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt))
      .map((draft) => ({ draft, assignment: named(draft.assignment) })),
    waiting: waiting
      .map((one) => ({ waiting: one, assignment: named(one.assignment) }))
      .toSorted((a, b) => Number(isRefused(b.waiting)) - Number(isRefused(a.waiting))),
    sent: sent.toSorted((a, b) => Date.parse(b.sentAt) - Date.parse(a.sentAt)),
  };
}

export const isRefused = ({ holdup }: Waiting) => holdup?.kind === 'refused';

/** The work on the tablet is as old as the last contact: what was sent since is done. Both times are the server's. */
function isAnswered({ id, returned }: DeviceAssignment, sent: readonly Sent[]): boolean {
  return sent.some(
    ({ assignment, receipt }) =>
      assignment === id && (returned === null || Date.parse(receipt.receivedAt) > Date.parse(returned.returnedAt)),
  );
}
