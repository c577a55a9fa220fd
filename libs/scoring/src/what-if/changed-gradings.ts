import type { Fault } from '#contract';
import type { UnitEvidence } from '../judge/index.js';
import type { Scheme } from '../scheme/index.js';
import { criteriaOf } from '../scheme/places.js';

/** A grading as it might be: of one criterion in one unit. */
export interface GradingChange {
  readonly unit: string;
  readonly criterion: string;
  /** A level of the scheme; null: the criterion does not apply to the unit. */
  readonly level: string | null;
}

/** What is wrong with changed gradings, by the scheme they are judged by. Whether a unit exists is seen only when all have passed. */
export function gradingFaults(scheme: Scheme, gradings: readonly GradingChange[]): Fault[] {
  const criteria = criteriaOf(scheme).map(({ criterion }) => criterion);
  const graded = new Set(criteria.filter(({ feed }) => feed.by === 'grading').map(({ code }) => code));
  const levels = scheme.levels.map(({ code }) => code);
  return gradings.flatMap(({ criterion, level }, index): Fault[] => [
    ...(graded.has(criterion)
      ? []
      : [{ where: `gradings[${index}].criterion`, value: criterion, reason: 'unknown' } as const]),
    ...(level === null || levels.includes(level) ? [] : [notALevel(`gradings[${index}].level`, level, levels)]),
  ]);
}

function notALevel(where: string, value: string, levels: readonly string[]): Fault {
  return { where, value, reason: 'notOneOf', params: { options: levels.join(', ') } };
}

/**
 * The evidence with other gradings. A grading keeps its evidence file, or the lack of it; one that was not graded before is taken as
 * having it. The later of two changes of the same criterion counts.
 */
export function withGradings(evidence: UnitEvidence, gradings: readonly GradingChange[]): UnitEvidence {
  if (gradings.length === 0) return evidence;
  const changed = new Map(evidence.gradings);
  for (const { criterion, level } of gradings) {
    changed.set(criterion, { level, hasEvidence: evidence.gradings.get(criterion)?.hasEvidence ?? true });
  }
  return { ...evidence, gradings: changed };
}
