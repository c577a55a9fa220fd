import type { Fault, Wording } from '#contract';
import { faultAt } from '#documents';
import { isCondition, readCondition, scopesOf } from '#instruments';
import type { Condition, Instrument } from '#instruments';
import type { Contradiction } from '../plan/visit-plan.js';

/** The contradictions of a plan that are about one instrument, made ready for its sheets. */
export interface Contradicting {
  readonly rules: readonly ContradictionRule[];
  /** Where the value of an item lies among those that conditions see, by its code. */
  readonly slots: ReadonlyMap<string, number>;
}

/** One of them. */
export interface ContradictionRule {
  /** Counted from 1, in the plan. */
  readonly number: number;
  readonly condition: Condition;
  readonly message: Wording;
}

/** Makes the contradictions about an instrument ready; those with faults are left out, `contradictionFaults` tells them. */
export function contradictionsOf(contradictions: readonly Contradiction[], instrument: Instrument): Contradicting {
  const scopes = scopesOf(instrument);
  const rules = contradictions.flatMap(({ when, message, instrument: code }, at) => {
    const condition = code === instrument.code ? readCondition(when, scopes.of(null)) : [];
    return isCondition(condition) ? [{ number: at + 1, condition, message }] : [];
  });
  return { rules, slots: scopes.slots };
}

/**
 * What is wrong with the contradictions of a plan that are about this instrument: the same faults as conditions within an
 * instrument have, at `contradictions[2].when`. They may name what is asked once, not what stands in a section that repeats.
 */
export function contradictionFaults(
  contradictions: readonly Contradiction[],
  instrument: Instrument,
): readonly Fault[] {
  const scope = scopesOf(instrument).of(null);
  return contradictions.flatMap(({ when, instrument: code }, at) => {
    const read = code === instrument.code ? readCondition(when, scope) : [];
    if (isCondition(read)) return [];
    return read.map(({ reason, params }) => faultAt(`contradictions[${at}].when`, reason, params, when));
  });
}
