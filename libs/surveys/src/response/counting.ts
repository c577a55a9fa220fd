import type { PaceKind } from './pace.queries.js';
import type { SlidingCounts } from './sliding-counts.js';

/** Counts that all processes make together. */
export interface SharedCounts {
  readonly kind: PaceKind;
  readonly counts: SlidingCounts;
  /** What happened less often stays in this process: of a network that was seen once nobody else learns. */
  readonly least: number;
}

/** Who counts something that others should know. */
export interface Counting {
  readonly activity: Activity;
  readonly shared: readonly SharedCounts[];
}

/** Whether anything happened of late, for who does nothing while nothing does. */
export class Activity {
  private isActive = false;
  private first: (() => void) | null = null;

  /** Something happened. */
  note(): void {
    this.isActive = true;
    this.first?.();
    this.first = null;
  }

  /** Calls back when something happens for the first time. */
  onFirst(call: () => void): void {
    this.first = call;
  }

  /** Whether anything happened since this was asked last. */
  take(): boolean {
    const { isActive } = this;
    this.isActive = false;
    return isActive;
  }
}
