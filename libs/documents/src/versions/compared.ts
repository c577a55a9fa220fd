import type { Wording } from '#contract';

/**
 * How a thing of one version compares with that of another: `same`, said in other words, measured in another way, only in the
 * later (`new`), or only in the earlier (`dropped`).
 */
export type Comparability = 'same' | 'reworded' | 'rescaled' | 'new' | 'dropped';

/** How everything of two versions compares, by code. */
export type Compared = ReadonlyMap<string, Comparability>;

/** Each thing of both versions: those of the later in their order, then those that were dropped. */
export function comparedByCode<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  compare: (then: T, now: T) => Comparability,
): Compared {
  const found = new Map<string, Comparability>();
  for (const [code, now] of after) {
    const then = before.get(code);
    found.set(code, then === undefined ? 'new' : compare(then, now));
  }
  for (const code of before.keys()) if (!found.has(code)) found.set(code, 'dropped');
  return found;
}

/** Whether two texts say the same in every language that both have; a text that only one version has is not the same. */
export function isSaidAlike(then: Wording | undefined, now: Wording | undefined): boolean {
  if (!then || !now) return then === now;
  return Object.entries(then).every(([language, text]) => (now[language] ?? text) === text);
}
