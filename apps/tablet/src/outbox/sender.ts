import type { Outbox } from './outbox.js';
import { backoffMs } from './backoff.js';
import { setbackOf } from './setback.js';

/** What the sender tells of its rounds. */
export interface SenderReports {
  /** Whether the last attempt reached the server. */
  reached(reached: boolean): void;
  /** The server does not know the token; it is waited for a new one. */
  signInNeeded(): void;
  /** The office withdrew this tablet. */
  revoked(): void;
  roundDone(): Promise<void>;
}

/** Whether a round asks for new work in any case. */
type Wanted = 'withWork' | 'ifNews';

const workAgainAfterMs = 15 * 60_000;
const longestAskedMs = 3_600_000;

/** Says when the outbox makes a round: one after the other, later and later while it does not succeed. */
export class Sender {
  private failures = 0;
  private running: Promise<void> | null = null;
  private again: Wanted | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The server asked to be left alone until then. */
  private notBefore = 0;
  private backoffUntil = 0;
  private workAt = -Infinity;
  private signInNeeded = false;
  /** Until the server has answered again; a round that asks nothing would not learn that it does. */
  private isCut = false;

  constructor(
    private readonly outbox: Outbox,
    private readonly reports: SenderReports,
    private readonly stopped: AbortSignal,
  ) {
    stopped.addEventListener('abort', () => clearTimeout(this.timer));
  }

  /** A round now, because something happened; resolved when it is over. A server that asked for rest gets it. */
  async now(work: Wanted = 'ifNews'): Promise<void> {
    this.failures = 0;
    await this.begin(work);
  }

  /** A round unless one is to come by itself. */
  async tick(): Promise<void> {
    if (Date.now() >= this.backoffUntil) await this.begin('ifNews');
  }

  /** There is no way to the server just now. */
  cut(): void {
    this.isCut = true;
    this.reports.reached(false);
  }

  /** There is a new token. */
  renewed(): Promise<void> {
    this.signInNeeded = false;
    return this.now('withWork');
  }

  private async begin(work: Wanted): Promise<void> {
    if (this.stopped.aborted || this.signInNeeded || Date.now() < this.notBefore) return;
    if (this.running) {
      this.again = work === 'withWork' ? work : (this.again ?? work);
      return this.running;
    }
    clearTimeout(this.timer);
    this.running = this.rounds(work);
    return this.running;
  }

  /** Until nothing more is asked for; between the last look and `running = null` nobody can ask. */
  private async rounds(first: Wanted): Promise<void> {
    try {
      let work: Wanted | null = first;
      while (work !== null && !this.stopped.aborted) {
        this.again = null;
        await this.round(work);
        await this.reports.roundDone();
        work = this.failures === 0 && !this.signInNeeded ? this.again : null;
      }
    } finally {
      this.running = null;
    }
  }

  private async round(wanted: Wanted): Promise<void> {
    const work = this.isCut || Date.now() - this.workAt > workAgainAfterMs ? 'withWork' : wanted;
    const { moved } = this.outbox;
    try {
      const { later } = await this.outbox.round(work);
      if (work === 'withWork') this.workAt = Date.now();
      this.isCut = false;
      this.reports.reached(true);
      if (later === null) this.failures = 0;
      else this.pause(later);
    } catch (error) {
      if (this.outbox.moved > moved) this.failures = 0;
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (this.stopped.aborted) return;
    const setback = setbackOf(error);
    if (setback?.kind === 'revoked') return this.reports.revoked();
    if (setback?.kind === 'signIn') {
      this.signInNeeded = true;
      return this.reports.signInNeeded();
    }
    this.cut();
    // What is not the network's fault, such as a full disk, may pass as well.
    this.pause(setback?.kind === 'pause' ? setback.retryAfterMs : null);
  }

  private pause(retryAfterMs: number | null): void {
    this.failures += 1;
    const asked = retryAfterMs === null ? null : Math.min(retryAfterMs, longestAskedMs);
    const wait = backoffMs(this.failures, Math.random(), asked);
    this.notBefore = Date.now() + (asked ?? 0);
    this.backoffUntil = Date.now() + wait;
    this.timer = setTimeout(() => void this.begin('ifNews'), wait);
  }
}
