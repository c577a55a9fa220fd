/**
 * How fast passwords may be tried. A try takes its turn before the password is looked at and counts as a failure
 * until it has succeeded, so that guesses sent at the same moment gain nothing.
 *
 * - Growing waits: an account from one network, a network whatever the account, and a device that has signed in to
 *   the account before each have a bucket whose wait grows with its failures to 16 seconds: at most 225 tries an hour.
 * - A paced line: all tries at an account from devices it does not know share turns four seconds apart, with ten in
 *   hand: at most 910 in any hour, from however many networks. Who finds no turn free is given the next one to come
 *   and keeps it for a minute, so that nobody is crowded out by one who asks more often.
 * - A known device uses its own bucket and neither line nor network: an attack from elsewhere never delays it
 *   ("device cookies", OWASP, Slow Down Online Guessing Attacks with Device Cookies).
 */
import type { Buckets } from './buckets.js';

/** A row of sign_in_failures; times are seconds since 1970 by the clock of the database. */
export interface Bucket {
  readonly failures: number;
  readonly failedAt: number;
  /** When the next try is let in; for a paced line, when the turns given out so far end. */
  readonly nextAt: number;
}
export type Stored = ReadonlyMap<string, Bucket>;

/** What becomes of a try: let in now (`wait` 0) or in so many seconds, and what has to be written for it. */
export interface Decision {
  readonly wait: number;
  readonly write: ReadonlyMap<string, Bucket>;
  /** The bucket of a promised turn that is now used. */
  readonly spent: string | null;
}

/** Seconds between two turns of a paced line. */
export const turnSeconds = 4;
const turnsInHand = 10;
const promiseSeconds = 60;
const longestWait = 16;
const forgottenAfter = 3600;

/** Seconds to wait after so many failures of which the first `free` cost nothing: 1, 2, 4, 8, then 16 each. */
export function waitAfter(failures: number, free: number): number {
  return failures < free ? 0 : Math.min(2 ** (failures - free), longestWait);
}

/** Decides one try at the moment `now` from the buckets as they stand. Nothing is written for one that must wait. */
export function decide(buckets: Buckets, stored: Stored, now: number): Decision {
  const wait = Math.max(0, ...buckets.growing.map(({ key }) => (stored.get(key)?.nextAt ?? 0) - now));
  if (wait > 0) return { wait, write: new Map(), spent: null };
  const failed = new Map(buckets.growing.map(({ key, free }) => [key, failedOnce(stored.get(key), free, now)]));
  if (buckets.line === null) return { wait: 0, write: failed, spent: null };
  const turn = turnInLine(buckets.line, stored, now);
  return turn.wait > 0 ? turn : { ...turn, write: new Map([...turn.write, ...failed]) };
}

function failedOnce(bucket: Bucket | undefined, free: number, now: number): Bucket {
  const forgotten = bucket === undefined || bucket.failedAt < now - forgottenAfter;
  const failures = (forgotten ? 0 : bucket.failures) + 1;
  return { failures, failedAt: now, nextAt: now + waitAfter(failures, free) };
}

function turnInLine({ account, promise }: NonNullable<Buckets['line']>, stored: Stored, now: number): Decision {
  const promised = stored.get(promise);
  if (promised && now < promised.nextAt) return { wait: promised.nextAt - now, write: new Map(), spent: null };
  if (promised && now <= promised.nextAt + promiseSeconds) return { wait: 0, write: new Map(), spent: promise };
  const line = stored.get(account);
  const end = Math.max(line?.nextAt ?? 0, now);
  const turn = end - (turnsInHand - 1) * turnSeconds;
  const write = new Map([[account, { failures: (line?.failures ?? 0) + 1, failedAt: now, nextAt: end + turnSeconds }]]);
  if (turn <= now) return { wait: 0, write, spent: null };
  write.set(promise, { failures: 0, failedAt: now, nextAt: turn });
  return { wait: turn - now, write, spent: null };
}
