import type { Language } from '#contract';
import { openLock } from './outbox/leading.js';
import { Unreachable } from './server/refusals.js';
import { Server } from './server/server.js';
import type { Stage } from './stage.js';
import { adoptAside } from './store/adopt.js';
import { NotesDatabase } from './store/database.js';
import type { Enrolled } from './store/kept.js';
import { OpenStore, type Surroundings } from './store/open-store.js';
import { Records } from './store/records.js';
import { Tabs } from './store/tabs.js';
import { idleLock } from './vault/idle-lock.js';
import { waitLeft } from './vault/tries.js';
import { newVault, openVault, type Opened } from './vault/vault.js';
import { wipe } from './vault/wipe.js';

export interface TabletOptions {
  readonly version: string;
  readonly language: () => Language;
}

/** The tablet from its start: enrolment, PIN, lock and wipe around the store. */
export class Tablet {
  stage: Stage = { kind: 'starting' };
  /** A code of the office, brought by a QR code and not used yet. */
  code: string | null = null;
  private readonly database = new NotesDatabase();
  private readonly listeners = new Set<() => void>();
  private readonly tabs = new Tabs((message) => {
    if (message.kind === 'wiped') this.gone();
    else if (message.kind === 'locked') this.lock('quietly');
  });
  /** Locked while something could not be written: it is kept in memory, and the PIN opens it again. */
  private behindLock: OpenStore | null = null;
  private stopIdleLock: () => void = () => undefined;

  constructor(private readonly options: TabletOptions) {}

  subscribe(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  async start(): Promise<void> {
    if (!isSecureContext || typeof indexedDB === 'undefined') return this.at({ kind: 'unusable' });
    try {
      const stored = await this.database.currentVault();
      this.at(stored ? { kind: 'locked', wrongTries: stored.wrongTries } : { kind: 'new' });
    } catch {
      this.at({ kind: 'unusable' });
    }
  }

  /** A new vault under a new PIN, with the token for a code. One that is there is put aside: its PIN still opens it. */
  async enrol(secret: string, pin: string): Promise<void> {
    const { stored, keys } = await newVault(pin);
    const enrolled = await this.enrolled(secret);
    const { database } = this;
    const records = new Records(database, keys);
    // The vault comes last: there is none without its token.
    await records.write({ changes: [{ kind: 'enrolled', id: '', value: enrolled }] });
    await database.transaction('rw', database.vaults, async () => {
      await database.vaults.where('role').equals('current').modify({ role: 'aside' });
      await database.vaults.put(stored);
    });
    this.code = null;
    await this.open(records);
  }

  /** A code came. Notes that are open, or will be, stay as they are and get a new token by it. */
  bring(code: string): void {
    this.code = code;
    this.at({ ...this.stage });
    this.useCode();
  }

  /** Whether a reload would lose nothing: no notes are open in any tab, and nobody is in the middle of enrolling. */
  async mayReload(): Promise<boolean> {
    const { held = [] } = await navigator.locks.query();
    const isClosed = this.stage.kind === 'locked' || this.stage.kind === 'new';
    return isClosed && this.code === null && this.behindLock === null && !held.some(({ name }) => name === openLock);
  }

  /** A new token for the vault that is open: nothing of what is in it changes. */
  async renew(secret: string): Promise<void> {
    if (this.stage.kind === 'open') await this.stage.store.renew(await this.enrolled(secret));
  }

  async unlock(pin: string): Promise<Opened['kind']> {
    const stored = await this.database.currentVault();
    const opened = stored && (await openVault(this.database, stored.id, pin));
    if (!opened) {
      await this.start();
      return 'wrong';
    }
    if (opened.kind === 'open') {
      await this.open(new Records(this.database, opened.keys));
      this.useCode();
    } else this.at({ kind: 'locked', wrongTries: opened.wrongTries });
    return opened.kind;
  }

  /** How long the next PIN has to wait, in ms. */
  async waitMs(): Promise<number> {
    const stored = await this.database.currentVault();
    return stored ? waitLeft(stored.wrongTries, stored.lastTryAt, Date.now()) : 0;
  }

  /** The same for the PIN of an earlier vault. */
  async asideWaitMs(): Promise<number> {
    const waits = (await this.database.vaultsAside()).map((one) => waitLeft(one.wrongTries, one.lastTryAt, Date.now()));
    return Math.max(0, ...waits);
  }

  /** Takes over what an earlier vault holds, by its PIN. */
  async adopt(pin: string): Promise<'adopted' | 'wrong' | 'wait' | 'other'> {
    if (this.stage.kind !== 'open') return 'wrong';
    const { store } = this.stage;
    const done = await adoptAside(this.database, store, pin);
    if (done === 'adopted') this.at({ kind: 'open', store, aside: (await this.database.vaultsAside()).length > 0 });
    return done;
  }

  /** Forgets the keys. What cannot be written stays in memory behind the lock. */
  lock(how: 'quietly' | 'tellOthers' = 'tellOthers'): void {
    if (this.stage.kind !== 'open') return;
    const { store } = this.stage;
    this.stopIdleLock();
    this.behindLock = store;
    this.at({ kind: 'locked', wrongTries: 0 });
    if (how === 'tellOthers') this.tabs.tell({ kind: 'locked' });
    void this.closeBehindLock(store);
  }

  private async closeBehindLock(store: OpenStore): Promise<void> {
    while (this.behindLock === store && !(await store.settled())) await store.changedNext();
    if (this.behindLock !== store) return;
    this.behindLock = null;
    store.stop();
  }

  private async open(records: Records): Promise<void> {
    const aside = (await this.database.vaultsAside()).length > 0;
    const store = this.behindLock ?? (await OpenStore.open(this.surroundings(), records));
    this.behindLock = null;
    this.at({ kind: 'open', store, aside });
    this.stopIdleLock = idleLock(() => this.lock('quietly'));
  }

  private useCode(): void {
    const { code } = this;
    if (code === null || this.stage.kind !== 'open') return;
    this.code = null;
    // Not reached: it is still good, and tried again when the notes are opened next.
    this.renew(code).catch((error: unknown) => (this.code = error instanceof Unreachable ? code : null));
  }

  private surroundings(): Surroundings {
    const { version, language } = this.options;
    return { version, language, onLock: () => this.lock(), onRevoked: () => void this.revoked() };
  }

  private enrolled(secret: string): Promise<Enrolled> {
    const standing = () => ({ language: this.options.language(), waiting: 0 });
    return new Server(this.options.version, standing, () => undefined).enrol(secret);
  }

  private async revoked(): Promise<void> {
    this.tabs.tell({ kind: 'wiped' });
    this.showWiped();
    await wipe(this.database);
  }

  /** Another tab wipes: it waits until nobody here has the tables open. */
  private gone(): void {
    this.showWiped();
    this.database.close();
  }

  private showWiped(): void {
    this.stopIdleLock();
    if (this.stage.kind === 'open') this.stage.store.stop();
    this.behindLock?.stop();
    this.behindLock = null;
    this.at({ kind: 'wiped' });
  }

  private at(stage: Stage): void {
    this.stage = stage;
    for (const listener of this.listeners) listener();
  }
}
