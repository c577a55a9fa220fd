import type { SuccessionLine } from './evidence.js';

/** How an agency of this cycle relates to the previous one. */
export type Cohort = 'continuing' | 'renamed' | 'merged' | 'split' | 'new';

/** Where an agency comes from. */
export interface Descent {
  readonly cohort: Cohort;
  /** The codes of the agencies of the previous cycle that it goes on; its own where it simply continued; empty when new. */
  readonly parts: readonly string[];
}

/** The days, ISO, between which a succession tells the two cycles apart. */
export interface BetweenCycles {
  /** The first day of the previous cycle; null: there is none. */
  readonly previousStartsOn: string | null;
  /** The last day of this cycle; later successions are not yet known in it. */
  readonly endsOn: string;
}

/**
 * What became of the agencies between two cycles.
 * A predecessor counts up the chain of successions that fall between them, as far as it was present before.
 * An agency is a part of a split when something else also goes on from the same predecessor, or that one still stands.
 * @param presentNow and presentBefore the codes with evidence in either cycle
 */
export function descentsOf(
  successions: readonly SuccessionLine[],
  presentNow: ReadonlySet<string>,
  presentBefore: ReadonlySet<string>,
  between: BetweenCycles,
): ReadonlyMap<string, Descent> {
  const known = successions.filter((line) => fallsBetween(line, presentBefore, between));
  const descents = new Map<string, Descent>();
  for (const code of presentNow) {
    const ancestors = ancestorsOf(code, known).filter((ancestor) => presentBefore.has(ancestor));
    const parts = presentBefore.has(code) ? [code, ...ancestors] : ancestors;
    descents.set(code, { cohort: cohortOf(code, parts, known, presentNow), parts });
  }
  return descents;
}

/** The agencies of the previous cycle that nothing in this one goes on from. */
export function leftOf(descents: ReadonlyMap<string, Descent>, presentBefore: ReadonlySet<string>): string[] {
  const goneOn = new Set([...descents.values()].flatMap((descent) => descent.parts));
  return [...presentBefore].filter((code) => !goneOn.has(code)).sort();
}

/** A successor that already stood in the previous cycle, by its own word, went its own way in both: that is settled. */
function fallsBetween(
  { since, successor }: SuccessionLine,
  presentBefore: ReadonlySet<string>,
  { previousStartsOn, endsOn }: BetweenCycles,
): boolean {
  const isSettled = previousStartsOn !== null && since <= previousStartsOn && presentBefore.has(successor);
  return since <= endsOn && !isSettled;
}

function cohortOf(
  code: string,
  parts: readonly string[],
  known: readonly SuccessionLine[],
  presentNow: ReadonlySet<string>,
): Cohort {
  if (parts.length === 0) return 'new';
  if (parts.some((part) => part !== code && isShared(part, code, known, presentNow))) return 'split';
  if (parts.length > 1) return 'merged';
  return parts[0] === code ? (isSplitOff(code, known, presentNow) ? 'split' : 'continuing') : 'renamed';
}

/** Whether a predecessor goes on in more than one agency of this cycle, or still stands itself. */
function isShared(
  part: string,
  code: string,
  known: readonly SuccessionLine[],
  presentNow: ReadonlySet<string>,
): boolean {
  if (presentNow.has(part)) return true;
  return [...presentNow].some((other) => other !== code && ancestorsOf(other, known).includes(part));
}

/** Whether an agency that goes on under its own code gave a part of itself to another. */
function isSplitOff(code: string, known: readonly SuccessionLine[], presentNow: ReadonlySet<string>): boolean {
  return known.some((line) => line.predecessor === code && presentNow.has(line.successor));
}

function ancestorsOf(code: string, known: readonly SuccessionLine[]): string[] {
  const found = new Set<string>();
  const visit = (successor: string): void => {
    for (const { predecessor } of known.filter((line) => line.successor === successor)) {
      if (predecessor === code || found.has(predecessor)) continue;
      found.add(predecessor);
      visit(predecessor);
    }
  };
  visit(code);
  return [...found].sort();
}
