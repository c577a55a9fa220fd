import type { SummedKey, TallyLayout } from '#instruments';
import { cellsOf, suppress, type CellCodes, type EarlierRelease, type SurveyRelease } from '#statistics';
import type { CampaignRules } from '../document/campaign.js';
import { codeIn, type CountedRow, type ResultDimension } from './counted-row.js';
import type { CampaignResults, GroupResult } from './customer-results.js';
import { answeredIn, scoredKeys, scoresOf, type ResultScore } from './result-scores.js';

type Rules = Pick<CampaignRules, 'cuts' | 'anonymity'>;

/** What the campaign of the cycle before published: rows and rules, from which it follows again. */
export interface EarlierCampaign {
  readonly campaign: Rules;
  readonly layout: TallyLayout;
  readonly rows: readonly CountedRow[];
}

/** Answers alike in a group this small are not shown: everybody's would be known. Source: domain note 6.10. */
const fewestAlike = 30;

/**
 * The results of employees: only groups of at least `anonymity.least`, and only so many that no smaller group can be computed from
 * them, nor together with those of the campaign before. The groups are all, agencies, declared cuts, and cuts within agencies.
 * Each score is guarded by those who answered it: a group may be shown with some of its scores withheld.
 */
export function employeeResults(
  campaign: Rules,
  layout: TallyLayout,
  rows: readonly CountedRow[],
  earlier: EarlierCampaign | null,
): CampaignResults {
  const dimensions = dimensionsOf(campaign);
  const shownOf = (base: Base) => published(campaign, dimensions, rows, base, earlier && releasedOf(earlier, base));
  const everybody = shownOf('responses');
  const scored = new Map(scoredKeys(layout).map((key) => [key, new Set(shownOf({ layout, key }).map(keyOf))]));
  const isShown = new Set(everybody.map(keyOf));
  const groups = allCells(campaign, dimensions, rows).map((codes): GroupResult => {
    const own = rows.filter((row) =>
      dimensions.every((one) => !(one in codes) || codeIn(row, one, campaign) === codes[one]),
    );
    if (!isShown.has(keyOf(codes))) return { codes, n: null, withheld: 'protected', scores: [] };
    const n = own.reduce((all, { tally }) => all + tally.sheets, 0);
    const scores = scoresOf(layout, own.map((row) => ({ ...row, weight: 1 }))); // prettier-ignore
    return { codes, n, withheld: null, scores: scores.map((score) => guarded(score, scored, codes)) };
  });
  return { groups, weighting: null };
}

/** A score that may not be known is not there; nor one of few who all answered alike. */
function guarded(
  score: ResultScore,
  scored: ReadonlyMap<SummedKey, ReadonlySet<string>>,
  codes: CellCodes,
): ResultScore {
  const { key, estimate } = score;
  const isAlike = estimate !== null && estimate.n < fewestAlike && estimate.interval === null;
  return isAlike || !scored.get(key)?.has(keyOf(codes)) ? { key, estimate: null } : score;
}

/** Over whom: all who answered, or those who answered what one score is made of. */
type Base = 'responses' | { readonly layout: TallyLayout; readonly key: SummedKey };

function dimensionsOf({ cuts }: Rules): readonly ResultDimension[] {
  return ['agency', ...cuts.map((cut): ResultDimension => `cut:${cut}`)];
}

function allCells(
  campaign: Rules,
  dimensions: readonly ResultDimension[],
  rows: readonly CountedRow[],
): readonly CellCodes[] {
  const [agency = 'agency', ...cuts] = dimensions;
  const breakdowns = [[], [agency], ...cuts.map((cut) => [cut]), ...cuts.map((cut) => [agency, cut])];
  return cellsOf(named(dimensions), basicOf(campaign, dimensions, rows, 'responses'), breakdowns);
}

function published(
  campaign: Rules,
  dimensions: readonly ResultDimension[],
  rows: readonly CountedRow[],
  base: Base,
  earlier: EarlierRelease | null,
): readonly CellCodes[] {
  const release: SurveyRelease = {
    dimensions: named(dimensions),
    basic: basicOf(campaign, dimensions, rows, base),
    least: campaign.anonymity.least,
    ...(earlier && { earlier }),
  };
  const { cells } = suppress({ ...release, cells: allCells(campaign, dimensions, rows) });
  return cells.filter(({ withheld }) => withheld === null).map(({ codes }) => codes);
}

/** The release of the campaign before, with the same dimensions; a score it did not have was not published then. */
function releasedOf({ campaign, layout, rows }: EarlierCampaign, base: Base): EarlierRelease | null {
  const own: Base = base === 'responses' ? base : { layout, key: base.key };
  if (own !== 'responses' && !layout.placeOf.has(own.key)) return null;
  const dimensions = dimensionsOf(campaign);
  const basic = basicOf(campaign, dimensions, rows, own);
  return { basic, published: published(campaign, dimensions, rows, own, null), answers: 'new' };
}

function named(dimensions: readonly ResultDimension[]): { readonly name: string }[] {
  return dimensions.map((name) => ({ name }));
}

function basicOf(campaign: Rules, dimensions: readonly ResultDimension[], rows: readonly CountedRow[], base: Base) {
  return rows.map((row) => {
    const coded = dimensions.map((dimension) => [dimension, codeIn(row, dimension, campaign)] as const);
    const codes = Object.fromEntries(coded.filter((one): one is [ResultDimension, string] => one[1] !== null));
    const count = base === 'responses' ? row.tally.sheets : answeredIn(base.layout, base.key, row);
    return { codes, count };
  });
}

function keyOf(codes: CellCodes): string {
  return JSON.stringify(Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1)));
}
