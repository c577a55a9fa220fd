import type { KioskStore } from '../store/kiosk-store.js';
import { draftOf, type Asked } from './draft.js';
import type { Sitting } from './sitting.js';

/** What became of a sitting that ended: it waits to be sent, it is gone, or this device could not keep it. */
export type Ended = 'waits' | 'gone' | 'failed';

/** Keeps on the disk what is tapped: one change after the other, in their order. */
export class SittingKeeper {
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: KioskStore,
    /** Taps that were ignored since the last answer was finished. */
    private repeated: number,
    /** Nothing can be kept on this device. */
    private readonly onFailed: () => void,
  ) {}

  keep(asked: Asked, sitting: Sitting): void {
    const draft = draftOf(asked, sitting, this.repeated, Date.now());
    this.save(() => this.store.keep('draft', draft));
  }

  drop(): void {
    this.save(() => this.store.dropDraft());
  }

  /** What was given so far goes out, if it may as it is; else it is gone, as its giver is. */
  async end(asked: Asked, sitting: Sitting): Promise<Ended> {
    const draft = draftOf(asked, sitting, this.repeated, Date.now());
    if (draft.isEnough) this.repeated = 0;
    this.save(() => (draft.isEnough ? this.store.finish(draft) : this.store.dropDraft()));
    try {
      await this.saving;
    } catch {
      return 'failed';
    }
    return draft.isEnough ? 'waits' : 'gone';
  }

  countRepeated(): void {
    this.repeated = Math.min(10_000, this.repeated + 1);
    const { repeated } = this;
    this.save(() => this.store.keep('repeated', repeated));
  }

  /** What cannot be kept is said; later changes are tried all the same. */
  private save(change: () => Promise<void>): void {
    const next = this.saving.catch(() => undefined).then(change);
    next.catch(() => this.onFailed());
    this.saving = next;
  }
}
