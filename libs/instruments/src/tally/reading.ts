import type { Answers, AnswerSheet, AnswerValue, Given, ItemState } from '../answers.js';
import type { CompiledInstrument } from '../check/compiled.js';
import { statesOf } from '../check/states.js';
import { minutesOf } from '../check/values/moments.js';
import { scoringPlanOf } from '../score/plan.js';
import type { InstrumentScore } from '../score/result.js';
import { scoreOfStates } from '../score/score-of-states.js';
import type { CountedItem, TallyLayout } from './layout.js';

/** What one filled instrument says to a tally. */
export interface SheetReading {
  /** The places of `counts` that it raises by one, each as often as it does, in no order. */
  readonly raised: readonly number[];
  /** What it adds to each sum, by the layout's `summed`, in its own units: one value at most, but for measurements in a section that repeats. */
  readonly values: readonly (readonly number[])[];
}

/** Reads one filled instrument without faults; null: a critical answer voided it, and nothing of it is counted. */
export function readingOf(layout: TallyLayout, compiled: CompiledInstrument, sheet: AnswerSheet): SheetReading | null {
  const states = statesOf(compiled, sheet);
  const scored = scoreOfStates(scoringPlanOf(compiled.instrument), sheet, states);
  if (scored.outcome === 'voided') return null;
  const raised: number[] = [];
  const measured = Array.from({ length: layout.measured }, (): number[] => []);
  for (const item of layout.items) {
    const times = item.repeats === null ? 1 : timesOf(item.repeats, sheet).length;
    for (let time = 0; time < times; time += 1) {
      const given = givenAt(item, sheet, time);
      raise(raised, item, given?.value, states.get(pathOf(item, time)) ?? 'notAsked');
      const value = item.measured === null ? null : measurement(given?.value);
      if (value !== null) measured[item.measured ?? 0]?.push(value);
    }
  }
  const isEnough = scored.completeness >= compiled.instrument.scoring.minCompleteness;
  return { raised, values: [...scoresOf(scored, isEnough), ...measured] };
}

const none: readonly number[] = [];

/**
 * The overall score, those of dimensions, and those of items: scores and layout follow the same instrument. One that is not complete
 * enough has only the last. A dimension that has enough answers of its own counts also where the overall score is made of others.
 */
function scoresOf({ score, dimensions, items }: InstrumentScore, isEnough: boolean): (readonly number[])[] {
  const one = (value: number | null) => (value === null ? none : [value]);
  return [
    one(score),
    ...dimensions.map((dimension) => (isEnough ? one(dimension.score) : none)),
    ...items.map(({ ratio }) => one(ratio === null ? null : 100 * ratio)),
  ];
}

function givenAt({ code, repeats }: CountedItem, sheet: AnswerSheet, time: number): Given | undefined {
  const answers = repeats === null ? sheet.answers : timesOf(repeats, sheet)[time];
  return answers && own(answers, code);
}

function timesOf(section: string, { repeats }: AnswerSheet): readonly Answers[] {
  return (repeats && own(repeats, section)) ?? [];
}

/** As `statesOf` names it. */
function pathOf({ code, repeats, path }: CountedItem, time: number): string {
  return repeats === null ? path : `repeats.${repeats}[${time}].${code}`;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Notes which counts one answer raises. */
function raise(
  raised: number[],
  { places, first, states, row }: CountedItem,
  value: AnswerValue | undefined,
  state: ItemState,
): void {
  if (state === 'notApplicable') raised.push(states);
  else if (state === 'missing') raised.push(states + 1);
  else if (state === 'notAsked') raised.push(states + 2);
  else if (places === null) raised.push(first);
  else for (const code of chosenIn(value, row)) if (places.has(code)) raised.push(places.get(code) ?? first);
}

function chosenIn(value: AnswerValue | undefined, row: string | null): readonly string[] {
  if (row !== null) return typeof value === 'object' && 'rows' in value && value.rows[row] ? [value.rows[row]] : [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function measurement(value: AnswerValue | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && 'from' in value ? minutesOf(value) : null;
}
