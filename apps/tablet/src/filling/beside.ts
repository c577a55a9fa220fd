import type { Given, Item } from '#instruments';

/** Whether a note or photos stand beside an answer: not at all, if wished, or they have to. */
export type BesideRule = 'none' | 'optional' | 'required';

/**
 * What the answer given asks for beside it, as the check has it: `on` holds option codes or `notApplicable`; without it
 * every answer asks, though not “does not apply”.
 */
export function besideRuleOf(asked: Item['comment'] | Item['evidence'], given: Given | undefined): BesideRule {
  return asked && isWanted(asked.on, given) ? asked.rule : 'none';
}

function isWanted(on: readonly string[] | undefined, { value, notApplicable }: Given = {}): boolean {
  if (notApplicable !== undefined) return on?.includes('notApplicable') ?? false;
  if (value === undefined) return false;
  return !on || codesIn(value).some((code) => on.includes(code));
}

function codesIn(value: NonNullable<Given['value']>): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value as readonly string[];
  return typeof value === 'object' && 'rows' in value ? Object.values(value.rows) : [];
}
