import { suppress, type CellCodes, type EarlierBasicCell } from '#statistics';
import { codesOf, employeeDimensions, keyOfCodes, type EmployeeCell, type EmployeeGroup } from './employee-cells.js';
import type { CampaignRules } from '../document/campaign.js';

/** How many of a group count in a base: who answered at all, who answered what a score is made of. */
export type CountIn = (group: EmployeeGroup) => number;

/** What another campaign published, over the base of a pattern. */
export interface EarlierCells {
  readonly campaign: Pick<CampaignRules, 'cuts'>;
  readonly groups: readonly EmployeeGroup[];
  readonly countIn: CountIn;
  readonly published: readonly CellCodes[];
}

/** What a pattern is laid over. */
export interface PatternBase {
  readonly campaign: Pick<CampaignRules, 'cuts'>;
  readonly groups: readonly EmployeeGroup[];
  /** The cells that may be published. */
  readonly cells: readonly EmployeeCell[];
  /** The fewest of a group that may be known. */
  readonly least: number;
}

/**
 * The cells, by key, that may be published over a base (see `suppress`), by themselves and with what each of other campaigns published.
 * Less of them may be published too: what follows from fewer cells follows from all.
 */
export function publishable(base: PatternBase, countIn: CountIn, others: readonly EarlierCells[]): ReadonlySet<string> {
  const dimensions = employeeDimensions(base.campaign);
  const [first = null, ...rest] = others;
  let shown = shownOf(base, countIn, dimensions, first);
  for (const other of rest) {
    const beside = shownOf(base, countIn, dimensions, other);
    shown = new Set([...shown].filter((key) => beside.has(key)));
  }
  return shown;
}

/**
 * With another campaign whose cuts were others only what both tell apart can be held against each other: where something of that has to
 * be withheld, the cuts that only one has are withheld all.
 */
function shownOf(
  base: PatternBase,
  countIn: CountIn,
  dimensions: readonly string[],
  other: EarlierCells | null,
): ReadonlySet<string> {
  const theirs = other && employeeDimensions(other.campaign);
  const both = theirs ? dimensions.filter((dimension) => theirs.includes(dimension)) : dimensions;
  const isWithin = (codes: CellCodes) => Object.keys(codes).every((dimension) => both.includes(dimension));
  const cells = base.cells.filter(({ codes }) => isWithin(codes));
  const basicOf = (campaign: PatternBase['campaign'], groups: readonly EmployeeGroup[], count: CountIn) =>
    groups.map((group): EarlierBasicCell => ({ codes: only(codesOf(group, campaign), both), count: count(group) }));
  const found = suppress({
    dimensions: both.map((name) => ({ name })),
    basic: basicOf(base.campaign, base.groups, countIn),
    least: base.least,
    cells: cells.map(({ codes }) => codes),
    ...(other && {
      earlier: {
        basic: basicOf(other.campaign, other.groups, other.countIn),
        published: other.published.filter(isWithin),
        answers: 'new' as const,
      },
    }),
  });
  const shown = found.cells.flatMap(({ codes, withheld }) => (withheld === null ? [keyOfCodes(codes)] : []));
  const isWhole = cells.length === base.cells.length;
  if (isWhole || !other) return new Set(shown);
  const alone = shownOf(base, countIn, dimensions, null);
  const isAsAlone = cells.every(({ key }) => !alone.has(key) || shown.includes(key));
  return isAsAlone ? alone : new Set(shown);
}

function only(codes: CellCodes, dimensions: readonly string[]): CellCodes {
  return Object.fromEntries(Object.entries(codes).filter(([dimension]) => dimensions.includes(dimension)));
}
