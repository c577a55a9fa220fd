import type { Filled } from '../store/filled.js';

/** How the last change fares: durable, on its way, or not to be saved (the storage is full). */
export type Keeping = 'saved' | 'saving' | 'failed';

/** What is filled as it stands, and whether that is saved. */
export interface KeptSheet<Of extends Filled> {
  readonly draft: Of;
  readonly keeping: Keeping;
}

/**
 * Keeps a visit or an interview while it is filled: what is typed is the truth at once, and is saved at once. While one save is under way
 * the next waits and carries the latest state, so a slow storage never falls behind by more than one.
 */
export class SheetKeeper<Of extends Filled> {
  private state: KeptSheet<Of>;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    draft: Of,
    private readonly save: (draft: Of) => Promise<void>,
    private readonly now: () => string = () => new Date().toISOString(),
  ) {
    this.state = { draft, keeping: 'saved' };
  }

  get current(): KeptSheet<Of> {
    return this.state;
  }

  readonly subscribe = (changed: () => void): (() => void) => {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  };

  change(change: (draft: Of) => Of): void {
    this.become({ draft: { ...change(this.state.draft), changedAt: this.now() }, keeping: 'saving' });
    this.running ??= this.saveLatest();
  }

  /** Takes what another tab saved of the same draft, unless something of this one is on its way. */
  follow(draft: Of): void {
    if (this.state.keeping !== 'saved' || draft.changedAt <= this.state.draft.changedAt) return;
    this.become({ draft, keeping: 'saved' });
  }

  /** Resolves when all is durable; tries once more what could not be saved. Rejects when it still cannot. */
  async settled(): Promise<void> {
    if (this.state.keeping === 'failed') {
      this.become({ ...this.state, keeping: 'saving' });
      this.running ??= this.saveLatest();
    }
    await this.running;
    if (this.state.keeping === 'failed') throw new Error('The draft could not be saved');
  }

  private async saveLatest(): Promise<void> {
    let saved: Of | null = null;
    try {
      while (saved !== this.state.draft) {
        const { draft } = this.state;
        await this.save(draft);
        saved = draft;
      }
      this.become({ ...this.state, keeping: 'saved' });
    } catch {
      this.become({ ...this.state, keeping: 'failed' });
    } finally {
      this.running = null;
    }
  }

  private become(next: KeptSheet<Of>): void {
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}
