import { answeredInOrder, messagesInOrder, waitingInOrder, type Kept, type Outgoing } from './kept.js';
import type { InterviewState } from './interview-model.js';
import type { Contact, TabletState, Waiting } from './model.js';
import type { Space } from './space.js';
import { workAfter } from './work-seen.js';

/** What is known while the application runs, and nowhere kept. */
export interface Facts {
  readonly contact: Contact;
  readonly sending: TabletState['sending'];
  /** How much of a file has arrived, by hash. */
  readonly fileBytes: ReadonlyMap<string, number>;
  readonly online: boolean;
  /** Since when the server is not reached; null: it is. */
  readonly offlineSince: string | null;
  readonly space: Space;
  readonly signInNeeded: boolean;
}

/** What the screens are shown. @param kept also what is not on the disk yet */
export function stateOf(kept: Kept, facts: Facts, trouble: TabletState['unsaved']): TabletState {
  const messages = messagesInOrder(kept);
  const given = new Set(messages.filter(({ kind }) => kind === 'refusal').map(({ assignment }) => assignment));
  const { contact, sending, online, space, signInNeeded } = facts;
  return {
    work: kept.work && workAfter(kept.work, messages),
    drafts: [...kept.draft.values()].filter(({ assignment }) => !given.has(assignment)),
    waiting: waitingInOrder(kept).map((visit) => waitingOf(visit, facts)),
    sent: [...kept.sent.values()].sort((one, other) => (one.sentAt < other.sentAt ? 1 : -1)),
    interviews: interviewsOf(kept, facts),
    contact,
    sending,
    online,
    persisted: space.persisted,
    spaceLeft: space.left,
    unsaved: trouble,
    signInNeeded,
  };
}

function interviewsOf(kept: Kept, { offlineSince }: Facts): InterviewState {
  const offline = offlineSince === null ? null : ({ kind: 'offline', since: offlineSince } as const);
  return {
    surveys: kept.surveys,
    places: kept.surveyPlaces,
    begun: [...kept.interview.values()].sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1)),
    waiting: answeredInOrder(kept).map((one) => ({ ...one, holdup: one.holdup ?? offline })),
    sent: [...kept.interviewed.values()].sort((one, other) => (one.sentAt < other.sentAt ? 1 : -1)),
  };
}

function waitingOf({ title: _, attempted: __, ...visit }: Outgoing, { fileBytes, offlineSince }: Facts): Waiting {
  return {
    ...visit,
    files: visit.files.map((file) => ({ ...file, sentBytes: fileBytes.get(file.hash) ?? file.sentBytes })),
    holdup: visit.holdup ?? (offlineSince === null ? null : { kind: 'offline', since: offlineSince }),
  };
}
