import { BoundedMap } from '#database';

interface Window {
  readonly start: number;
  readonly before: number;
  now: number;
}

/** How often something happened lately, by key, in bounded memory: the last whole window counts as far as it still overlaps. */
export class SlidingCounts {
  private readonly windows: BoundedMap<string, Window>;

  /** @param length of the window, in ms */
  constructor(
    private readonly length: number,
    mostKeys: number,
  ) {
    this.windows = new BoundedMap(mostKeys);
  }

  /** Notes that it happened once. @returns how often it did within a window that ends now, this time included */
  add(key: string, at: number): number {
    const window = this.windowOf(key, at);
    window.now += 1;
    return this.estimate(window, at);
  }

  /** How often it happened within a window that ends now. */
  count(key: string, at: number): number {
    return this.windows.get(key) ? this.estimate(this.windowOf(key, at), at) : 0;
  }

  private windowOf(key: string, at: number): Window {
    const start = at - (at % this.length);
    const known = this.windows.get(key);
    if (known?.start === start) return known;
    const before = known?.start === start - this.length ? known.now : 0;
    const window = { start, before, now: 0 };
    this.windows.set(key, window);
    return window;
  }

  private estimate({ start, before, now }: Window, at: number): number {
    return now + before * (1 - (at - start) / this.length);
  }
}
