import type { AnswerValue } from '../answers.js';
import type { Item } from '../document/item.js';
import type { PointsRange } from '../document/rules.js';
import type { Option, Scale } from '../document/scale.js';
import { minutesOf } from '../check/values/moments.js';

/** How an item earns points. */
export interface Earning {
  /** The most it can earn, above 0. */
  readonly max: number;
  /** What an answer earns, 0 to max; null: not an answer to this item (checking refuses it). */
  readonly pointsOf: (value: AnswerValue) => number | null;
}

/**
 * How an item earns points, or null when it is not scored:
 * - yesNo: yes 1, no 0; reversed, the other way round
 * - scale: the option's points, or its position from the worst, 0 to K − 1; reversed: max + min − points
 * - choice: the option's points, none given: 0; no option with points: not scored
 * - choices: the sum of what is chosen; the most is what the best allowed choice earns
 * - number, timePair (in minutes): the first range that holds the value, none: 0; the most is the best range's
 * - matrix: the mean over the rows that were answered
 *
 * A score is points / max (domain note 4.3). With positions from 0 that is the 100 (k − 1)/(K − 1) of surveys (5.2).
 * Points that an author writes mean what they say: of 5 points, 1 is 20 % of them, not 0.
 */
export function earningOf(item: Item, scales: ReadonlyMap<string, Scale>): Earning | null {
  const earning = unboundedEarningOf(item, scales);
  return earning && earning.max > 0 ? earning : null;
}

function unboundedEarningOf(item: Item, scales: ReadonlyMap<string, Scale>): Earning | null {
  switch (item.type) {
    case 'yesNo':
      return ofOne(
        new Map([
          ['yes', item.reversed ? 0 : 1],
          ['no', item.reversed ? 1 : 0],
        ]),
      );
    case 'scale':
      return ofOne(scalePoints(scales.get(item.scale), item.reversed));
    case 'matrix':
      return ofRows(ofOne(scalePoints(scales.get(item.scale), item.reversed)));
    case 'choice':
      return ofOne(new Map(item.options.map(({ code, points }) => [code, points ?? 0])));
    case 'choices':
      return ofSeveral(item.options, item.max ?? item.options.length, new Set(item.exclusive));
    case 'number':
      return item.points ? ofRanges(item.points, (value) => (typeof value === 'number' ? value : null)) : null;
    case 'timePair':
      return item.points ? ofRanges(item.points, minutesFrom) : null;
    default:
      return null;
  }
}

function scalePoints(scale: Scale | undefined, reversed: boolean): ReadonlyMap<string, number> {
  const points = (scale?.options ?? []).map((option, position) => option.points ?? position);
  const mirror = reversed ? Math.max(...points) + Math.min(...points) : null;
  return new Map((scale?.options ?? []).map(({ code }, at) => [code, mirrored(points[at] ?? 0, mirror)]));
}

const mirrored = (points: number, mirror: number | null) => (mirror === null ? points : mirror - points);

function ofOne(points: ReadonlyMap<string, number>): Earning {
  return {
    max: Math.max(0, ...points.values()),
    pointsOf: (value) => (typeof value === 'string' ? (points.get(value) ?? null) : null),
  };
}

function ofRows({ max, pointsOf }: Earning): Earning {
  const meanOf = (rows: Readonly<Record<string, string>>) => {
    const earned = Object.values(rows).flatMap((code) => pointsOf(code) ?? []);
    return earned.length === 0 ? null : earned.reduce((sum, points) => sum + points, 0) / earned.length;
  };
  return { max, pointsOf: (value) => (typeof value === 'object' && 'rows' in value ? meanOf(value.rows) : null) };
}

function ofSeveral(options: readonly Option[], allowed: number, exclusive: ReadonlySet<string>): Earning {
  const points = new Map(options.map(({ code, points }) => [code, points ?? 0]));
  const together = options.filter(({ code }) => !exclusive.has(code)).map(({ points }) => points ?? 0);
  const best = together.sort((a, b) => b - a).slice(0, allowed);
  const alone = options.filter(({ code }) => exclusive.has(code)).map(({ points }) => points ?? 0);
  const max = Math.max(0, ...alone, sumOf(best));
  const earned = (codes: readonly string[]) => sumOf([...new Set(codes)].map((code) => points.get(code) ?? 0));
  return { max, pointsOf: (value) => (isList(value) ? Math.min(max, earned(value)) : null) };
}

function ofRanges(ranges: readonly PointsRange[], measure: (value: AnswerValue) => number | null): Earning {
  const holds = (at: number) => (range: PointsRange) =>
    (range.from === undefined || at >= range.from) && (range.to === undefined || at < range.to);
  return {
    max: Math.max(...ranges.map(({ points }) => points)),
    pointsOf: (value) => {
      const at = measure(value);
      return at === null ? null : (ranges.find(holds(at))?.points ?? 0);
    },
  };
}

/** Checking refuses stamps in the wrong order; they earn nothing. */
function minutesFrom(value: AnswerValue): number | null {
  const minutes = minutesOf(value);
  return minutes !== null && minutes >= 0 ? minutes : null;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const isList = (value: AnswerValue): value is readonly string[] => Array.isArray(value);
