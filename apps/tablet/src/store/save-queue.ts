/** Carries out one task after the other, in the order they came; one that fails does not hold up the next. */
export class SaveQueue {
  private last: Promise<unknown> = Promise.resolve();

  add<Result>(task: () => Promise<Result>): Promise<Result> {
    const done = this.last.then(task);
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Resolved when all that came before is carried out. */
  async idle(): Promise<void> {
    await this.last;
  }
}
