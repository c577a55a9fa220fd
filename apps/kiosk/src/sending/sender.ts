import { backoffMs } from '../../../tablet/src/outbox/backoff.js';
import type { KioskStore } from '../store/kiosk-store.js';
import { sendAnswer } from './server.js';

const longestAskedMs = 300_000;
/** So many go at once; the rest of a long cut follows slowly, so that it is not taken for an attack. */
const atOnce = 60;
const paceMs = 1_500;

/** Sends what waits, one after the other; later and later while it does not succeed, five minutes apart at most. */
export class Sender {
  private failures = 0;
  private running = false;
  private again = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private restUntil = 0;

  constructor(
    private readonly store: KioskStore,
    private readonly language: () => string,
    /** The server has answered. */
    private readonly reached: () => void,
  ) {}

  /** There is something new to send: now, unless another attempt is due by itself. */
  wake(): void {
    if (this.failures === 0) this.begin();
  }

  /** The network is back, or somebody wants it: now, unless the server asked for rest. */
  now(): void {
    this.failures = 0;
    if (Date.now() >= this.restUntil) this.begin();
  }

  private begin(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = true;
    this.again = false;
    this.round()
      .catch(() => this.pause(null))
      .finally(() => {
        this.running = false;
        if (this.again && this.failures === 0) this.begin();
      });
  }

  private async round(): Promise<void> {
    const waiting = await this.store.waiting();
    let later = false;
    let asked: number | null = null;
    for (const [at, [key, answer]] of waiting.entries()) {
      if (at >= atOnce) await new Promise((resolve) => setTimeout(resolve, paceMs));
      const outcome = await sendAnswer(answer, this.language());
      if (outcome.kind === 'stored') await this.store.arrived(key);
      else if (outcome.kind === 'never') {
        const { code, title } = outcome;
        await this.store.setAside(key, { ...answer, code, title });
      } else {
        later = true;
        asked = outcome.retryAfterMs ?? asked;
        // Who is not reached, or busy, is not reached by the next one either.
        if (!outcome.reached || outcome.retryAfterMs !== null) break;
      }
      this.reached();
    }
    if (later) this.pause(asked);
    else this.failures = 0;
  }

  private pause(retryAfterMs: number | null): void {
    this.failures += 1;
    const asked = retryAfterMs === null ? null : Math.min(retryAfterMs, longestAskedMs);
    this.restUntil = Date.now() + (asked ?? 0);
    this.timer = setTimeout(() => this.begin(), backoffMs(this.failures, Math.random(), asked));
  }
}
