import type { Wording } from '#contract';
import type { Instrument } from './document/instrument.js';
import type { ItemType } from './document/item.js';
import { readInstrument } from './read/read-instrument.js';

/** An item as offices write it, right or wrong, with a text of its own unless it says another. For specs only. */
export interface ItemSketch {
  readonly code: string;
  readonly type?: ItemType;
  readonly [field: string]: unknown;
}

/** A section in the same way. */
export interface SectionSketch {
  readonly items: readonly ItemSketch[];
  readonly [field: string]: unknown;
}

/** An instrument in the same way: of one section with these items, or of these sections. */
export interface InstrumentSketch {
  readonly items?: readonly ItemSketch[];
  readonly sections?: readonly SectionSketch[];
  readonly [field: string]: unknown;
}

/** The same text in Arabic and English. */
export const said = (text: string): Wording => ({ ar: `نص ${text}`, en: text });

/** The document of an instrument: one section, one scale, yes or no unless an item says otherwise. Each is its own copy. */
export function sampleDocument({ items = [], sections, ...rest }: InstrumentSketch = {}): Record<string, unknown> {
  const written = sections ?? [{ items: items.length > 0 ? items : [{ code: 'welcome' }] }];
  return structuredClone({
    schema: 'nujoom.instrument/1',
    code: 'centre_visit',
    version: 1,
    filledBy: 'mysteryShopper',
    title: said('Visit to a service centre'),
    languages: ['ar', 'en'],
    scoring: { mode: 'weights' },
    scales: [agreement],
    sections: written.map((section, index) => ({
      code: `s${index + 1}`,
      title: said(`Section ${index + 1}`),
      ...section,
      items: section.items.map(sampleItem),
    })),
    ...rest,
  });
}

/** The instrument that such a document holds; throws what is wrong with it. */
export function sampleInstrument(sketch: InstrumentSketch = {}): Instrument {
  const { instrument, faults } = readInstrument(sampleDocument(sketch));
  if (!instrument) throw new RangeError(`The sample has faults: ${JSON.stringify(faults)}`);
  return instrument;
}

const agreement = {
  code: 'agreement',
  kind: 'agreement',
  options: ['never', 'hardly', 'partly', 'mostly', 'fully'].map((code) => ({ code, text: said(code) })),
};

function sampleItem(sketch: ItemSketch): Record<string, unknown> {
  const { type = 'yesNo' } = sketch;
  return { type, text: said(`Item ${sketch.code}`), ...needs[type], ...sketch };
}

const options = ['a', 'b', 'c'].map((code) => ({ code, text: said(code) }));

/** What items of a type cannot do without. */
const needs: Partial<Record<ItemType, Record<string, unknown>>> = {
  scale: { scale: 'agreement' },
  choice: { options },
  choices: { options },
  ranking: { options },
  money: { currency: 'AED' },
  file: { accept: ['photo'] },
  timePair: { from: said('Arrival'), to: said('Departure') },
  matrix: {
    scale: 'agreement',
    rows: [
      { code: 'r1', text: said('Row 1') },
      { code: 'r2', text: said('Row 2') },
    ],
  },
};
