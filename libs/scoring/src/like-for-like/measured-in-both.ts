import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import type { Common } from './common.js';

/** One unit in two cycles. */
export interface UnitPair {
  readonly before: UnitEvidence;
  readonly now: UnitEvidence;
}

/** Both evidences without what only one of them can answer. */
export interface MeasuredInBoth extends UnitPair {
  /** The part of what was measured now, by the new scheme's weights, that was measured before too: 0 to 1; 0: nothing was. */
  readonly commonWeight: number;
}

/** What a criterion or component of the new scheme reads. */
export interface Reading {
  readonly keyNow: string;
  /** Null: it is not common. */
  readonly keyBefore: string | null;
  readonly weightInWhole: number;
}

/** By code: what the new scheme reads of each criterion and measured component, and where it was read before. */
export function readingsOf(common: Common, before: CompiledScheme, now: CompiledScheme): ReadonlyMap<string, Reading> {
  const earlier = new Map(readBy(before).map(({ code, key }) => [code, key]));
  const isCommon = (code: string) => common.criteria.has(code) || common.components.has(code);
  return new Map(
    readBy(now).map(({ code, key, weightInWhole }) => [
      code,
      { keyNow: key, keyBefore: isCommon(code) ? (earlier.get(code) ?? null) : null, weightInWhole },
    ]),
  );
}

/**
 * Takes out of both cycles what was not measured in both: a criterion that has no grading in one cycle, or does not apply in one,
 * would put its weight on others there and not here. What was captured for it is not lost, but counts as changed criteria. Where a
 * form changed its version, both cycles stand with the items that both versions have, by the weights of the newer.
 */
export function measuredInBoth(pair: UnitPair, readings: ReadonlyMap<string, Reading>): MeasuredInBoth {
  const kept = keptOf(readings, pair);
  const now = { ...pair.now, onCommonItems: none }; // what was measured, whether the other cycle has it or not
  let weight = 0;
  let whole = 0;
  for (const [code, { keyNow, weightInWhole }] of readings) {
    if (kept.has(code)) weight += weightInWhole * (pair.now.onCommonItems?.get(keyNow)?.share ?? 1);
    if (isMeasured(now, keyNow)) whole += weightInWhole;
  }
  const keysOf = (cycle: 'keyNow' | 'keyBefore') => new Set([...kept].map((code) => readings.get(code)?.[cycle]));
  return {
    before: only(pair.before, keysOf('keyBefore')),
    now: only(pair.now, keysOf('keyNow')),
    commonWeight: whole === 0 ? 0 : weight / whole,
  };
}

const grading = 'grading:';
const none: NonNullable<UnitEvidence['onCommonItems']> = new Map();

function readBy({ criteria, components }: CompiledScheme) {
  const measured = components.flatMap(({ code, feed, weightInWhole }) =>
    feed ? [{ code, key: feed.key, weightInWhole }] : [],
  );
  const asked = criteria.map(({ code, feed, weightInWhole }) => ({
    code,
    key: feed?.key ?? grading + code,
    weightInWhole,
  }));
  return [...asked, ...measured];
}

/** One observation may feed several criteria: when one of them falls, so does the observation, and with it the others. */
function keptOf(readings: ReadonlyMap<string, Reading>, { before, now }: UnitPair): ReadonlySet<string> {
  const kept = new Set(readings.keys());
  const goneNow = new Set<string>();
  const goneBefore = new Set<string>();
  for (let size = -1; size !== kept.size;) {
    size = kept.size;
    for (const code of kept) {
      const { keyNow, keyBefore } = readings.get(code)!;
      const isIn = keyBefore !== null && isMeasured(before, keyBefore) && isMeasured(now, keyNow);
      if (isIn && !goneNow.has(keyNow) && !goneBefore.has(keyBefore)) continue;
      kept.delete(code);
      if (keyBefore === null) continue; // not common: what it reads may still feed what is
      goneNow.add(keyNow);
      goneBefore.add(keyBefore);
    }
  }
  return kept;
}

function isMeasured({ gradings, observations, onCommonItems }: UnitEvidence, key: string): boolean {
  if (!key.startsWith(grading)) {
    const { value = null } = onCommonItems?.get(key) ?? observations.get(key) ?? {};
    return value !== null;
  }
  return (gradings.get(key.slice(grading.length))?.level ?? null) !== null;
}

function only(evidence: UnitEvidence, keys: ReadonlySet<string | null | undefined>): UnitEvidence {
  const { gradings, observations, onCommonItems } = evidence;
  return {
    ...evidence,
    gradings: new Map([...gradings].filter(([code]) => keys.has(grading + code))),
    observations: new Map(
      [...observations]
        .filter(([key]) => keys.has(key))
        .map(([key, observation]) => {
          const common = onCommonItems?.get(key);
          return [key, common ? { ...observation, value: common.value } : observation];
        }),
    ),
  };
}
