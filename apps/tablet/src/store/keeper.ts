import { afterChange, filesNeeded, type Change, type Kept } from './kept.js';
import type { TabletState } from './model.js';
import type { Records, Write } from './records.js';
import { SaveQueue } from './save-queue.js';
import { StoreRefusal } from './store-refusal.js';
import { writeRefusal } from './write-refusal.js';

const retryMs = 5_000;

/** The newest state of what is being filled: the draft of a visit, or an interview. */
export type Typed = NonNullableValue<Extract<Change, { readonly kind: 'draft' | 'interview' }>>;
type NonNullableValue<One> = One extends { readonly value: infer Value }
  ? One & { readonly value: NonNullable<Value> }
  : never;

/** Holds what is kept in memory and on the disk together, while the vault is open. Every write goes through its queue. */
export class Keeper {
  /** What is being filled whose last change is not on the disk yet, by its id. */
  readonly unsaved = new Map<string, Typed>();
  /** Why they are not; null while they are on their way or there are none. */
  trouble: TabletState['unsaved'] = null;
  private readonly queue = new SaveQueue();
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly records: Records,
    /** As it is on the disk. */
    public kept: Kept,
    private readonly changed: (things: readonly Change[]) => void,
  ) {}

  /** As it is on the screen: also what is not on the disk yet. */
  get newest(): Kept {
    return [...this.unsaved.values()].filter(({ kind, id }) => this.kept[kind].has(id)).reduce(afterChange, this.kept);
  }

  /** One transaction after all earlier ones. `write` is asked when its turn comes; null: there is nothing to do. */
  write(write: () => Write | null | Promise<Write | null>): Promise<void> {
    return this.queue.add(async () => {
      const wanted = await write();
      if (wanted) await this.carryOut(wanted);
    });
  }

  /**
   * The same for what a full tablet must not wait for, and what may be asked of the server again: without space it is
   * kept in memory. Otherwise nothing could be sent any more, which is what makes space.
   */
  async note(changes: () => readonly Change[]): Promise<void> {
    try {
      await this.write(() => ({ changes: changes() }));
    } catch (error) {
      if (writeRefusal(error).code !== 'full') throw error;
      this.kept = changes().reduce(afterChange, this.kept);
      this.changed([]);
    }
  }

  /** What the server has now goes from here. On a full tablet it goes first, so that there is space for the rest. */
  async settle(write: () => Write): Promise<void> {
    try {
      await this.write(write);
    } catch (error) {
      if (writeRefusal(error).code !== 'full') throw error;
      const { changes, forget = [] } = write();
      await this.write(() => ({ changes: changes.filter(({ value }) => value === null), forget }));
      await this.note(() => changes.filter(({ value }) => value !== null));
    }
  }

  /** Keeps the newest state of what is being filled; saves of the same that wait in the queue are carried out as one. */
  save(typed: Typed): Promise<void> {
    if (!this.kept[typed.kind].has(typed.id)) return Promise.reject(new StoreRefusal('unknown'));
    this.unsaved.set(typed.id, typed);
    this.changed([]);
    return this.queue.add(() => this.saveNewest(typed.id));
  }

  photo(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.records.photo(hash);
  }

  hasPhoto(hash: string): Promise<boolean> {
    return this.records.hasPhoto(hash);
  }

  /** Forgets photos that nothing names. Only while no other tab writes. */
  sweep(): Promise<void> {
    return this.queue.add(() => this.records.sweep(filesNeeded(this.newest)));
  }

  /** Reads again what another tab has changed. */
  reread(things: readonly Pick<Change, 'kind' | 'id'>[]): Promise<void> {
    return this.queue.add(async () => {
      this.kept = (await this.records.now(things)).reduce(afterChange, this.kept);
      this.changed([]);
    });
  }

  /** This thing as it is on the disk, whatever another tab did a moment ago. */
  async onDisk(thing: Pick<Change, 'kind' | 'id'>): Promise<Change | null> {
    return (await this.records.now([thing]))[0] ?? null;
  }

  /** Resolved when everything that was to be written is; whether it is. */
  async settled(): Promise<boolean> {
    await this.queue.idle();
    return this.unsaved.size === 0;
  }

  private async saveNewest(id: string): Promise<void> {
    const typed = this.unsaved.get(id);
    if (!typed) return;
    // Finished or given back in the meantime, here or in another tab: a late keystroke does not bring it back.
    if (this.kept[typed.kind].has(id)) {
      await this.carryOut({ changes: [typed] }, () => this.forgetUnsaved(typed));
    } else {
      this.forgetUnsaved(typed);
    }
  }

  private forgetUnsaved(typed: Typed): void {
    if (this.unsaved.get(typed.id) === typed) this.unsaved.delete(typed.id);
  }

  private async carryOut(write: Write, done: () => void = () => undefined): Promise<void> {
    try {
      await this.records.write(write);
    } catch (error) {
      const refusal = writeRefusal(error);
      this.troubled(refusal);
      throw refusal;
    }
    this.kept = write.changes.reduce(afterChange, this.kept);
    for (const { id, value } of write.changes) if (value === null) this.unsaved.delete(id);
    done();
    if (this.unsaved.size === 0) this.trouble = null;
    this.changed(write.changes);
  }

  private troubled(refusal: StoreRefusal): void {
    if (this.unsaved.size === 0) return;
    this.trouble = refusal.code === 'full' ? 'full' : 'failed';
    this.changed([]);
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.saveAgain(), retryMs);
  }

  private saveAgain(): void {
    for (const id of this.unsaved.keys()) this.queue.add(() => this.saveNewest(id)).catch(() => undefined);
  }
}
