import { minutesOf, type ConditionValue } from '#instruments';
import type { Answered } from './answered.js';
import type { Contradicting } from './contradictions.js';
import { finding, type Check } from './facts.js';

/** Answers that cannot both be, by the rules of the plan. What is not known to hold does not. */
export const contradiction: Check = function* ({ contradictions, answered }) {
  if (!contradictions || contradictions.rules.length === 0) return;
  const values = valuesOf(contradictions, answered);
  for (const { number, condition, message } of contradictions.rules) {
    if (condition.holds(values) !== true) continue;
    const [first] = condition.names;
    yield finding('contradiction', { ...message, number }, first === undefined ? null : `answers.${first}`);
  }
};

function valuesOf({ slots }: Contradicting, answered: readonly Answered[]): readonly (ConditionValue | undefined)[] {
  const values = new Array<ConditionValue | undefined>(slots.size).fill(undefined);
  for (const { path, item, given } of answered) {
    const slot = slots.get(item.code);
    if (slot === undefined || path !== `answers.${item.code}`) continue;
    values[slot] = item.type === 'timePair' ? (minutesOf(given.value) ?? undefined) : (given.value as ConditionValue);
  }
  return values;
}
