import { Problem, type ProblemCode } from '#contract';

/** What became of one thing in a batch. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly problem: unknown };

/** How much a queue takes on. */
export interface QueueLimits {
  /** Things in one batch. */
  readonly batch: number;
  /** Batches at work at once. */
  readonly inFlight: number;
  /** How long a thing waits for others, in ms, while a batch could begin; 0: not at all, and only those behind it are gathered. */
  readonly linger: number;
  /** Things that wait, and what they weigh together. */
  readonly waiting: number;
  readonly weight: number;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly weight: number;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (problem: unknown) => void;
}

/**
 * Gathers what comes at the same time and works it off in batches: one commit for many. A batch that fails is worked off
 * again one by one, so that nobody pays for another's poison; unless the database is away, which is nobody's.
 */
export class BatchQueue<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private weight = 0;
  private running = 0;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;
  private drained: (() => void)[] = [];

  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Outcome<Answer>[]>,
    private readonly limits: QueueLimits,
    /** What is said when too much is waiting. */
    private readonly busy: ProblemCode,
  ) {}

  /**
   * Comes back when it is worked off.
   * @param weight in whatever the limit is given in
   * @throws Problem of being busy at once when too much is waiting, or the queue is closed
   */
  add(item: Item, weight: number): Promise<Answer> {
    const isFull = this.waiting.length >= this.limits.waiting || this.weight + weight > this.limits.weight;
    if (isFull || this.isClosed) return Promise.reject(new Problem(this.busy, { retryAfter: 2 }));
    return new Promise<Answer>((resolve, reject) => {
      this.waiting.push({ item, weight, resolve, reject });
      this.weight += weight;
      this.consider();
    });
  }

  /** Takes nothing more, and comes back when all that was taken is worked off. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.consider();
    while (this.running > 0 || this.waiting.length > 0)
      await new Promise<void>((resolve) => this.drained.push(resolve));
  }

  private consider(): void {
    while (this.running < this.limits.inFlight && (this.waiting.length >= this.limits.batch || this.isClosed)) {
      if (this.waiting.length === 0) return;
      this.begin();
    }
    if (this.waiting.length === 0 || this.running >= this.limits.inFlight) return;
    if (this.limits.linger === 0) return this.begin();
    this.timer ??= setTimeout(() => {
      this.timer = null;
      if (this.running < this.limits.inFlight && this.waiting.length > 0) this.begin();
    }, this.limits.linger);
  }

  private begin(): void {
    const batch = this.waiting.splice(0, this.limits.batch);
    this.running += 1;
    void this.run(batch).finally(() => {
      this.running -= 1;
      for (const one of batch) this.weight -= one.weight;
      this.consider();
      for (const resolve of this.drained.splice(0)) resolve();
    });
  }

  private async run(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const outcomes = await this.work(batch.map(({ item }) => item));
      batch.forEach((one, at) => settle(one, outcomes[at]));
    } catch (error) {
      const isHopeless = batch.length === 1 || (error instanceof Problem && error.code === 'database.unavailable');
      if (isHopeless) for (const one of batch) one.reject(error);
      else for (const one of batch) await this.run([one]);
    }
  }
}

function settle<Item, Answer>(one: Waiting<Item, Answer>, outcome: Outcome<Answer> | undefined): void {
  if (outcome && 'answer' in outcome) one.resolve(outcome.answer);
  else one.reject(outcome?.problem ?? new Error('A batch left one of its things without an outcome'));
}
