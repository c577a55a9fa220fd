import type { Instrument, SummedKey } from '#instruments';

/**
 * A score and what it is made of. Of whoever has it with all parts it says nothing beside them; of the others it does: the score minus
 * its parts is what those few say who left something out.
 */
export interface ScoreFamily {
  readonly whole: SummedKey;
  readonly parts: readonly SummedKey[];
}

/**
 * The scores of a questionnaire with what each is made of, a whole before its parts: overall, of the dimensions that weigh (of all, and
 * of items without a dimension, where none weighs), and dimensions, of their items. The only item of a dimension says what that says.
 * Where a critical answer or one that does not apply can turn a whole into something else than its parts, parts are not told.
 */
export function scoreFamilies(instrument: Instrument): readonly ScoreFamily[] {
  const items = instrument.sections.flatMap((section) =>
    section.items
      .filter((item) => item.type !== 'note')
      .map((item) => ({ item, dimension: ('dimension' in item ? item.dimension : undefined) ?? section.dimension })),
  );
  const policy = instrument.scoring.notApplicable;
  if (items.some(({ item }) => item.critical || (item.notApplicablePolicy ?? policy) === 'fail')) return [];
  const weighing = instrument.dimensions.filter(({ weight }) => weight > 0);
  const ofOverall = weighing.length > 0 ? weighing : instrument.dimensions;
  const loose = weighing.length > 0 ? [] : items.filter(({ dimension }) => dimension === undefined);
  return [
    {
      whole: 'overall',
      parts: [
        ...ofOverall.map(({ code }): SummedKey => `dimension:${code}`),
        ...loose.map(({ item }): SummedKey => `item:${item.code}`),
      ],
    },
    ...instrument.dimensions.flatMap(({ code }): ScoreFamily[] => {
      const own = items.filter(({ dimension }) => dimension === code);
      if (own.length < 2) return [];
      return [{ whole: `dimension:${code}`, parts: own.map(({ item }): SummedKey => `item:${item.code}`) }];
    }),
  ];
}
