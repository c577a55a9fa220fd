import type { Fault } from '#contract';
import type { CompiledInstrument, CompiledItem, CompiledSection, Repeat } from './compiled.js';
import { isFields } from './flaw.js';
import { Found } from './found.js';
import { frameOf, type DecidedFrame } from './frame.js';
import { checkGiven, type CheckContext } from './given.js';

/**
 * Everything wrong with a sheet, in the order of the instrument, at most 1,000 faults; nothing for a good one. Never throws,
 * whatever is sent. `where` is `answers.wait`, `answers.wait.comment`, or `repeats.counter[1].queue`, counted from 0.
 *
 * What was answered though it is not asked is a fault. Where what decides about an item was itself answered wrongly, nothing
 * is said about whether it is asked. The fault `constraint` carries the message of the document in its params, by language.
 * @param finished whether it is to be complete: all that is required, long enough, with all its rows and ranks
 */
export function check(
  compiled: CompiledInstrument,
  sheet: unknown,
  { finished }: { readonly finished: boolean },
): readonly Fault[] {
  const found = new Found();
  if (!isFields(sheet)) {
    found.add('', 'notAnObject', undefined, sheet);
    return found.faults;
  }
  for (const field in sheet) if (field !== 'answers' && field !== 'repeats') found.add(field.slice(0, 64), 'unknown');
  const { answers, repeats } = sheet;
  const context = { prefix: 'answers.', finished, found };
  if (!checkCodes(answers, compiled.once, 'answers', found)) return found.faults;
  if (repeats !== undefined) checkCodes(repeats, compiled.repeating, 'repeats', found);
  const frame = frameOf(compiled, answers);
  for (const section of compiled.sections) {
    if (found.isFull) break;
    if (section.repeat) checkRepeats(section, section.repeat, repeats, frame, context);
    else checkItems(section.items, frame, context);
  }
  return found.faults;
}

function checkItems(items: readonly CompiledItem[], frame: DecidedFrame, context: CheckContext): void {
  const { answers } = frame;
  for (const item of items) {
    const given = answers !== null && Object.hasOwn(answers, item.code) ? answers[item.code] : undefined;
    checkGiven(item, given, frame, context);
  }
}

function checkRepeats(
  { section, index, items }: CompiledSection,
  { min, max, codes, steps }: Repeat,
  repeats: unknown,
  frame: DecidedFrame,
  { finished, found }: CheckContext,
): void {
  const path = `repeats.${section.code}`;
  const isAsked = frame.isSectionAsked(index);
  const given = isFields(repeats) && Object.hasOwn(repeats, section.code) ? repeats[section.code] : [];
  if (!Array.isArray(given)) return found.add(path, 'notAList', undefined, given);
  if (isAsked === false && given.length > 0) return found.add(path, 'notAsked');
  if (given.length > max) return found.add(path, 'tooMany', { max });
  if (finished && isAsked === true && given.length < min) found.add(path, 'tooFew', { min });
  given.forEach((answers: unknown, at) => {
    const prefix = `${path}[${at}].`;
    if (!checkCodes(answers, codes, prefix.slice(0, -1), found)) return;
    checkItems(items, frame.repeat(steps, answers), { prefix, finished, found });
  });
}

/** Whether it is an object; what in it is named by no code is told. */
function checkCodes(fields: unknown, codes: ReadonlySet<string>, path: string, found: Found): boolean {
  if (!isFields(fields)) {
    if (fields === undefined) found.add(path, 'missing');
    else found.add(path, 'notAnObject', undefined, fields);
    return false;
  }
  for (const code in fields) {
    if (found.isFull) break;
    if (!codes.has(code)) found.add(`${path}.${code.slice(0, 64)}`, 'unknown');
  }
  return true;
}
