/** Lets so many in at once and the others wait in the order they came. */
export class Turns {
  readonly #waiting: { enter: () => void; refuse: (why: Error) => void }[] = [];

  constructor(private free: number) {}

  /** Resolves when it is the caller's turn; it must `leave` afterwards. Rejects if sent away while waiting. */
  async enter(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((enter, refuse) => this.#waiting.push({ enter, refuse }));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next) next.enter();
    else this.free += 1;
  }

  /** Refuses all who wait. */
  sendAway(why: Error): void {
    for (const { refuse } of this.#waiting.splice(0)) refuse(why);
  }
}
