import type { AnswerSheet } from '../answers.js';
import type { CompiledInstrument } from '../check/compiled.js';
import { statesOf } from '../check/states.js';
import { scoringPlanOf } from './plan.js';
import type { InstrumentScore } from './result.js';
import { scoreOfStates } from './score-of-states.js';

/**
 * The score of one filled instrument, 0 to 100 and unrounded, with all it was made of; the formulas are those of the domain
 * note, 4.3 and 5.2, as `scoreOfStates` has them. Meant for sheets without faults: in others what is no answer earns nothing.
 */
export function score(compiled: CompiledInstrument, sheet: AnswerSheet): InstrumentScore {
  const { instrument } = compiled;
  return scoreOfStates(scoringPlanOf(instrument), sheet, statesOf(compiled, sheet));
}
