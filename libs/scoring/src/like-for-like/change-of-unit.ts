import { judgeBriefly } from '../judge/index.js';
import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import { leastCommonShare } from '../stratified-change.js';
import type { NotComparable, RefusedChange, UnitChange } from './change.js';
import { measuredInBoth } from './measured-in-both.js';
import type { UnitPair } from './measured-in-both.js';
import type { Yardstick } from './yardstick.js';

/** A unit that is not compared, with why. */
export interface NotCompared {
  readonly refused: Exclude<NotComparable, 'seriesBreak'>;
}

/**
 * One unit's change between two cycles, taken apart by judging it in steps from the new scheme to the old, each step changing one
 * thing: T(now, new) − T(now, new, common) − T(before, new, common) − T(before, new weights, common) − T(before, old, common) −
 * T(before, old). The differences of neighbours telescope, so their sum is the published change.
 *
 * The common weight is the smaller of the scheme's and of what was really measured in both; below `leastCommonShare` the change is
 * refused. Source: domain note 6.6.
 */
export function changeOfUnit(yardstick: Yardstick, pair: UnitPair): UnitChange | RefusedChange | NotCompared {
  const now = scoreBy(yardstick.now, pair.now);
  const before = scoreBy(yardstick.before, pair.before);
  if (now === null || before === null) return { refused: 'nothingMeasured' };
  const published = now - before;
  const both = measuredInBoth(pair, yardstick.readings);
  const commonWeight = Math.min(yardstick.commonWeight, both.commonWeight);
  const { onCommon } = yardstick;
  if (!onCommon || commonWeight < leastCommonShare - 1e-9) return { refused: 'seriesBreak', published, commonWeight };
  if (hasLevelGone(both.before, onCommon.beforeByNew)) return { refused: 'levelGone' };
  const steps = [
    now,
    scoreBy(onCommon.now, both.now),
    scoreBy(onCommon.beforeByNew, both.before),
    scoreBy(onCommon.beforeByNewWeights, both.before),
    scoreBy(onCommon.before, both.before),
    before,
  ].filter((score) => score !== null);
  const [whole, common, byNew, byNewWeights, byOld, wholeBefore] = steps;
  if (wholeBefore === undefined) return { refused: 'nothingMeasured' };
  return {
    refused: null,
    before,
    now,
    published,
    commonWeight,
    sameYardstick: common! - byNew!,
    changedCriteria: whole! - common! + (byOld! - wholeBefore),
    changedWeights: byNewWeights! - byOld!,
    changedFormula: byNew! - byNewWeights!,
  };
}

function scoreBy(compiled: CompiledScheme, evidence: UnitEvidence): number | null {
  return judgeBriefly(compiled, evidence).score;
}

function hasLevelGone({ gradings }: UnitEvidence, { levels }: CompiledScheme): boolean {
  return [...gradings.values()].some(({ level }) => level !== null && !levels.has(level));
}
