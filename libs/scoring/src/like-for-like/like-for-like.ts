import type { UnitEvidence } from '../judge/index.js';
import type { Scheme } from '../scheme/index.js';
import { changeTally } from './change-of-set.js';
import type { FoundPair } from './change-of-set.js';
import { changeOfUnit } from './change-of-unit.js';
import type { NotCompared } from './change-of-unit.js';
import type { ChangeOfSet, RefusedChange, RefusedChangeOfSet, UnitChange } from './change.js';
import { yardstickFor } from './yardstick.js';

/** The units of a cycle with the scheme they were judged by. */
export interface JudgedCycle {
  readonly scheme: Scheme;
  readonly units: Iterable<UnitEvidence>;
}

/** Two cycles of the same units: of an agency, or of the programme. */
export interface TwoCycles {
  readonly before: JudgedCycle;
  readonly now: JudgedCycle;
  /** New codes of units by their old ones; absent: a unit keeps its code. */
  readonly succession?: ReadonlyMap<string, string>;
}

/**
 * The change of the mean of a set of units, taken apart into what the units did, and what changed criteria, weights, formula, and
 * units that joined or left did; refused when the cycles have too little in common. The contributions together are the published
 * change. The units of the cycle before are held in memory; `changeTally` takes pairs that are found elsewhere.
 *
 * Only a new version that says what became of the criteria of the very version before is compared (`previous`).
 * Source: domain note 6.6; like `changeAcrossBreak` for published counts, it never gives the difference across a break as a change.
 */
export function likeForLike({ before, now, succession }: TwoCycles): ChangeOfSet | RefusedChangeOfSet {
  const tally = changeTally(before.scheme, now.scheme);
  for (const pair of pairsOf(before.units, now.units, succession ?? new Map<string, string>())) tally.add(pair);
  return tally.sum();
}

/** The change of one unit, taken apart; refused when its cycles have too little in common, or can not be compared. */
export function likeForLikeOfUnit(
  before: { readonly scheme: Scheme; readonly evidence: UnitEvidence },
  now: { readonly scheme: Scheme; readonly evidence: UnitEvidence },
): UnitChange | RefusedChange | NotCompared {
  const { channelType } = now.evidence;
  const yardstick =
    before.evidence.channelType === channelType ? yardstickFor(channelType, before.scheme, now.scheme) : null;
  if (!yardstick) return { refused: 'channelChanged' };
  return changeOfUnit(yardstick, { before: before.evidence, now: now.evidence });
}

function* pairsOf(
  before: Iterable<UnitEvidence>,
  now: Iterable<UnitEvidence>,
  succession: ReadonlyMap<string, string>,
): Generator<FoundPair> {
  const predecessors = new Map<string, UnitEvidence[]>();
  for (const evidence of before) {
    const code = succession.get(evidence.unit) ?? evidence.unit;
    predecessors.set(code, [...(predecessors.get(code) ?? []), evidence]);
  }
  for (const evidence of now) {
    const earlier = predecessors.get(evidence.unit) ?? [];
    predecessors.delete(evidence.unit);
    const [only = null] = earlier;
    if (earlier.length < 2) yield { before: only, now: evidence };
    else {
      yield { before: null, now: evidence, isMerged: true };
      for (const one of earlier) yield { before: one, now: null, isMerged: true };
    }
  }
  for (const gone of predecessors.values()) for (const one of gone) yield { before: one, now: null };
}
