import type { AskedSection } from './asked.js';
import type { Trouble } from './found.js';

/** How far a section, or the whole, has come. */
export interface Counts {
  /** Asked now, notes left out. */
  readonly asked: number;
  /** Answered or said not to apply. */
  readonly answered: number;
  /** Items, and sections with too few repeats, where something required is still to be given. */
  readonly missing: number;
  /** Items with something that cannot stay so, or with a note of the reviewer. */
  readonly flagged: number;
}

/** @param noted paths of items with a note of the reviewer */
export function countsOf(
  { section, sets }: AskedSection,
  troubles: ReadonlyMap<string, readonly Trouble[]>,
  noted: ReadonlySet<string>,
): Counts {
  const paths = sets.flat().map(({ path }) => path);
  const at = section.repeat ? [...paths, `repeats.${section.code}`] : paths;
  const wants = (path: string, wanting: boolean) => (troubles.get(path) ?? []).some((one) => one.wanting === wanting);
  const items = sets.flat().filter(({ state }) => state !== 'note');
  return {
    asked: items.length,
    answered: items.filter(({ state, path }) => state !== 'missing' && !isHalfGiven(troubles.get(path))).length,
    missing: at.filter((path) => wants(path, true)).length,
    flagged: at.filter((path) => wants(path, false) || noted.has(path)).length,
  };
}

/** One stamp of two, a row of a table left out: begun is not answered. A note or photo still to come does not count here. */
function isHalfGiven(troubles: readonly Trouble[] = []): boolean {
  return troubles.some(
    ({ wanting, fault, path }) => wanting && fault.where !== `${path}.comment` && fault.where !== `${path}.evidence`,
  );
}

/** Sections together. */
export function totalOf(all: readonly Counts[]): Counts {
  const sum = (field: keyof Counts) => all.reduce((total, one) => total + one[field], 0);
  return { asked: sum('asked'), answered: sum('answered'), missing: sum('missing'), flagged: sum('flagged') };
}
