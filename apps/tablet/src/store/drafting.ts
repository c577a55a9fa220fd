import type { DeviceAssignment } from '#fieldwork';
import { alone } from './alone.js';
import { messagesInOrder, type Change, type Kept, type Message } from './kept.js';
import type { Keeper } from './keeper.js';
import type { Draft } from './model.js';
import { calledBack, newDraft } from './new-draft.js';
import { outgoing, type MadeOn } from './outgoing.js';
import { StoreRefusal } from './store-refusal.js';
import { workAfter } from './work-seen.js';

/** The draft of an assignment, begun unless there is one. That it was begun is told to the office. */
export async function begin(keeper: Keeper, assignment: string, reason?: string): Promise<Draft> {
  let draft: Draft | undefined;
  await keeper.write(() => {
    const { kept } = keeper;
    const earlier = [...kept.draft.values()].find((one) => one.assignment === assignment);
    if (earlier) {
      draft = keeper.newest.draft.get(earlier.id) ?? earlier;
      return null;
    }
    if ([...kept.waiting.values()].some((one) => one.assignment === assignment)) throw new StoreRefusal('onItsWay');
    const about = assignmentOf(kept, assignment);
    const at = new Date().toISOString();
    draft = { ...newDraft(about, crypto.randomUUID(), at), ...(reason !== undefined && { reason }) };
    const isNew = about.state === 'assigned' || about.state === 'accepted';
    return {
      changes: [draftChange(draft), ...(isNew ? [messageChange(kept, { assignment, kind: 'start' }, at)] : [])],
    };
  });
  if (!draft) throw new StoreRefusal('unknown');
  return draft;
}

/** Something for the office, told in its turn. Told once: the same again changes nothing. */
export function tell(keeper: Keeper, said: Pick<Message, 'assignment' | 'kind' | 'reason'>): Promise<void> {
  return keeper.write(() => {
    const { kept } = keeper;
    assignmentOf(kept, said.assignment);
    const isTold = [...kept.message.values()].some(
      ({ assignment, kind }) => assignment === said.assignment && kind === said.kind,
    );
    return isTold ? null : { changes: [messageChange(kept, said, new Date().toISOString())] };
  });
}

/** Locks a draft: from here on its bytes do not change. All its photos have to be here. */
export function finish(keeper: Keeper, draft: Draft, on: MadeOn): Promise<void> {
  return keeper.write(async () => {
    const { kept } = keeper;
    if (!kept.draft.has(draft.id)) throw new StoreRefusal('unknown');
    const visit = outgoing(draft, assignmentOf(kept, draft.assignment), on);
    if (!visit) throw new StoreRefusal('incomplete');
    for (const { hash } of visit.files) if (!(await keeper.hasPhoto(hash))) throw new StoreRefusal('incomplete');
    return {
      changes: [
        { kind: 'waiting', id: draft.id, value: visit },
        { kind: 'draft', id: draft.id, value: null },
      ],
    };
  });
}

/** A new revision: of a visit that never left, in its place; of one that came back, to take its place. */
export async function callBack(keeper: Keeper, id: string, reason: string): Promise<Draft> {
  if (!keeper.kept.waiting.has(id)) return revised(keeper, id, reason);
  return alone('visits', async () => {
    const now = await keeper.onDisk({ kind: 'waiting', id });
    if (now?.kind !== 'waiting' || now.value === null || now.value.attempted) throw new StoreRefusal('onItsWay');
    const files = new Set(now.value.files.map(({ hash }) => hash));
    const draft = calledBack(now.value.body, files, reason, crypto.randomUUID(), new Date().toISOString());
    await keeper.write(() => ({ changes: [draftChange(draft), { kind: 'waiting', id, value: null }] }));
    return draft;
  });
}

function revised(keeper: Keeper, id: string, reason: string): Promise<Draft> {
  const { work, sent } = keeper.kept;
  const back = work?.assignments.find(({ returned }) => returned?.report === id);
  if (back) return begin(keeper, back.id, reason);
  return Promise.reject(new StoreRefusal(sent.has(id) ? 'notReturned' : 'unknown'));
}

/** An assignment as the shopper knows it: with what the office is still to be told. */
function assignmentOf(kept: Kept, id: string): DeviceAssignment {
  const work = kept.work && workAfter(kept.work, messagesInOrder(kept));
  const found = work?.assignments.find((one) => one.id === id);
  if (!found) throw new StoreRefusal('unknown');
  return found;
}

function draftChange(draft: Draft): Change {
  return { kind: 'draft', id: draft.id, value: draft };
}

function messageChange(kept: Kept, said: Pick<Message, 'assignment' | 'kind' | 'reason'>, at: string): Change {
  const id = crypto.randomUUID();
  const order = Math.max(0, ...messagesInOrder(kept).map((one) => one.order)) + 1;
  return { kind: 'message', id, value: { ...said, id, order, at } };
}
