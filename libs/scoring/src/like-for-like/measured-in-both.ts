import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import type { Common } from './common.js';

/** One unit in two cycles. */
export interface UnitPair {
  readonly before: UnitEvidence;
  readonly now: UnitEvidence;
}

/** Both evidences without what only one of them can answer. */
export interface MeasuredInBoth extends UnitPair {
  /**
   * The part of the new scheme's weight that was measured in both cycles, of what applies to the unit: 0 to 1. What is missing in
   * one of them is not common, however little else there is.
   */
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
  let weight = 0;
  let whole = 0;
  for (const [code, { keyNow, weightInWhole }] of readings) {
    if (kept.has(code)) weight += weightInWhole * (pair.now.onCommonItems?.get(keyNow)?.share ?? 1);
    if (!isNotApplicable(pair.now, keyNow)) whole += weightInWhole;
  }
  const keysOf = (cycle: 'keyNow' | 'keyBefore') => new Set([...kept].map((code) => readings.get(code)?.[cycle]));
  return {
    before: only(pair.before, keysOf('keyBefore')),
    now: only(pair.now, keysOf('keyNow')),
    commonWeight: whole === 0 ? 0 : weight / whole,
  };
}

const grading = 'grading:';

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

function isNotApplicable({ gradings }: UnitEvidence, key: string): boolean {
  return key.startsWith(grading) && gradings.get(key.slice(grading.length))?.level === null;
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
  const { gradings, observations } = onCommonItemsOf(evidence);
  return {
    ...evidence,
    gradings: new Map([...gradings].filter(([code]) => keys.has(grading + code))),
    observations: new Map([...observations].filter(([key]) => keys.has(key))),
  };
}

/** The evidence with what both versions of a form have in common in place of what one of them asked. */
export function onCommonItemsOf(evidence: UnitEvidence): UnitEvidence {
  const { observations, onCommonItems } = evidence;
  if (!onCommonItems || onCommonItems.size === 0) return evidence;
  const common = [...observations].map(([key, observation]) => {
    const items = onCommonItems.get(key);
    return [key, items ? { ...observation, value: items.value } : observation] as const;
  });
  return { ...evidence, observations: new Map(common) };
}
