import type { DeviceWork, Photo, Place, StampName, VisitReceipt } from '#fieldwork';
import type { Filled, Holdup } from './filled.js';
import type { InterviewState, InterviewStore } from './interview-model.js';

/** A photo of a draft: its bytes lie apart, encrypted, under the hash. */
export interface DraftPhoto extends Photo {
  /** Already on the server: it came back with a returned visit, and its bytes are not here. */
  readonly sent?: true;
}

/** What a shopper fills about one assignment. */
export interface Draft extends Filled {
  readonly assignment: string;
  /** The report it takes the place of; absent for a first one. */
  readonly replaces?: string;
  /** Why it was changed; asked for when a revision is finished. */
  readonly reason?: string;
  readonly stamps: Readonly<Partial<Record<StampName, string>>>;
  readonly places: { readonly start?: Place; readonly end?: Place };
  readonly photos: readonly DraftPhoto[];
}

/** A finished visit on its way. It is locked; an edit makes a new revision. */
export interface Waiting {
  readonly id: string;
  readonly assignment: string;
  /** The sent visit as JSON, the very bytes that are sent each time. */
  readonly body: string;
  /** The files that have to go first. */
  readonly files: readonly { readonly hash: string; readonly bytes: number; readonly sentBytes: number }[];
  readonly finishedAt: string;
  readonly tries: number;
  readonly holdup: Holdup | null;
}

/** A visit that the server has: its content is gone from here, the receipt stays. */
export interface Sent {
  readonly id: string;
  readonly assignment: string;
  /** What the list calls it. */
  readonly title: string;
  readonly receipt: VisitReceipt;
  readonly sentAt: string;
}

/** How this tablet and the server last spoke. */
export interface Contact {
  /** Device time of the last answer; null: never. */
  readonly at: string | null;
  /** Server minus device, in ms; null: never measured. */
  readonly offsetMs: number | null;
}

/** Everything a screen can show, as it stands now. */
export interface TabletState {
  readonly work: DeviceWork | null;
  readonly drafts: readonly Draft[];
  readonly waiting: readonly Waiting[];
  readonly sent: readonly Sent[];
  readonly interviews: InterviewState;
  readonly contact: Contact;
  /** What is being sent now, and how far. */
  readonly sending: { readonly id: string; readonly bytes: number; readonly of: number } | null;
  readonly online: boolean;
  /** The browser promised to keep the storage; false: it may be cleared when space runs out. */
  readonly persisted: boolean;
  /** Bytes left for this application; null: the browser does not tell. */
  readonly spaceLeft: number | null;
  /** What keeps changes from being durable; null: all that was typed is kept. Until then it is in memory, and tried again. */
  readonly unsaved: 'full' | 'failed' | null;
  /** The server does not take this tablet's token any more: a new code of the office is needed. Nothing is lost. */
  readonly signInNeeded: boolean;
}

/** What `exportUnsent` made. The password opens the file and is nowhere else: it is shown once. */
export interface Exported {
  readonly file: Blob;
  /** A neutral name to save it under. */
  readonly name: string;
  readonly password: string;
}

/** What screens can do. All of it works without a network but `refresh`. */
export interface TabletStore {
  readonly state: TabletState;
  /** Told after every change; returns how to stop. For `useSyncExternalStore`. */
  subscribe(changed: () => void): () => void;
  /** Fetches the work anew and starts sending; quiet when there is no network. */
  refresh(): Promise<void>;
  /** Begins the draft of an assignment, or gives the one there is. Of a returned visit: from what was sent, with its report in `replaces`. */
  begin(assignment: string): Promise<Draft>;
  /**
   * Saves a draft; resolved when it is durable. Calls are carried out in their order. Rejected with a `StoreRefusal`
   * (`full`, `failed`): the draft stays in `state.drafts`, `state.unsaved` says why, and it is tried again by itself.
   */
  save(draft: Draft): Promise<void>;
  /** Keeps the bytes of a photo, encrypted, under their SHA-256; resolved when durable. */
  keepPhoto(jpeg: Uint8Array): Promise<{ readonly hash: string; readonly bytes: number }>;
  /** The bytes of a photo, or null when they are not on this tablet (any more). */
  photo(hash: string): Promise<Uint8Array | null>;
  /** Removes a photo that no draft and nothing that waits names. */
  dropPhoto(hash: string): Promise<void>;
  /** Tells the office that the visit is taken on; it is told when there is a network. */
  accept(assignment: string): Promise<void>;
  /** Gives an assignment back with a reason. */
  decline(assignment: string, reason: string): Promise<void>;
  /** Locks a draft without faults and hands it to the outbox. */
  finish(draft: Draft): Promise<void>;
  /**
   * Makes a new revision of a visit that waits (it is called back first) or that was sent and came back.
   * Refused as a `StoreRefusal`: `onItsWay` when the server may have it, `notReturned` when it was sent and did not come back.
   */
  reopen(id: string, reason: string): Promise<Draft>;
  /** Tries what was refused again: a visit or an interview. */
  retry(id: string): Promise<void>;
  /** What can be done about interviews. */
  readonly interviews: InterviewStore;
  /** All that has not been sent, as one encrypted file for the office; see docs/tablet.md. */
  exportUnsent(): Promise<Exported>;
  /** Forgets the key until the PIN is given again. */
  lock(): void;
}
