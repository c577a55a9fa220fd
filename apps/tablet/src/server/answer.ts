import { ServerRefusal, Unreachable, type ToldFault } from './refusals.js';

/** What can be known of an answer, before its meaning. */
export interface RawAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly retryAfter: string | null;
}

/** The JSON of a good answer, undefined of an empty one; throws what a bad one means. */
export function meaningOf({ status, type, text, retryAfter }: RawAnswer): unknown {
  const after = retryAfterMs(retryAfter, Date.now());
  const json = jsonOf(text);
  if (status === 204) return undefined;
  if (status >= 200 && status < 300) {
    // A page in place of JSON comes from somebody in between.
    if (!type.startsWith('application/json') || json === undefined) throw new Unreachable(status, after);
    return json;
  }
  const problem = json as { code?: unknown; title?: unknown; params?: unknown; faults?: unknown } | undefined;
  if (!type.startsWith('application/problem+json') || typeof problem?.code !== 'string')
    throw new Unreachable(status, after);
  throw new ServerRefusal(
    status,
    problem.code,
    typeof problem.title === 'string' ? problem.title : problem.code,
    (problem.params ?? {}) as Readonly<Record<string, string | number>>,
    (Array.isArray(problem.faults) ? problem.faults : []) as readonly ToldFault[],
    after,
  );
}

/** Retry-After in ms from now, as seconds or as a date (RFC 9110, 10.2.3); null when absent or of no sense. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
