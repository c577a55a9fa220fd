import type { SentVisit, VisitReceipt } from '#fieldwork';
import { filesNeeded, type Change, type Kept, type Message, type Outgoing } from '../store/kept.js';
import type { Write } from '../store/records.js';
import { changedIn, mergedWork, workAfter, workWithout } from '../store/work-seen.js';

/** What is kept after the office was told: the message is not; of an assignment given back, its drafts are not either. */
export function afterTold({ work, draft, waiting }: Kept, message: Message): Write {
  const told: Change[] = [
    { kind: 'message', id: message.id, value: null },
    ...(work ? [{ kind: 'work', id: '', value: workAfter(work, [message]) } as const] : []),
  ];
  if (message.kind !== 'refusal') return { changes: told };
  const drafts = [...draft.values()].filter(({ assignment }) => assignment === message.assignment);
  const left = new Map([...draft].filter(([, { assignment }]) => assignment !== message.assignment));
  const needed = filesNeeded({ draft: left, waiting });
  return {
    changes: [...told, ...drafts.map(({ id }) => ({ kind: 'draft', id, value: null }) as const)],
    forget: drafts.flatMap(({ photos }) => photos.map(({ hash }) => hash)).filter((hash) => !needed.has(hash)),
  };
}

/** The receipt in place of the visit and its photos, unless another visit needs them too. */
export function afterReceipt({ work, draft, waiting }: Kept, visit: Outgoing, receipt: VisitReceipt): Write {
  const { id, assignment, title } = visit;
  const rest = new Map([...waiting].filter(([other]) => other !== id));
  const needed = filesNeeded({ draft, waiting: rest });
  const hashes = (JSON.parse(visit.body) as SentVisit).photos.map(({ hash }) => hash);
  return {
    changes: [
      { kind: 'sent', id, value: { id, assignment, title, receipt, sentAt: new Date().toISOString() } },
      { kind: 'waiting', id, value: null },
      ...(work ? [{ kind: 'work', id: '', value: workWithout(work, assignment) } as const] : []),
    ],
    forget: hashes.filter((hash) => !needed.has(hash)),
  };
}

/** New work. What was refused is tried again when the office changed something about it, such as its due days. */
export function afterWork(kept: Kept, fresh: NonNullable<Kept['work']>): Write {
  const held = new Set([...kept.draft.values(), ...kept.waiting.values()].map(({ assignment }) => assignment));
  const changed = changedIn(kept.work, fresh);
  const again = [...kept.waiting.values()].filter(
    ({ assignment, holdup }) => holdup?.kind === 'refused' && changed.has(assignment),
  );
  return {
    changes: [
      { kind: 'work', id: '', value: mergedWork(kept.work, fresh, held) },
      ...again.map((visit) => ({ kind: 'waiting', id: visit.id, value: { ...visit, holdup: null } }) as const),
    ],
  };
}
