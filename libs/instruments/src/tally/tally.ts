import type { Answers, AnswerSheet, AnswerValue, Given, ItemState } from '../answers.js';
import type { CompiledInstrument } from '../check/compiled.js';
import { statesOf } from '../check/states.js';
import { minutesOf } from '../check/values/moments.js';
import { score, type InstrumentScore } from '../score/index.js';
import type { CountedItem, SummedKey, TallyLayout } from './layout.js';

/** How many, how much and how much squared: all that a mean and its error need. Whole numbers of micro-units. */
export interface Sum {
  readonly n: bigint;
  readonly sum: bigint;
  readonly squares: bigint;
}

/** How many answered what: whole numbers only, so that the order of adding does not matter and nothing drifts. */
export interface SheetTally {
  /** Filled instruments. */
  readonly sheets: number;
  /** By the layout's places. */
  readonly counts: readonly number[];
  /** By the layout's `summed`. */
  readonly sums: readonly Sum[];
}

/** A tally of nothing. */
export function emptyTally(layout: TallyLayout): SheetTally {
  return {
    sheets: 0,
    counts: Array.from({ length: layout.counts }, () => 0),
    sums: layout.summed.map(() => ({ n: 0n, sum: 0n, squares: 0n })),
  };
}

/**
 * The tally of one filled instrument without faults. One that a critical answer voided is counted as filled, and nothing
 * of it else; one that is incomplete counts answer by answer and has no overall score and none of a dimension.
 */
export function tallyOfSheet(layout: TallyLayout, compiled: CompiledInstrument, sheet: AnswerSheet): SheetTally {
  const scored = score(compiled, sheet);
  const empty = emptyTally(layout);
  if (scored.outcome === 'voided') return { ...empty, sheets: 1 };
  const counts = [...empty.counts];
  const measured = new Map<string, number[]>();
  const states = statesOf(compiled, sheet);
  for (const item of layout.items) {
    for (const { given, path } of timesOf(item, compiled, sheet)) {
      for (const at of placesOf(item, given, states.get(path) ?? 'notAsked')) counts[at] = (counts[at] ?? 0) + 1;
      const value = measurement(given?.value);
      if (value !== null) measured.set(item.code, [...(measured.get(item.code) ?? []), value]);
    }
  }
  return { sheets: 1, counts, sums: layout.summed.map((key) => sumOf(valuesFor(key, scored, measured))) };
}

/** Two tallies of the same layout as one; `sign` −1 takes the second away. */
export function addTallies(a: SheetTally, b: SheetTally, sign: 1 | -1 = 1): SheetTally {
  const times = BigInt(sign);
  return {
    sheets: a.sheets + sign * b.sheets,
    counts: a.counts.map((count, at) => count + sign * (b.counts[at] ?? 0)),
    sums: a.sums.map(({ n, sum, squares }, at) => {
      const other = b.sums[at] ?? { n: 0n, sum: 0n, squares: 0n };
      return { n: n + times * other.n, sum: sum + times * other.sum, squares: squares + times * other.squares };
    }),
  };
}

/** The mean behind a sum with its standard error; null when nothing was summed. The error is null for a single value. */
export function meanOfSum({ n, sum, squares }: Sum): { value: number; n: number; error: number | null } | null {
  if (n === 0n) return null;
  const value = Number(sum) / Number(n) / micro;
  if (n === 1n) return { value, n: 1, error: null };
  // n Σx² − (Σx)² is taken in whole numbers: as a difference of decimals it would lose what it is to show.
  const spread = n * squares - sum * sum;
  const variance = Number(spread) / Number(n) / Number(n - 1n) / micro ** 2;
  return { value, n: Number(n), error: Math.sqrt(variance / Number(n)) };
}

/** Scores and measurements are summed in millionths. */
const micro = 1_000_000;

function sumOf(values: readonly number[]): Sum {
  let [sum, squares] = [0n, 0n];
  for (const value of values) {
    const whole = BigInt(Math.round(value * micro));
    sum += whole;
    squares += whole * whole;
  }
  return { n: BigInt(values.length), sum, squares };
}

function valuesFor(key: SummedKey, score: InstrumentScore, measured: ReadonlyMap<string, number[]>): readonly number[] {
  const at = key.indexOf(':');
  const [what, code] = at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
  if (what === 'measured') return measured.get(code) ?? [];
  const value =
    what === 'item' ? itemScore(score, code) : score.outcome === 'scored' ? scoreIn(score, what, code) : null;
  return value === null ? [] : [value];
}

function itemScore({ items }: InstrumentScore, code: string): number | null {
  const ratio = items.find((item) => item.code === code)?.ratio ?? null;
  return ratio === null ? null : 100 * ratio;
}

function scoreIn(score: InstrumentScore, what: string, code: string): number | null {
  if (what === 'overall') return score.score;
  return score.dimensions.find((dimension) => dimension.code === code)?.score ?? null;
}

interface Time {
  readonly given: Given | undefined;
  /** As `statesOf` names it. */
  readonly path: string;
}

/** What was given for an item, each time it was asked. */
function timesOf({ code }: CountedItem, { sections }: CompiledInstrument, { answers, repeats }: AnswerSheet): Time[] {
  const home = sections.find(({ items }) => items.some((item) => item.code === code));
  if (!home?.repeat) return [{ given: own(answers, code), path: `answers.${code}` }];
  const section = home.section.code;
  return (own(repeats ?? {}, section) ?? []).map((time: Answers, at) => ({
    given: own(time, code),
    path: `repeats.${section}[${at}].${code}`,
  }));
}

function measurement(value: AnswerValue | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && 'from' in value ? minutesOf(value) : null;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Which counts one answer raises. */
function placesOf({ options, first, row }: CountedItem, given: Given | undefined, state: ItemState): readonly number[] {
  const after = first + (options?.length ?? 1);
  if (state === 'notApplicable') return [after];
  if (state === 'missing') return [after + 1];
  if (state === 'notAsked') return [after + 2];
  if (options === null) return [first];
  return chosenIn(given?.value, row).flatMap((code) => (options.includes(code) ? [first + options.indexOf(code)] : []));
}

function chosenIn(value: AnswerValue | undefined, row: string | null): readonly string[] {
  if (row !== null) return typeof value === 'object' && 'rows' in value && value.rows[row] ? [value.rows[row]] : [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
