import type { ItemState } from '../answers.js';
import type { CompiledInstrument, CompiledItem } from './compiled.js';
import { isFields } from './flaw.js';
import { frameOf, type DecidedFrame } from './frame.js';

/**
 * What became of each item, by its path: `answers.wait`, or `repeats.counter[1].queue` for each repeat there is. Notes are
 * not items to be answered and have no state. Meant for sheets without faults; never throws for others, where whatever
 * stands as a value counts as answered, and what is not known to be asked as not asked or missing.
 */
export function statesOf(compiled: CompiledInstrument, sheet: unknown): ReadonlyMap<string, ItemState> {
  const states = new Map<string, ItemState>();
  const { answers, repeats } = isFields(sheet) ? sheet : {};
  const frame = frameOf(compiled, answers);
  for (const { section, items, repeat } of compiled.sections) {
    if (!repeat) {
      addStates(states, items, frame, 'answers.');
      continue;
    }
    const given = isFields(repeats) && Object.hasOwn(repeats, section.code) ? repeats[section.code] : [];
    if (!Array.isArray(given)) continue;
    for (const [at, one] of given.slice(0, repeat.max).entries()) {
      addStates(states, items, frame.repeat(repeat.steps, one), `repeats.${section.code}[${at}].`);
    }
  }
  return states;
}

function addStates(
  states: Map<string, ItemState>,
  items: readonly CompiledItem[],
  frame: DecidedFrame,
  prefix: string,
) {
  for (const item of items) if (item.item.type !== 'note') states.set(prefix + item.code, stateOf(item, frame));
}

function stateOf(item: CompiledItem, frame: DecidedFrame): ItemState {
  if (frame.isAsked(item) === false) return 'notAsked';
  const { answers } = frame;
  const given = answers !== null && Object.hasOwn(answers, item.code) ? answers[item.code] : undefined;
  if (!isFields(given)) return 'missing';
  if (given['notApplicable'] !== undefined) return 'notApplicable';
  return given['value'] === undefined ? 'missing' : 'answered';
}
