import type { Fault } from '#contract';
import type { Item, Section } from '#instruments';
import type { AskedSection } from './asked.js';
import { itemPathOf, type Trouble } from './found.js';

/** One thing to mend before a visit can be finished, with all that is wrong there. */
export interface ToMend {
  readonly path: string;
  readonly section: Section;
  /** Which repeat, counted from 0; null: asked once, or the section itself. */
  readonly repeat: number | null;
  /** Null: it is about the section. */
  readonly item: Item | null;
  readonly faults: readonly Fault[];
}

/** What is to be mended, in the order of the form. Answers to what is not asked any more are no faults here: they go by themselves. */
export function toMend(
  sections: readonly AskedSection[],
  troubles: ReadonlyMap<string, readonly Trouble[]>,
): readonly ToMend[] {
  return sections.flatMap(({ section, sets }): readonly ToMend[] => {
    const about = (path: string) =>
      (troubles.get(path) ?? []).map(({ fault }) => fault).filter(({ reason }) => reason !== 'notAsked');
    const own: ToMend = {
      path: `repeats.${section.code}`,
      section,
      repeat: null,
      item: null,
      faults: about(`repeats.${section.code}`),
    };
    const items = sets
      .flat()
      .map(({ path, repeat, item }): ToMend => ({ path, section, repeat, item, faults: about(path) }));
    return [...items, own].filter(({ faults }) => faults.length > 0);
  });
}

/** Troubles at places that no page shows: they would be a defect of the form, and are told as they are. */
export function elsewhere(sections: readonly AskedSection[], troubles: readonly Trouble[]): readonly Trouble[] {
  const shown = new Set(
    sections.flatMap(({ section, sets }) => [`repeats.${section.code}`, ...sets.flat().map(({ path }) => path)]),
  );
  return troubles.filter(({ fault }) => fault.reason !== 'notAsked' && !shown.has(itemPathOf(fault.where)));
}
