import type { Answers, AnswerSheet, AnswerValue, Given } from '../../answers.js';
import { Instrument } from '../../document/instrument.js';
import { compileInstrument } from '../../check/compile.js';
import { statesOf } from '../../check/states.js';
import { scoringPlanOf } from '../plan.js';
import type { InstrumentScore } from '../result.js';
import { scoreOfStates } from '../score-of-states.js';

type Loose = Readonly<Record<string, unknown>>;
const words = { ar: 'نص', en: 'Text' };
const reasons = [{ code: 'not_offered', text: words }];

/** A yes/no item; any item with the rest given. */
export const item = (code: string, rest: Loose = {}) => ({
  type: 'yesNo',
  code,
  text: words,
  notApplicable: { reasons },
  ...rest,
});

/** An item worth up to so many points: p0 to p10 of it. */
export const worth = (code: string, points: number, rest: Loose = {}) =>
  item(code, {
    type: 'choice',
    options: Array.from({ length: 11 }, (_, tenths) => ({
      code: `p${tenths}`,
      text: words,
      points: (points * tenths) / 10,
    })),
    ...rest,
  });

export const section = (code: string, items: readonly Loose[], rest: Loose = {}) => ({
  code,
  title: words,
  items,
  ...rest,
});
export const dimension = (code: string, weight: number, rest: Loose = {}) => ({ code, title: words, weight, ...rest });
export const scale = (code: string, ...points: (number | undefined)[]) => ({
  code,
  kind: 'labelled',
  options: points.map((one, at) => ({ code: `o${at}`, text: words, ...(one === undefined ? {} : { points: one }) })),
});

/** A form in mode `weights`, complete or not, unless told otherwise. */
export function form(sections: readonly Loose[], scoring: Loose = {}, rest: Loose = {}): Instrument {
  return Instrument.parse({
    schema: 'nujoom.instrument/1',
    code: 'visit',
    version: 1,
    filledBy: 'mysteryShopper',
    title: words,
    languages: ['ar', 'en'],
    scoring: { mode: 'weights', minCompleteness: 0, ...scoring },
    sections,
    ...rest,
  });
}

export const notApplicable: Given = { notApplicable: 'not_offered' };

/** A sheet from plain answers; `notApplicable` stands for itself. */
export function sheet(
  answers: Readonly<Record<string, AnswerValue | Given>>,
  repeats?: AnswerSheet['repeats'],
): AnswerSheet {
  const given = Object.entries(answers).map(([code, one]) => [code, one === notApplicable ? one : { value: one }]);
  return { answers: Object.fromEntries(given) as Answers, ...(repeats ? { repeats } : {}) };
}

/** Everything is asked but what is named. */
export function scored(instrument: Instrument, filled: AnswerSheet, notAsked: readonly string[] = []): InstrumentScore {
  const states = new Map(statesOf(compileInstrument(instrument), filled));
  for (const code of notAsked) states.set(`answers.${code}`, 'notAsked');
  return scoreOfStates(scoringPlanOf(instrument), filled, states);
}
