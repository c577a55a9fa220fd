import { columnsOf, columnsOfBoth } from './columns.js';
import { alsoWithheld } from './forced.js';
import { Guard } from './guard.js';
import { ancestryIn, depthOf, keyOf } from './membership.js';
import type { CellCodes, SurveyRelease } from './model.js';
import type { Row } from './rows.js';

/** No campaign may publish groups of fewer respondents than this. */
export const fewestOfAnyGroup = 10;

/**
 * Why a group is not shown. For the office alone: readers get the same mark for every reason, or they learn that a count is small.
 * - tooFew: fewer respondents than `least`
 * - protectsOthers: with it, readers could compute a smaller group, or it could not be shown that they can not
 * - changedSinceEarlier: the same, but only together with what the earlier release published
 */
export type Withheld = 'tooFew' | 'protectsOthers' | 'changedSinceEarlier';

/** One cell of a release. */
export interface CellVerdict {
  readonly codes: CellCodes;
  /** Respondents. Not to be shown of a withheld cell. */
  readonly count: number;
  /** Null: published. */
  readonly withheld: Withheld | null;
}

/** What to publish of a release. */
export interface Suppression {
  /** In the order of the cells asked about. */
  readonly cells: readonly CellVerdict[];
  /** How many were withheld because the search for a small group was given up; see `searchLimit`. */
  readonly unproved: number;
}

/**
 * Which cells of a release may be published so that nobody can compute the figures of fewer than `least` respondents.
 *
 * Counts and sums of answers are sums over basic cells, so everything readers can compute exactly is a sum of multiples of published
 * cells: of parents, children, margins and crossings, and of the earlier release. Cells are published one by one, a cell before those
 * inside it, larger before smaller, those that were withheld earlier last among their like; each only if no group of basic cells with
 * fewer than `least` people (and more than none) becomes computable. So every result is safe by construction; the smallest safe
 * sibling goes second; and the pattern of the earlier release comes back where it can.
 *
 * Guarded: every group of fewer than `least` respondents that can be put together from basic cells, cell of the release or not
 * (a published cell minus one inside it), and of an earlier release the people who came, left or stayed. Exact, whatever the tables.
 * Also counts that lines of the table narrow to one value (`feasibleCounts`).
 * Not guarded: approximate disclosure (a narrow range of a count, or of a mean whose scale ends near); sums in which small groups
 * stand against each other (one minus the other); what members of a group know of themselves; releases before the earlier one;
 * groups finer than the basic cells. Empty cells are taken to be known as empty and are published.
 *
 * Cells of 40 agencies with six departments, two genders and five ages, 2,000 to 5,000 of them, take one to two seconds of a
 * processor; with an earlier release two to twenty. So it is work for the worker. Where small groups are so entangled that the search
 * is given up, the cell is withheld.
 *
 * Sources: Handbook on Statistical Disclosure Control, 4 (primary and secondary suppression); domain note 6.10; proof note B5.
 * @param release `least` of 10 or more; `cells` as of `cellsOf`
 * @throws RangeError when least is below 10 or no whole number, a count is none, or a dimension is not declared
 */
export function suppress(release: SurveyRelease & { readonly cells: readonly CellCodes[] }): Suppression {
  const { least, cells } = release;
  if (!Number.isSafeInteger(least) || least < fewestOfAnyGroup) throw new RangeError(`Too few for a group: ${least}`);
  const view = columnsOf(release, cells);
  const counts = view.cells.map((row) => peopleIn(row, view.columns));
  const guards = guardsOf(release);
  const reasons = cells.map((): Withheld | null => null);
  let unproved = 0;
  for (const place of orderOf(release, counts)) {
    const count = counts[place] ?? 0;
    if (count === 0) continue;
    const refused = count < least ? { reason: 'tooFew' as const, unproved: false } : refusalOf(guards, place);
    reasons[place] = refused?.reason ?? null;
    if (refused?.unproved) unproved++;
  }
  const verdicts = cells.map((codes, place) => ({
    codes,
    count: counts[place] ?? 0,
    withheld: reasons[place] ?? null,
  }));
  return { cells: withoutForced(release, verdicts), unproved };
}

interface Watch {
  readonly guard: Guard;
  readonly cells: readonly Row[];
  readonly reason: Withheld;
}

/** The release by itself, then together with the earlier one. */
function guardsOf(release: SurveyRelease & { readonly cells: readonly CellCodes[] }): readonly Watch[] {
  const now = columnsOf(release, release.cells);
  const alone = { guard: new Guard(now, release.least, true), cells: now.cells, reason: 'protectsOthers' as const };
  if (!release.earlier) return [alone];
  const both = columnsOfBoth(release, release.cells);
  const guard = new Guard(both, release.least, release.earlier.answers === 'kept');
  return [alone, { guard, cells: both.cells, reason: 'changedSinceEarlier' }];
}

/** Publishes the cell unless a guard objects. */
function refusalOf(watches: readonly Watch[], place: number): { reason: Withheld; unproved: boolean } | null {
  const done: (() => void)[] = [];
  for (const { guard, cells, reason } of watches) {
    const { given, addition } = guard.publish(cells[place] ?? new Map<number, number>());
    done.push(() => guard.takeBack(addition));
    if (given === null) continue;
    for (const undo of done) undo();
    return { reason, unproved: given === 'unproved' };
  }
  return null;
}

/** Places of the cells: outer before inner, then what was shown earlier (or never asked), then the larger, then by codes. */
function orderOf(
  { dimensions, cells, earlier }: SurveyRelease & { readonly cells: readonly CellCodes[] },
  counts: readonly number[],
): readonly number[] {
  const ancestry = ancestryIn(dimensions);
  const shown = new Set(earlier?.published.map(keyOf));
  const ranked = cells.map((codes, place) => ({
    place,
    key: keyOf(codes),
    depth: depthOf(codes, ancestry),
    hidden: earlier && !shown.has(keyOf(codes)) ? 1 : 0,
    count: counts[place] ?? 0,
  }));
  ranked.sort((a, b) => a.depth - b.depth || a.hidden - b.hidden || b.count - a.count || (a.key < b.key ? -1 : 1));
  return ranked.map(({ place }) => place);
}

function withoutForced(release: SurveyRelease, verdicts: readonly CellVerdict[]): readonly CellVerdict[] {
  const hidden = new Set(verdicts.filter(({ withheld }) => withheld).map(({ codes }) => keyOf(codes)));
  const more = alsoWithheld(release.dimensions, verdicts, hidden, release.least);
  return verdicts.map((verdict) =>
    more.has(keyOf(verdict.codes)) ? { ...verdict, withheld: 'protectsOthers' } : verdict,
  );
}

const peopleIn = (row: Row, columns: readonly { readonly count: number }[]): number =>
  [...row.keys()].reduce((people, column) => people + (columns[column]?.count ?? 0), 0);
