import type { CompiledScheme } from './compiled-scheme.js';
import { missing } from './held.js';
import type { FiredGate, ProvisionalReason } from './judgement.js';
import type { Leaves } from './leaves.js';
import type { TreeScores } from './tree-scores.js';
import type { UnitEvidence } from './unit-evidence.js';

/** All that may still change a result; none: it is final. */
export function provisionalReasons(
  compiled: CompiledScheme,
  evidence: UnitEvidence,
  { criteria }: Leaves,
  { components }: TreeScores,
  fired: readonly FiredGate[],
): ProvisionalReason[] {
  const without = compiled.criteria.filter((_, index) => criteria[index] === missing).map(({ code }) => code);
  const empty = compiled.components.filter((_, index) => components[index] === missing);
  return [
    ...(without.length > 0 ? [{ why: 'criterionMissing', criteria: without } as const] : []),
    ...empty.map(({ code }) => ({ why: 'componentMissing', component: code }) as const),
    ...belowMinimum(compiled, evidence),
    ...fired.filter(makesProvisional).map(({ gate }) => ({ why: 'gate', gate }) as const),
  ];
}

/** Whether `provisionalReasons` would give any. */
export function isProvisional(
  compiled: CompiledScheme,
  evidence: UnitEvidence,
  { criteria }: Leaves,
  { components }: TreeScores,
  fired: readonly FiredGate[],
): boolean {
  const isMissing = criteria.includes(missing) || components.includes(missing);
  return isMissing || fired.some(makesProvisional) || belowMinimum(compiled, evidence).length > 0;
}

/** What was measured, but on too little. What was not measured at all is missing instead. */
function belowMinimum({ minimums }: CompiledScheme, { observations }: UnitEvidence): ProvisionalReason[] {
  return minimums.flatMap(({ of, key, minimum }) => {
    const observation = observations.get(key);
    if (!observation || observation.value === null || observation.n >= minimum) return [];
    return [{ why: 'belowMinimum', of, n: observation.n, minimum }];
  });
}

function makesProvisional({ effect }: FiredGate): boolean {
  return 'provisional' in effect;
}
