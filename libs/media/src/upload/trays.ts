/**
 * Memory that photos are gathered in, used again for the next. Collecting what was allocated anew for each was a third of
 * the work that a photo made; this halves it.
 */
export class Trays {
  private readonly free: Buffer[] = [];
  private made = 0;

  /** So many at most, each of so many bytes; made when they are first needed. */
  constructor(
    private readonly most: number,
    private readonly bytes: number,
  ) {}

  /** One that is free, or null. Who takes it gives it back, when nothing refers to it any more. */
  take(): Buffer | null {
    const tray = this.free.pop();
    if (tray || this.made === this.most) return tray ?? null;
    this.made += 1;
    return Buffer.allocUnsafeSlow(this.bytes);
  }

  give(tray: Buffer): void {
    this.free.push(tray);
  }
}
