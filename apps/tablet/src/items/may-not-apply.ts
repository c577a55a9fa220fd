import type { Instrument, Item } from '#instruments';

/** Whether “does not apply” can be said of an item: it has reasons, and the form does not forbid it. */
export function mayNotApply({ notApplicable, notApplicablePolicy }: Item, { scoring }: Instrument): boolean {
  return notApplicable !== undefined && (notApplicablePolicy ?? scoring.notApplicable) !== 'notAllowed';
}
