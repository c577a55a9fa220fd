import type { Beside, CompiledItem } from './compiled.js';
import { isFields } from './flaw.js';
import type { Found } from './found.js';
import type { Frame } from './frame.js';

/** What was given for one item, as far as its fields go. */
interface GivenFields {
  readonly value?: unknown;
  readonly notApplicable?: unknown;
  readonly comment?: unknown;
  readonly evidence?: unknown;
}

/**
 * Checks what was given for one item.
 * @param prefix the path of the answers it stands among, such as `answers.`
 */
export function checkGiven(compiled: CompiledItem, given: unknown, frame: Frame, context: CheckContext): void {
  const { found, finished, prefix } = context;
  const isAsked = frame.isAsked(compiled);
  if (given === undefined) {
    if (finished && isAsked === true) missing(compiled, context);
    return;
  }
  const { code } = compiled;
  if (!isFields(given)) return found.add(prefix + code, 'notAnObject', undefined, given);
  const fields = fieldsOf(given, prefix + code, found);
  if (isAsked === false) {
    if (Object.keys(given).length > 0) found.add(prefix + code, 'notAsked');
    return;
  }
  if (fields.notApplicable !== undefined) checkNotApplicable(compiled, fields, context);
  else if (fields.value !== undefined) checkValue(compiled, fields.value, frame, context);
  else if (finished && isAsked === true) missing(compiled, context);
  checkBeside('comment', compiled, fields, context);
  checkBeside('evidence', compiled, fields, context);
}

/** Where and how strictly something is checked, and where what is wrong is told. */
export interface CheckContext {
  readonly prefix: string;
  readonly finished: boolean;
  readonly found: Found;
}

function missing({ item, code }: CompiledItem, { prefix, found }: CheckContext): void {
  if (item.required && item.type !== 'note') found.add(prefix + code, 'missing');
}

/** The fields of what was given; those that have no place there are told. */
function fieldsOf(given: Readonly<Record<string, unknown>>, path: string, found: Found): GivenFields {
  for (const field in given) {
    if (field !== 'value' && field !== 'notApplicable' && field !== 'comment' && field !== 'evidence') {
      found.add(`${path}.${field.slice(0, 64)}`, 'unknown');
    }
  }
  return given;
}

function checkValue(compiled: CompiledItem, value: unknown, frame: Frame, { prefix, finished, found }: CheckContext) {
  const flaws = compiled.check(value, finished);
  if (flaws.length > 0) return found.addFlaws(prefix + compiled.code, flaws);
  compiled.constraints.forEach((condition, index) => {
    if (frame.outcomeOf(condition) !== false) return;
    const message = compiled.item.constraints?.[index]?.message;
    found.add(prefix + compiled.code, 'constraint', { ...message, number: index + 1 }, value);
  });
}

function checkNotApplicable(compiled: CompiledItem, fields: GivenFields, { prefix, found }: CheckContext): void {
  const { reasons, code } = compiled;
  const path = `${prefix}${code}.notApplicable`;
  if (fields.value !== undefined) found.add(prefix + code, 'valueAndNotApplicable');
  else if (!reasons) found.add(path, 'cannotBeNotApplicable');
  else if (typeof fields.notApplicable !== 'string') found.add(path, 'notText', undefined, fields.notApplicable);
  else if (!reasons.has(fields.notApplicable)) {
    found.add(path, 'notOneOf', { options: [...reasons].join(', ') }, fields.notApplicable);
  }
}

function checkBeside(
  what: 'comment' | 'evidence',
  compiled: CompiledItem,
  fields: GivenFields,
  context: CheckContext,
): void {
  const { prefix, finished, found } = context;
  const { [what]: beside, code } = compiled;
  const { [what]: thing } = fields;
  if (thing !== undefined) {
    if (!beside) found.add(`${prefix}${code}.${what}`, 'unknown');
    else found.addFlaws(`${prefix}${code}.${what}`, beside.check(thing, finished));
  } else if (beside?.required && finished && isWanted(beside, fields)) {
    found.add(`${prefix}${code}.${what}`, what === 'comment' ? 'commentNeeded' : 'evidenceNeeded');
  }
}

/** Whether the answer given is one that asks for something beside it. */
function isWanted({ on }: Beside, { value, notApplicable }: GivenFields): boolean {
  if (notApplicable !== undefined) return on?.has('notApplicable') ?? false;
  if (value === undefined) return false;
  if (!on || on.has(value)) return true;
  if (Array.isArray(value)) return value.some((code) => on.has(code));
  return isFields(value) && isFields(value['rows']) && Object.values(value['rows']).some((code) => on.has(code));
}
