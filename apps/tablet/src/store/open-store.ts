import type { Language } from '#contract';
import { leading } from '../outbox/leading.js';
import { newSender } from '../outbox/new-sender.js';
import type { Sender } from '../outbox/sender.js';
import { wakeUps } from '../outbox/wake-ups.js';
import { begin, callBack, finish, tell } from './drafting.js';
import { exportedFrom } from './exported.js';
import type { Change, Enrolled } from './kept.js';
import { Interviewing } from './interviewing.js';
import { Keeper } from './keeper.js';
import { LiveState } from './live-state.js';
import type { Draft, Exported, TabletState, TabletStore } from './model.js';
import { dropPhoto, keepPhoto } from './photos.js';
import type { Records, Write } from './records.js';
import { askedSpace } from './space.js';
import { Tabs, type TabMessage } from './tabs.js';

/** What the store needs from what is around it. */
export interface Surroundings {
  readonly version: string;
  readonly language: () => Language;
  readonly onLock: () => void;
  /** The office withdrew this tablet. */
  readonly onRevoked: () => void;
}

/** The store while the vault is open. It wires; what things mean is in the functions it calls. */
export class OpenStore implements TabletStore {
  private readonly stopped = new AbortController();
  private readonly tabs = new Tabs((message) => this.heard(message));
  private readonly keeper: Keeper;
  private readonly live: LiveState;
  private readonly sender: Sender;
  readonly interviews: Interviewing;
  private leads = false;

  private constructor(
    private readonly around: Surroundings,
    records: Records,
    kept: Keeper['kept'],
  ) {
    this.keeper = new Keeper(records, kept, (changes) => this.changed(changes));
    this.live = new LiveState(this.keeper);
    this.sender = newSender(this.keeper, this.live, {
      ...around,
      showSending: (sending) => this.showSending(sending),
      stopped: this.stopped.signal,
    });
    this.interviews = new Interviewing(this.keeper, () => this.send());
  }

  /** Reads all that is kept and begins to send. */
  static async open(around: Surroundings, records: Records): Promise<OpenStore> {
    const store = new OpenStore(around, records, await records.all());
    store.start();
    return store;
  }

  get state(): TabletState {
    return this.live.state;
  }

  subscribe(changed: () => void): () => void {
    return this.live.subscribe(changed);
  }

  async refresh(): Promise<void> {
    if (this.leads) await this.sender.now('withWork');
    else this.tabs.tell({ kind: 'send' });
  }

  async begin(assignment: string): Promise<Draft> {
    const draft = await begin(this.keeper, assignment);
    this.send();
    return draft;
  }

  save(draft: Draft): Promise<void> {
    return this.keeper.save({ kind: 'draft', id: draft.id, value: draft });
  }

  async keepPhoto(jpeg: Uint8Array): Promise<{ readonly hash: string; readonly bytes: number }> {
    try {
      return await keepPhoto(this.keeper, jpeg);
    } finally {
      void this.measureSpace();
    }
  }

  photo(hash: string): Promise<Uint8Array | null> {
    return this.keeper.photo(hash);
  }

  dropPhoto(hash: string): Promise<void> {
    return dropPhoto(this.keeper, hash);
  }

  async accept(assignment: string): Promise<void> {
    await tell(this.keeper, { assignment, kind: 'acceptance' });
    this.send();
  }

  async decline(assignment: string, reason: string): Promise<void> {
    await tell(this.keeper, { assignment, kind: 'refusal', reason });
    this.send();
  }

  async finish(draft: Draft): Promise<void> {
    await finish(this.keeper, draft, {
      contact: this.live.facts.contact,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      version: this.around.version,
      language: this.around.language(),
      now: new Date().toISOString(),
    });
    this.send();
  }

  reopen(id: string, reason: string): Promise<Draft> {
    return callBack(this.keeper, id, reason);
  }

  async retry(id: string): Promise<void> {
    await this.keeper.write(() => {
      const { waiting, answered } = this.keeper.kept;
      const [visit, interview] = [waiting.get(id), answered.get(id)];
      if (visit) return { changes: [{ kind: 'waiting', id, value: { ...visit, holdup: null } }] };
      return interview ? { changes: [{ kind: 'answered', id, value: { ...interview, holdup: null } }] } : null;
    });
    this.send();
  }

  exportUnsent(): Promise<Exported> {
    return exportedFrom(this.keeper);
  }

  lock(): void {
    this.around.onLock();
  }

  /** Resolved when something changes. */
  changedNext(): Promise<void> {
    return this.live.changedNext();
  }

  get shopper(): string | null {
    return this.keeper.kept.enrolled?.shopper ?? null;
  }

  /** What another vault of the same shopper held. */
  async takeOver(changes: readonly Change[], files: NonNullable<Write['files']>): Promise<void> {
    await this.keeper.write(() => ({ changes, files }));
    if (changes.length > 0) this.send();
  }

  /** A new token in place of one that is not taken any more. */
  async renew(enrolled: Enrolled): Promise<void> {
    await this.keeper.write(() => ({ changes: [{ kind: 'enrolled', id: '', value: enrolled }] }));
    this.live.set({ signInNeeded: false });
    await this.sender.renewed();
  }

  /** Resolved when all that was to be written was tried; whether it is written. */
  settled(): Promise<boolean> {
    return this.keeper.settled();
  }

  /** Stops at once. */
  stop(): void {
    this.stopped.abort();
    this.tabs.close();
  }

  private start(): void {
    const { signal } = this.stopped;
    wakeUps(signal, {
      tick: () => this.tick(),
      online: () => void this.sender.now(),
      offline: () => this.sender.cut(),
      seen: () => this.send(),
    });
    leading(signal, () => this.lead());
    void this.measureSpace();
  }

  private lead(): void {
    this.leads = true;
    void this.keeper.sweep().catch(() => undefined);
    void this.sender.now('withWork');
  }

  private tick(): void {
    if (this.leads) void this.sender.tick();
    void this.measureSpace();
  }

  /** Sends soon; nobody waits for it. */
  private send(): void {
    if (this.leads) void this.sender.now();
    else this.tabs.tell({ kind: 'send' });
  }

  private heard(message: TabMessage): void {
    if (message.kind === 'changed') void this.keeper.reread(message.things);
    else if (message.kind === 'sending') this.live.set({ sending: message.sending });
    else if (message.kind === 'send' && this.leads) void this.sender.now('withWork');
  }

  private changed(changes: readonly Change[]): void {
    this.live.changed();
    const things = changes.map(({ kind, id }) => ({ kind, id }));
    if (things.length > 0) this.tabs.tell({ kind: 'changed', things });
    if (this.keeper.trouble !== null) void this.measureSpace();
  }

  private showSending(sending: TabletState['sending']): void {
    this.live.set({ sending });
    this.tabs.tell({ kind: 'sending', sending });
  }

  private async measureSpace(): Promise<void> {
    this.live.set({ space: await askedSpace() });
  }
}
