import type { DeviceWork } from '#fieldwork';
import type { Answered, Interview, Interviewed, SurveyPlaces, Surveys } from './interview-model.js';
import type { Contact, Draft, Sent, Waiting } from './model.js';

/** What this tablet is to the server. */
export interface Enrolled {
  readonly device: string;
  readonly token: string;
  readonly shopper: string;
}

/** A visit on its way, with what only the outbox needs. */
export interface Outgoing extends Waiting {
  /** What the list calls it once it is sent. */
  readonly title: string;
  /** The body may have reached the server: noted before it is sent for the first time. */
  readonly attempted: boolean;
}

/** Something the office is told when there is a network. */
export interface Message {
  readonly id: string;
  /** Messages are told in this order. */
  readonly order: number;
  readonly assignment: string;
  readonly kind: 'acceptance' | 'start' | 'refusal';
  readonly at: string;
  readonly reason?: string;
}

/** Everything that is kept, by kind. */
export interface Kinds {
  readonly enrolled: Enrolled;
  readonly work: DeviceWork;
  readonly contact: Contact;
  readonly draft: Draft;
  readonly waiting: Outgoing;
  readonly sent: Sent;
  readonly message: Message;
  readonly surveys: Surveys;
  readonly surveyPlaces: SurveyPlaces;
  readonly interview: Interview;
  readonly answered: Answered;
  readonly interviewed: Interviewed;
}

/** One kept thing; `value` null: it is gone. Of `enrolled`, `work`, `contact` and `surveys` there is one each, without an id. */
export type Change = { readonly [Kind in keyof Kinds]: ChangeOf<Kind> }[keyof Kinds];
interface ChangeOf<Kind extends keyof Kinds> {
  readonly kind: Kind;
  readonly id: string;
  readonly value: Kinds[Kind] | null;
}

/** All that is kept, in memory, while the vault is open. */
export interface Kept {
  readonly enrolled: Enrolled | null;
  readonly work: DeviceWork | null;
  readonly contact: Contact;
  readonly draft: ReadonlyMap<string, Draft>;
  readonly waiting: ReadonlyMap<string, Outgoing>;
  readonly sent: ReadonlyMap<string, Sent>;
  readonly message: ReadonlyMap<string, Message>;
  readonly surveys: Surveys | null;
  /** By the code of the campaign. */
  readonly surveyPlaces: ReadonlyMap<string, SurveyPlaces>;
  readonly interview: ReadonlyMap<string, Interview>;
  readonly answered: ReadonlyMap<string, Answered>;
  readonly interviewed: ReadonlyMap<string, Interviewed>;
}

export const nothingKept: Kept = {
  enrolled: null,
  work: null,
  contact: { at: null, offsetMs: null },
  draft: new Map(),
  waiting: new Map(),
  sent: new Map(),
  message: new Map(),
  surveys: null,
  surveyPlaces: new Map(),
  interview: new Map(),
  answered: new Map(),
  interviewed: new Map(),
};

/** What is kept after a change. */
export function afterChange(kept: Kept, change: Change): Kept {
  switch (change.kind) {
    case 'enrolled':
      return { ...kept, enrolled: change.value };
    case 'work':
      return { ...kept, work: change.value };
    case 'contact':
      return { ...kept, contact: change.value ?? nothingKept.contact };
    case 'draft':
      return { ...kept, draft: withOne(kept.draft, change.id, change.value) };
    case 'waiting':
      return { ...kept, waiting: withOne(kept.waiting, change.id, change.value) };
    case 'sent':
      return { ...kept, sent: withOne(kept.sent, change.id, change.value) };
    case 'message':
      return { ...kept, message: withOne(kept.message, change.id, change.value) };
    case 'surveys':
      return { ...kept, surveys: change.value };
    case 'surveyPlaces':
      return { ...kept, surveyPlaces: withOne(kept.surveyPlaces, change.id, change.value) };
    case 'interview':
      return { ...kept, interview: withOne(kept.interview, change.id, change.value) };
    case 'answered':
      return { ...kept, answered: withOne(kept.answered, change.id, change.value) };
    case 'interviewed':
      return { ...kept, interviewed: withOne(kept.interviewed, change.id, change.value) };
  }
}

function withOne<Value>(map: ReadonlyMap<string, Value>, id: string, value: Value | null): ReadonlyMap<string, Value> {
  const next = new Map(map);
  if (value === null) next.delete(id);
  else next.set(id, value);
  return next;
}

/** Visits that wait, the first finished first. */
export function waitingInOrder({ waiting }: Kept): readonly Outgoing[] {
  return [...waiting.values()].sort((one, other) => (one.finishedAt < other.finishedAt ? -1 : 1));
}

/** Interviews that wait, the first finished first. */
export function answeredInOrder({ answered }: Pick<Kept, 'answered'>): readonly Answered[] {
  return [...answered.values()].sort((one, other) => (one.finishedAt < other.finishedAt ? -1 : 1));
}

/** Messages that wait, in their order. */
export function messagesInOrder({ message }: Kept): readonly Message[] {
  return [...message.values()].sort((one, other) => one.order - other.order);
}

/** Every photo that a draft or something that waits still needs from this tablet. */
export function filesNeeded({ draft, waiting }: Pick<Kept, 'draft' | 'waiting'>): ReadonlySet<string> {
  return new Set([
    ...[...draft.values()].flatMap(({ photos }) => photos.map(({ hash }) => hash)),
    ...[...waiting.values()].flatMap(({ files }) => files.map(({ hash }) => hash)),
  ]);
}
