import { compileInstrument, meanOfSum, type CountedItem, type Instrument } from '#instruments';
import type { ReadableTally } from './star-observations.js';
import { countedVisit, type CountedReport, type CountedVisit } from './visit-trail.js';

/** How one item of a form was answered at a centre. */
export interface ItemAnswers {
  readonly item: string;
  /** The row of a matrix; null for any other item. */
  readonly row: string | null;
  readonly text: Readonly<Record<string, string>>;
  /** How many chose each option; of an item without options how many answered it. */
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  readonly notApplicable: number;
  readonly missing: number;
  readonly notAsked: number;
  /** Its mean score, 0 to 100; null: it is not scored, or was not answered. */
  readonly mean: number | null;
}

/** All that was filled of one form version at a centre: what its scores are made of. */
export interface FormAnswers {
  readonly instrument: { readonly code: string; readonly version: number };
  /** Filled forms, voided ones among them. */
  readonly filled: number;
  /** How many of them have an overall score. */
  readonly scored: number;
  readonly score: number | null;
  readonly dimensions: readonly { readonly dimension: string; readonly score: number | null }[];
  readonly items: readonly ItemAnswers[];
  /** The visits among them, the latest first, a hundred at most: what each found, and its photos; never who made it. */
  readonly visits: readonly CountedVisit[];
}

/** A tally as people read it, item by item in the order of the form, with the visits that are in it. */
export function formAnswers(
  { instrument, layout, tally }: ReadableTally,
  reports: readonly CountedReport[],
): FormAnswers {
  const mean = (key: (typeof layout.summed)[number]) => {
    const sum = tally.sums[layout.placeOf.get(key) ?? -1];
    return sum ? meanOfSum(sum) : null;
  };
  const overall = mean('overall');
  const texts = textsOf(instrument);
  return {
    instrument: { code: instrument.code, version: instrument.version },
    filled: tally.sheets,
    scored: overall?.n ?? 0,
    score: overall?.value ?? null,
    dimensions: instrument.dimensions.map(({ code }) => ({
      dimension: code,
      score: mean(`dimension:${code}`)?.value ?? null,
    })),
    items: layout.items.map((item) => ({
      ...countsOf(item, tally.counts),
      text: texts.get(item.code) ?? {},
      mean: mean(`item:${item.code}`)?.value ?? null,
    })),
    visits: countedVisits(instrument, reports),
  };
}

function countedVisits(instrument: Instrument, reports: readonly CountedReport[]): readonly CountedVisit[] {
  const own = reports.filter(({ code, version }) => code === instrument.code && version === instrument.version);
  if (own.length === 0) return [];
  const compiled = compileInstrument(instrument);
  return own.map((report) => countedVisit(compiled, report));
}

function countsOf({ code, row, options, first }: CountedItem, counts: readonly number[]) {
  const answers = (options ?? ['answered']).map((answer, at) => ({ answer, count: counts[first + at] ?? 0 }));
  const after = first + answers.length;
  const [notApplicable = 0, missing = 0, notAsked = 0] = counts.slice(after, after + 3);
  return { item: code, row, answers, notApplicable, missing, notAsked };
}

function textsOf({ sections }: Instrument): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(sections.flatMap(({ items }) => items.map(({ code, text }) => [code, text] as const)));
}
