import { BoundedMap } from '#database';

interface Window {
  readonly key: string;
  readonly start: number;
  before: number;
  /** In this window so far, here and wherever else it is known from. */
  now: number;
  /** Of these, those nobody else was told of yet. */
  untold: number;
  /** Whether it is among those to be told. */
  isListed: boolean;
}

/** How often something happened in one window, for others to know. */
export interface Told {
  readonly key: string;
  /** The window's beginning, ms since 1970. */
  readonly start: number;
  readonly n: number;
}

/**
 * How often something happened lately, by key, in bounded memory: the last whole window counts as far as it still overlaps. Counts of
 * others who watch the same may be told and learnt.
 */
export class SlidingCounts {
  private readonly windows: BoundedMap<string, Window>;
  private listed: Window[] = [];
  private isUrgent = false;

  /** @param length of the window, in ms */
  constructor(
    private readonly length: number,
    private readonly mostKeys: number,
  ) {
    this.windows = new BoundedMap(mostKeys);
  }

  /**
   * Notes that it happened once.
   * @param limit that the count is held against: when a tenth of it is untold, others should be told soon
   * @returns how often it did within a window that ends now, this time included
   */
  add(key: string, at: number, limit = Infinity): number {
    const window = this.windowOf(key, at);
    window.now += 1;
    window.untold += 1;
    if (window.untold * 10 >= limit) this.isUrgent = true;
    if (!window.isListed) this.list(window);
    return this.estimate(window, at);
  }

  /** How often it happened within a window that ends now. */
  count(key: string, at: number): number {
    return this.windows.get(key) ? this.estimate(this.windowOf(key, at), at) : 0;
  }

  /** Whether others should be told soon; they are taken to be. */
  takeUrgency(): boolean {
    const { isUrgent } = this;
    this.isUrgent = false;
    return isUrgent;
  }

  /**
   * What others are to be told now, the most frequent first; give it back when it did not reach them.
   * @param least what happened less often in its window is kept back: others could do nothing with it
   */
  take(at: number, least: number, most: number): readonly Told[] {
    const fresh = this.listed.filter(({ start }) => start + 2 * this.length > at);
    const ready = fresh.filter(({ now }) => now >= least).sort((one, other) => other.now - one.now);
    const taken = new Set(ready.slice(0, most));
    this.listed = fresh.filter((window) => !taken.has(window));
    return [...taken].map((window) => {
      const { key, start, untold: n } = window;
      window.untold = 0;
      window.isListed = false;
      return { key, start, n };
    });
  }

  /** Takes back what did not reach the others. */
  giveBack(told: readonly Told[]): void {
    for (const { key, start, n } of told) {
      const window = this.windows.get(key);
      if (window?.start !== start) continue;
      window.untold += n;
      if (!window.isListed) this.list(window);
    }
  }

  /** Learns how often it happened in a window in all, as far as everybody told. */
  learn({ key, start, n }: Told, at: number): void {
    const current = at - (at % this.length);
    if (start === current) {
      const window = this.windowOf(key, at);
      window.now = Math.max(window.now, n + window.untold);
    } else if (start === current - this.length) {
      const window = this.windowOf(key, at);
      window.before = Math.max(window.before, n);
    }
  }

  private list(window: Window): void {
    if (this.listed.length >= this.mostKeys) return;
    window.isListed = true;
    this.listed.push(window);
  }

  private windowOf(key: string, at: number): Window {
    const start = at - (at % this.length);
    const known = this.windows.get(key);
    if (known?.start === start) return known;
    const before = known?.start === start - this.length ? known.now : 0;
    return this.windows.set(key, { key, start, before, now: 0, untold: 0, isListed: false });
  }

  private estimate({ start, before, now }: Window, at: number): number {
    return now + before * (1 - (at - start) / this.length);
  }
}
