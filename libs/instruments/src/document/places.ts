import type { Instrument, Section } from './instrument.js';
import type { Item } from './item.js';
import type { Scale } from './scale.js';

/** An item where it stands in its instrument. */
export interface Place {
  readonly section: Section;
  readonly item: Item;
  /** Of the section, such as `sections[2]`. */
  readonly sectionPath: string;
  /** Of the item, such as `sections[2].items[0]`. */
  readonly path: string;
}

/** All items of an instrument in their order. */
export function placesOf(instrument: Instrument): readonly Place[] {
  return instrument.sections.flatMap((section, at) => {
    const sectionPath = `sections[${at}]`;
    return section.items.map((item, index) => ({ section, item, sectionPath, path: `${sectionPath}.items[${index}]` }));
  });
}

/** The scales of an instrument by code. */
export function scalesOf(instrument: Instrument): ReadonlyMap<string, Scale> {
  return new Map(instrument.scales.map((scale) => [scale.code, scale]));
}

/** The codes an answer to this item chooses from; null where nothing is chosen, or its scale is unknown. */
export function answerCodesOf(item: Item, scales: ReadonlyMap<string, Scale>): readonly string[] | null {
  switch (item.type) {
    case 'yesNo':
      return ['yes', 'no'];
    case 'scale':
    case 'matrix':
      return scales.get(item.scale)?.options.map(({ code }) => code) ?? null;
    case 'choice':
    case 'choices':
    case 'ranking':
      return item.options.map(({ code }) => code);
    default:
      return null;
  }
}
