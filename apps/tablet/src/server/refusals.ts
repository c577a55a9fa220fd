import type { Fault } from '#contract';

/** One fault as the server tells it. */
export type ToldFault = Fault & { readonly text?: string };

/** The server said no, in its own words; nobody in between says it for it. */
export class ServerRefusal extends Error {
  override readonly name = 'ServerRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly params: Readonly<Record<string, string | number>>,
    readonly faults: readonly ToldFault[],
    /** How long it asks to be left alone, in ms; null: it does not say. */
    readonly retryAfterMs: number | null,
  ) {
    super(`${status} ${code}`);
  }

  /** Its words, and those of the first faults: for people. */
  get detail(): string {
    const faults = this.faults.slice(0, 5).map(({ where, text }) => [where, text].filter(Boolean).join(': '));
    return [this.title, ...faults].join('\n');
  }
}

/** Nobody answered, in time, or not our server: a broken network, a hotel's sign-in page, a proxy without its server. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';

  constructor(
    /** Somebody did answer, in place of the server. */
    readonly status: number | null,
    readonly retryAfterMs: number | null = null,
    options?: ErrorOptions,
  ) {
    super(status === null ? 'unreachable' : `unreachable: ${status}`, options);
  }
}
