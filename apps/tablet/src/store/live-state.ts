import type { Keeper } from './keeper.js';
import type { TabletState } from './model.js';
import { stateOf, type Facts } from './state-of.js';

/** What the screens are shown now, and who is told when it changes. */
export class LiveState {
  facts: Facts;
  state: TabletState;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly keeper: Keeper) {
    this.facts = {
      contact: keeper.kept.contact,
      sending: null,
      fileBytes: new Map(),
      online: navigator.onLine,
      offlineSince: null,
      space: { persisted: true, left: null },
      signInNeeded: false,
    };
    this.state = this.newState();
  }

  subscribe(changed: () => void): () => void {
    this.listeners.add(changed);
    return () => this.listeners.delete(changed);
  }

  /** Resolved when something changes. */
  changedNext(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        stop();
        resolve();
      });
    });
  }

  set(facts: Partial<Facts>): void {
    this.facts = { ...this.facts, ...facts };
    this.changed();
  }

  reached(reached: boolean): void {
    const offlineSince = reached ? null : (this.facts.offlineSince ?? new Date().toISOString());
    this.set({ online: reached, offlineSince });
  }

  changed(): void {
    this.state = this.newState();
    for (const listener of this.listeners) listener();
  }

  private newState(): TabletState {
    const { newest, trouble } = this.keeper;
    return stateOf(newest, this.facts, trouble);
  }
}
