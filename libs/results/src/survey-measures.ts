import type { Measure, Name, StudyCode } from '#figures';
import { contentHash } from '#documents';
import { madeOf, type Instrument, type SummedKey } from '#instruments';

/** A measure that a questionnaire gives, with what it is summed under. */
export interface SurveyMeasure {
  readonly measure: Measure;
  readonly key: SummedKey;
  /** What its score is made of (see `madeOf`), as a hash: where versions differ in it their results are not compared. */
  readonly madeOf: string;
}

/**
 * What a questionnaire measures: overall, which stands for its study, its dimensions and its scored items. What would say the same
 * under another name is left out: the dimension that alone has weight, and the only item of a dimension. Codes go on over versions.
 */
export function surveyMeasures(instrument: Instrument, study: StudyCode): SurveyMeasure[] {
  const made = hashesOf(instrument);
  return measuresIn(instrument, study).map((one) => ({ ...one, madeOf: made.get(one.key) ?? '' }));
}

const known = new WeakMap<Instrument, ReadonlyMap<SummedKey, string>>();

/** By score, made once for each instrument. */
function hashesOf(instrument: Instrument): ReadonlyMap<SummedKey, string> {
  const found = known.get(instrument);
  if (found) return found;
  const made = new Map([...madeOf(instrument)].map(([key, text]) => [key, contentHash(text)]));
  known.set(instrument, made);
  return made;
}

function measuresIn(instrument: Instrument, study: StudyCode): Omit<SurveyMeasure, 'madeOf'>[] {
  const { code, title, dimensions, sections } = instrument;
  const weighing = dimensions.filter(({ weight }) => weight > 0);
  const items = sections.flatMap((section) =>
    section.items
      .filter((item) => item.type !== 'note')
      .map((item) => ({ item, dimension: ('dimension' in item ? item.dimension : undefined) ?? section.dimension })),
  );
  const alone = new Set(
    [...Map.groupBy(items, ({ dimension }) => dimension).values()].flatMap((of) => (of.length === 1 ? of : [])),
  );
  const measureOf = (own: string, name: Name, kind: Measure['kind']): Measure => {
    return { study, code: own, name, polarity: 'higher', definition: 'meanOfAnswers', kind };
  };
  return [
    { key: 'overall', measure: measureOf(code, nameOf(title), 'headline') },
    ...dimensions
      .filter((dimension) => weighing.length !== 1 || dimension !== weighing[0])
      .map((dimension) => {
        return {
          key: `dimension:${dimension.code}` as const,
          measure: measureOf(`${code}.${dimension.code}`, nameOf(dimension.title), 'measure'),
        };
      }),
    ...items
      .filter((one) => !alone.has(one))
      .map(({ item }) => {
        return {
          key: `item:${item.code}` as const,
          measure: measureOf(`${code}.${item.code}`, nameOf(item.text), 'measure'),
        };
      }),
  ];
}

function nameOf(words: Readonly<Record<string, string>>): Name {
  return { en: words['en'] ?? null, ar: words['ar'] ?? null };
}
