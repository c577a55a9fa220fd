/** What several observers said of one unit, in any order; null: this one said nothing. */
export type Observed<Value> = readonly (Value | null)[];

/**
 * How far two values lie apart, squared:
 * - nominal: 0 when alike, else 1
 * - ordinal: how many pairable values lie between them, half of the values at both ends counted
 * - interval: (a − b)²
 * - ratio: ((a − b) / (a + b))²; values of 0 and more
 */
export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** What alpha is made of. Both are mean squared distances in the units of the metric. */
export interface Disagreement {
  /** Between values given to the same unit. */
  readonly observed: number;
  /** Between all pairable values, whatever they were given to: what chance would make of them. */
  readonly expected: number;
  /** How many values were given to units that have at least two. */
  readonly pairable: number;
}

/**
 * Krippendorff's alpha, 1 − observed / expected disagreement: 1 is agreement without exception, 0 is chance, below 0 is worse
 * than chance. Any number of observers, any of them silent about any unit.
 *
 * Null when nothing is pairable (no unit has two values) or nothing varies: observers who only ever said one thing have not
 * shown that they can tell two apart.
 *
 * Source: Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011; domain note 6.8.
 * @throws RangeError when a metric other than nominal meets a value that is not a finite number, or ratio one below 0
 */
export function krippendorffAlpha(units: readonly Observed<string | number>[], metric: 'nominal'): number | null;
export function krippendorffAlpha(units: readonly Observed<number>[], metric: Metric): number | null;
export function krippendorffAlpha(units: readonly Observed<string | number>[], metric: Metric): number | null {
  const disagreement = disagreementIn(units as readonly Observed<number>[], metric);
  if (!disagreement || disagreement.expected === 0) return null;
  return 1 - disagreement.observed / disagreement.expected;
}

/** How often each value was given among those that are pairable, numbers from the lowest to the highest. */
export function pairableTotals<Value extends string | number>(
  units: readonly Observed<Value>[],
): ReadonlyMap<Value, number> {
  const totals = new Map<Value, number>();
  for (const value of pairableIn(units).flat()) totals.set(value, (totals.get(value) ?? 0) + 1);
  return new Map([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The two halves of alpha, so that several can be pooled; null when nothing is pairable. Takes time with the square of the
 * number of different values.
 */
export function disagreementIn(units: readonly Observed<string | number>[], metric: 'nominal'): Disagreement | null;
export function disagreementIn(units: readonly Observed<number>[], metric: Metric): Disagreement | null;
export function disagreementIn(units: readonly Observed<string | number>[], metric: Metric): Disagreement | null {
  if (metric !== 'nominal') requireNumbers(units, metric);
  const totals = pairableTotals(units);
  const pairable = sumOf([...totals.values()]);
  if (pairable === 0) return null;
  const distance = distanceIn(metric, totals);
  let observed = 0;
  for (const values of pairableIn(units)) observed += betweenAll(values, distance) / (values.length - 1);
  let expected = 0;
  const counted = [...totals];
  for (const [at, [a, timesA]] of counted.entries()) {
    for (const [b, timesB] of counted.slice(at + 1)) expected += 2 * timesA * timesB * distance(a, b);
  }
  return { observed: observed / pairable, expected: expected / pairable / (pairable - 1), pairable };
}

type Distance = (a: string | number, b: string | number) => number;

function pairableIn<Value>(units: readonly Observed<Value>[]): readonly (readonly Value[])[] {
  return units
    .map((unit) => unit.filter((value): value is Value & {} => value !== null))
    .filter(({ length }) => length > 1);
}

/** Over all ordered pairs of the values of one unit. */
function betweenAll(values: readonly (string | number)[], distance: Distance): number {
  let sum = 0;
  for (const [at, a] of values.entries()) for (const b of values.slice(at + 1)) sum += 2 * distance(a, b);
  return sum;
}

function distanceIn(metric: Metric, totals: ReadonlyMap<string | number, number>): Distance {
  switch (metric) {
    case 'nominal':
      return (a, b) => (a === b ? 0 : 1);
    case 'ordinal':
      return between(placesOf(totals));
    case 'interval':
      return (a, b) => (Number(a) - Number(b)) ** 2;
    case 'ratio':
      return (a, b) => (a === b ? 0 : ((Number(a) - Number(b)) / (Number(a) + Number(b))) ** 2);
  }
}

/** The middle of the places each value takes when all pairable values stand in order: their difference is the ordinal distance. */
function placesOf(totals: ReadonlyMap<string | number, number>): ReadonlyMap<string | number, number> {
  let before = 0;
  return new Map(
    [...totals].map(([value, times]) => {
      before += times;
      return [value, before - times / 2];
    }),
  );
}

const between =
  (places: ReadonlyMap<string | number, number>): Distance =>
  (a, b) =>
    ((places.get(a) ?? 0) - (places.get(b) ?? 0)) ** 2;

function requireNumbers(units: readonly Observed<string | number>[], metric: Metric): void {
  for (const value of units.flat()) {
    const fits = value === null || (Number.isFinite(value) && (metric !== 'ratio' || Number(value) >= 0));
    if (!fits) throw new RangeError(`Not a value of a ${metric} scale: ${value}`);
  }
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
