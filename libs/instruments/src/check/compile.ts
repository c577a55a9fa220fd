import { conditionsOf } from '../conditions/conditions-of.js';
import type { Instrument, Section } from '../document/instrument.js';
import type { CompiledInstrument, CompiledItem, CompiledSection, Step } from './compiled.js';
import { itemCompiler } from './compile-item.js';

/**
 * Makes a version ready to check sheets; once per version, since it costs as much as many checks.
 * @param instrument as `readInstrument` gives it
 * @throws RangeError when its conditions have faults: such an instrument is never read
 */
export function compileInstrument(instrument: Instrument): CompiledInstrument {
  const conditions = conditionsOf(instrument);
  if (conditions.faults.length > 0 || conditions.relevance.cycles.length > 0) {
    throw new RangeError('An instrument whose conditions have faults cannot be compiled');
  }
  const place = new Map(conditions.relevance.order.map((name, index) => [name, index]));
  const inOrder = (steps: readonly Step[]) =>
    steps.toSorted((a, b) => (place.get(nameOf(a)) ?? 0) - (place.get(nameOf(b)) ?? 0));
  const compileItem = itemCompiler(instrument, conditions);
  const sections = instrument.sections.map((section, index): CompiledSection => {
    const items = section.items.map((item, at) => compileItem(item, index, at));
    const relevant = conditions.byPath.get(`sections[${index}].relevant`) ?? null;
    return { section, index, relevant, items, repeat: repeatOf(section, items, inOrder) };
  });
  const once = sections.filter(({ repeat }) => repeat === null).flatMap(({ items }) => items);
  return {
    instrument,
    sections,
    once: new Set(once.map(({ code }) => code)),
    repeating: new Set(sections.filter(({ repeat }) => repeat !== null).map(({ section }) => section.code)),
    steps: inOrder([...sections.flatMap(stepOfSection), ...once.flatMap(stepOfItem)]),
    slotCount: conditions.slots.size,
  };
}

function repeatOf({ repeat }: Section, items: readonly CompiledItem[], inOrder: Order): CompiledSection['repeat'] {
  if (!repeat) return null;
  return { ...repeat, codes: new Set(items.map(({ code }) => code)), steps: inOrder(items.flatMap(stepOfItem)) };
}

type Order = (steps: readonly Step[]) => readonly Step[];

/** Sections and items about which nothing is to be decided, and that decide nothing, are no steps. */
function stepOfSection(section: CompiledSection): readonly Step[] {
  return section.relevant ? [{ section, relevant: section.relevant }] : [];
}

function stepOfItem(item: CompiledItem): readonly Step[] {
  return item.relevant || item.seen ? [{ section: null, item }] : [];
}

function nameOf(step: Step): string {
  return step.section ? `sections.${step.section.section.code}` : step.item.code;
}
