import type { Instrument } from '../document/instrument.js';
import { placesOf, scalesOf } from '../document/places.js';
import { scoringPlanOf, type PlannedItem } from '../score/plan.js';
import type { SummedKey } from '../tally/layout.js';
import { measureOf } from './comparability.js';

/**
 * What each score of a version is made of, as a text: scores of two versions that have the same text are the same measure. Decided by
 * the items that feed a score, how they are answered, what they earn and weigh, and what critical answers do; not by wording, nor by
 * items that feed something else.
 */
export function madeOf(instrument: Instrument): ReadonlyMap<SummedKey, string> {
  const { scoring, sections, dimensions } = instrument;
  const { items } = scoringPlanOf(instrument);
  const measures = measuresIn(instrument);
  const ofItem = (item: PlannedItem) => [item.code, measures.get(item.code), item.zeroWhenNotApplicable];
  const ofPool = (holds: (item: PlannedItem) => boolean) =>
    items
      .filter((item) => item.pull > 0 && holds(item))
      .map((item) => [
        ofItem(item),
        scoring.mode === 'points' ? null : item.weight,
        scoring.mode === 'sections' ? sections[item.section]?.weight : null,
      ]);
  const effects = items
    .filter(({ critical, failsWhenNotApplicable }) => critical || failsWhenNotApplicable)
    .map(({ code, critical, failsWhenNotApplicable }) => [code, critical, failsWhenNotApplicable]);
  const ofDimension = ({ code, minAnswered }: Instrument['dimensions'][number]) => [
    ...[scoring.mode, minAnswered, effects],
    ...ofPool(({ dimension }) => dimension === code),
  ];
  const weighing = dimensions.filter(({ weight }) => weight > 0);
  const whole =
    weighing.length > 0 ? weighing.map((one) => [one.code, one.weight, ofDimension(one)]) : ofPool(() => true);
  const made: [SummedKey, unknown][] = [
    ['overall', [scoring.mode, scoring.minCompleteness, effects, whole]],
    ...dimensions.map((one): [SummedKey, unknown] => [`dimension:${one.code}`, ofDimension(one)]),
    ...items.map((item): [SummedKey, unknown] => [`item:${item.code}`, ofItem(item)]),
  ];
  return new Map(made.map(([key, of]) => [key, JSON.stringify(of)]));
}

function measuresIn(instrument: Instrument): ReadonlyMap<string, unknown> {
  const scales = scalesOf(instrument);
  return new Map(
    placesOf(instrument).map(({ item }) => [
      item.code,
      measureOf({ item, scale: 'scale' in item ? scales.get(item.scale) : undefined }),
    ]),
  );
}
