import type { SummedKey, TallyLayout } from '#instruments';
import type { CellCodes } from '#statistics';
import type { CampaignRules } from '../document/campaign.js';

/** Employees who are alike in all that results tell apart: what was counted of them. */
export interface EmployeeGroup {
  /** Code of their agency. */
  readonly agency: string;
  /** Their answers to the campaign's cuts, in its order; '' for one that was not given. */
  readonly segment: readonly string[];
  readonly responses: number;
  /** n, Σx and Σx² of what the layout sums, in millionths, one after the other. */
  readonly sums: Float64Array;
  /** Of each family of scores (see `scoreFamilies`): how many have the score without all of its parts, or parts without the score. */
  readonly partly: readonly number[];
}

/** How many answered something, the sum of their scores and of the squares, in points from 0 to 100. */
export interface ReleasedSum {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** A group that results may tell apart: everybody, an agency, a cut, a cut within an agency. */
export interface EmployeeCell {
  readonly codes: CellCodes;
  /** Of the codes, whatever their order. */
  readonly key: string;
  readonly responses: number;
  readonly sums: Float64Array;
}

/** By what employees are told apart, outer before inner. */
export function employeeDimensions({ cuts }: Pick<CampaignRules, 'cuts'>): readonly string[] {
  return ['agency', ...cuts.map((cut) => `cut:${cut}`)];
}

/** The codes of a group; one that was not told is left out. */
export function codesOf(group: EmployeeGroup, { cuts }: Pick<CampaignRules, 'cuts'>): CellCodes {
  const told = cuts.map((cut, at) => [`cut:${cut}`, group.segment[at] ?? ''] as const);
  return Object.fromEntries([['agency', group.agency] as const, ...told].filter(([, code]) => code !== ''));
}

/** The same for equal codes. */
export function keyOfCodes(codes: CellCodes): string {
  return JSON.stringify(Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Every group that somebody belongs to: all, agencies, cuts, cuts within agencies; each added up, in this order and by their codes. */
export function employeeCells(
  campaign: Pick<CampaignRules, 'cuts'>,
  groups: readonly EmployeeGroup[],
): readonly EmployeeCell[] {
  const [agency = '', ...cuts] = employeeDimensions(campaign);
  const breakdowns = [[], [agency], ...cuts.map((cut) => [cut]), ...cuts.map((cut) => [agency, cut])];
  return breakdowns.flatMap((dimensions) => {
    const cells = new Map<string, EmployeeCell>();
    for (const group of groups) {
      const all = codesOf(group, campaign);
      if (group.responses === 0 || dimensions.some((dimension) => !(dimension in all))) continue;
      const codes = Object.fromEntries(dimensions.map((dimension) => [dimension, all[dimension] ?? '']));
      const key = keyOfCodes(codes);
      cells.set(key, plus(cells.get(key) ?? { codes, key, responses: 0, sums: new Float64Array() }, group));
    }
    return [...cells.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  });
}

function plus(cell: EmployeeCell, { responses, sums }: EmployeeGroup): EmployeeCell {
  const grown = cell.sums.length < sums.length ? new Float64Array(sums.length) : cell.sums;
  if (grown !== cell.sums) grown.set(cell.sums);
  sums.forEach((value, at) => (grown[at] = (grown[at] ?? 0) + value));
  return { ...cell, responses: cell.responses + responses, sums: grown };
}

/** Scores are summed in millionths. */
const micro = 1_000_000;

/** What was summed of a key. */
export function sumAt({ placeOf }: Pick<TallyLayout, 'placeOf'>, key: SummedKey, sums: Float64Array): ReleasedSum {
  const at = 3 * (placeOf.get(key) ?? sums.length);
  const [n = 0, sum = 0, squares = 0] = sums.subarray(at, at + 3);
  return { n, sum: sum / micro, squares: squares / micro ** 2 };
}
