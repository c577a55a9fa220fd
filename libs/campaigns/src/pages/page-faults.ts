import type { Fault } from '#contract';
import { check, type AnswerSheet, type CompiledInstrument, type Item } from '#instruments';
import { commentField, fieldOf, notApplicableField, partsOf } from './item-fields.js';

/** Something wrong with one field of a page. */
export interface PageFault {
  readonly item: Item;
  /** The field it is mended in: `a.wait`, `a.grid.r1`, `c.wait`, `n.wait`. */
  readonly field: string;
  readonly fault: Fault;
}

/**
 * What is wrong with the answers to these items, one fault a field, in the order of the instrument.
 * @param sheet without what is not asked
 */
export function faultsOn(
  compiled: CompiledInstrument,
  sheet: AnswerSheet,
  items: readonly Item[],
): readonly PageFault[] {
  const byCode = new Map(items.map((item) => [item.code, item]));
  const found = new Map<string, PageFault>();
  for (const fault of check(compiled, sheet, { finished: true })) {
    const [, code = '', rest = ''] = /^answers\.([a-z][a-z0-9_]*)(.*)$/s.exec(fault.where) ?? [];
    const item = byCode.get(code);
    if (!item) continue;
    for (const field of fieldsAt(item, rest)) if (!found.has(field)) found.set(field, { item, field, fault });
  }
  return [...found.values()];
}

/** A grid that was left out is told row by row; whatever lies within a list is told at the whole, as is the first of two times. */
function fieldsAt(item: Item, rest: string): readonly string[] {
  if (rest === '.comment') return [commentField(item.code)];
  if (rest === '.notApplicable') return [notApplicableField(item.code)];
  if (item.type === 'timePair' && rest === '.to') return [fieldOf(item.code, 'to')];
  if (item.type !== 'matrix') return [fieldOf(item.code)];
  const rows = partsOf(item);
  return (rows.includes(rest.slice(1)) ? [rest.slice(1)] : rows).map((row) => fieldOf(item.code, row));
}
