import type { Fault } from '#contract';
import { compileScheme, judgeBriefly } from '../judge/index.js';
import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import type { Scheme } from '../scheme/index.js';
import { gradingFaults, withGradings } from './changed-gradings.js';
import type { GradingChange } from './changed-gradings.js';
import { changedScheme } from './changed-scheme.js';
import type { SchemeChange } from './changed-scheme.js';
import { effectTally } from './effect.js';
import type { Effect } from './effect.js';
import type { ScoreAndStar, UnitEffect } from './unit-effect.js';

/** "What would have been, if": another scheme, other gradings, or both. */
export interface WhatIf {
  readonly scheme: Scheme;
  readonly change?: SchemeChange;
  readonly gradings?: readonly GradingChange[];
}

/** Judges one unit after the other, for units that arrive bit by bit. */
export interface WhatIfJudge {
  effectOn(evidence: UnitEvidence): UnitEffect;
}

/** Either the answer, or what is wrong with the question. */
export type WhatIfAnswer =
  | { readonly effect: Effect; readonly faults: readonly [] }
  | { readonly effect: null; readonly faults: readonly Fault[] };

/**
 * What a change of the scheme, or of gradings, would do to these units: of this cycle, or of the cycle before. The units are passed
 * through once and not kept, so that a programme of any size needs no more memory than one unit and the list of those that moved.
 * `channelGap` gates are not heeded: they are judged over an agency.
 * @param mostMoved how many of the units whose star moves are listed; all are counted
 * @throws RangeError as `judge`
 */
export function whatIf(question: WhatIf & { readonly units: Iterable<UnitEvidence> }, mostMoved = 1_000): WhatIfAnswer {
  const { judge, faults } = whatIfJudge(question);
  if (!judge) return { effect: null, faults };
  const tally = effectTally(mostMoved);
  const unseen = new Set((question.gradings ?? []).map(({ unit }) => unit));
  for (const evidence of question.units) {
    tally.add(judge.effectOn(evidence));
    unseen.delete(evidence.unit);
  }
  return { effect: { ...tally.sum(), unitsNotFound: [...unseen] }, faults: [] };
}

/** The same for one unit at a time; null with what is wrong with the question. */
export function whatIfJudge(question: WhatIf): {
  readonly judge: WhatIfJudge | null;
  readonly faults: readonly Fault[];
} {
  const { scheme, change = {}, gradings = [] } = question;
  const changed = changedScheme(scheme, change);
  const faults = [...changed.faults, ...gradingFaults(scheme, gradings)];
  if (!changed.scheme || faults.length > 0) return { judge: null, faults };
  const compiledBefore = compiledByChannel(scheme);
  const compiledAfter = compiledByChannel(changed.scheme);
  const gradingsOf = Map.groupBy(gradings, ({ unit }) => unit);
  const effectOn = (evidence: UnitEvidence): UnitEffect => {
    const { unit, agency, channelType } = evidence;
    const other = withGradings(evidence, gradingsOf.get(unit) ?? []);
    const before = scoreAndStar(compiledBefore(channelType), evidence);
    return { unit, agency, channelType, before, after: scoreAndStar(compiledAfter(channelType), other) };
  };
  return { judge: { effectOn }, faults: [] };
}

/** A scheme compiled for each channel type when it is first asked for. */
export function compiledByChannel(scheme: Scheme): (channelType: string) => CompiledScheme {
  const known = new Map<string, CompiledScheme>();
  return (channelType) => {
    const compiled = known.get(channelType) ?? compileScheme(scheme, channelType);
    known.set(channelType, compiled);
    return compiled;
  };
}

function scoreAndStar(compiled: CompiledScheme, evidence: UnitEvidence): ScoreAndStar {
  const { score, star } = judgeBriefly(compiled, evidence);
  return { score, star };
}
