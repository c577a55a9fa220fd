import type { Measure, Name, StudyCode } from '#figures';
import type { Instrument, SummedKey } from '#instruments';

/** A measure that a questionnaire gives, with what it is summed under. */
export interface SurveyMeasure {
  readonly measure: Measure;
  readonly key: SummedKey;
}

/**
 * What a questionnaire measures: overall, which stands for its study, its dimensions and its scored items. What would say the same
 * under another name is left out: the dimension that alone has weight, and the only item of a dimension. Codes go on over versions.
 */
export function surveyMeasures(instrument: Instrument, study: StudyCode): SurveyMeasure[] {
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
      .map((dimension): SurveyMeasure => {
        return {
          key: `dimension:${dimension.code}`,
          measure: measureOf(`${code}.${dimension.code}`, nameOf(dimension.title), 'measure'),
        };
      }),
    ...items
      .filter((one) => !alone.has(one))
      .map(({ item }): SurveyMeasure => {
        return { key: `item:${item.code}`, measure: measureOf(`${code}.${item.code}`, nameOf(item.text), 'measure') };
      }),
  ];
}

function nameOf(words: Readonly<Record<string, string>>): Name {
  return { en: words['en'] ?? null, ar: words['ar'] ?? null };
}
