import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '#database';
import { WrongCodes } from '../guess/wrong-codes.js';
import type { Counting, SharedCounts } from './counting.js';
import { exchangePace, forgetPace, type PaceRow } from './pace.queries.js';
import { Watch } from './watch.js';

/** In ms: how often it is looked whether something is urgent; between two exchanges; until what is old is forgotten again. */
const rhythm = { look: 100, exchange: 1_000, forget: 60_000 };
/** Without a response for so long nothing is exchanged, in ms. */
const quietAfter = 10_000;
/** Counts that are told, and learnt, at once: the greatest. The others wait. */
const mostAtOnce = 500;
/** How far back a process reads that has not read yet, and what is read twice each time, in s. */
const reading = { first: 7_200, overlap: 2 };

/**
 * Makes all processes count the pace of responses, and wrong codes, together, so that a limit is the same whichever process somebody
 * comes to: each tells the others what it counted, through a table that survives no crash, every second, and sooner when a tenth of a
 * limit is untold. Nobody waits for it. While the database is away each counts for itself.
 */
@Injectable()
export class SharedPace implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private exchanging: Promise<void> | null = null;
  private last = { active: 0, tried: 0, failed: 0, read: 0, forgot: 0 };
  private readonly counting: readonly Counting[];
  private readonly shared: readonly SharedCounts[];

  constructor(
    private readonly database: Database,
    watch: Watch,
    wrongCodes: WrongCodes,
  ) {
    this.counting = [watch, wrongCodes];
    this.shared = this.counting.flatMap(({ shared }) => shared);
  }

  /** Begins when the first response or wrong code comes to this process; most processes never see one. */
  onApplicationBootstrap(): void {
    const begin = () => {
      this.timer ??= setInterval(() => this.lookNow(Date.now()), rhythm.look).unref();
    };
    for (const { activity } of this.counting) activity.onFirst(begin);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.exchanging;
  }

  /** Tells and learns now. Comes back when it did, or could not. */
  exchange(now = Date.now()): Promise<void> {
    this.exchanging ??= this.exchangeOnce(now).finally(() => (this.exchanging = null));
    return this.exchanging;
  }

  private lookNow(now: number): void {
    const { last } = this;
    const wasQuiet = now - last.active > quietAfter;
    // Each is asked, here and below: what was active or urgent is not so again.
    if (this.counting.filter(({ activity }) => activity.take()).length > 0) last.active = now;
    else if (wasQuiet) return;
    if (this.exchanging || now - last.failed < rhythm.exchange) return;
    const isDue = now - last.tried >= rhythm.exchange;
    const isUrgent = this.shared.filter(({ counts }) => counts.takeUrgency()).length > 0;
    if (isDue || isUrgent || wasQuiet) void this.exchange(now);
  }

  private async exchangeOnce(now: number): Promise<void> {
    const { shared } = this;
    const taken = shared.map((one) => ({ ...one, told: one.counts.take(now, one.least, mostAtOnce) }));
    const rows = taken.flatMap(({ kind, told }) => told.map((one): PaceRow => ({ kind, ...one })));
    const since = this.last.read === 0 ? reading.first : (now - this.last.read) / 1_000 + reading.overlap;
    this.last.tried = now;
    try {
      const sums = await exchangePace(this.database, rows, Math.min(since, reading.first), mostAtOnce);
      this.last.read = now;
      for (const sum of sums) shared.find(({ kind }) => kind === sum.kind)?.counts.learn(sum, now);
    } catch {
      for (const { counts, told } of taken) counts.giveBack(told);
      this.last.failed = now;
      return;
    }
    if (now - this.last.forgot < rhythm.forget) return;
    this.last.forgot = now;
    await forgetPace(this.database, new Date(now)).catch(() => undefined);
  }
}
