import { rake, type RakeFault, type RakeReport } from '#statistics';
import type { CampaignRules } from '../document/campaign.js';
import { codeIn, type CountedRow, type ResultDimension } from './counted-row.js';

/** What respondents weigh, and how well that met the known totals. */
export interface CampaignWeights {
  /** In the order of the cells; 1 each where nothing is weighted, or could not be. */
  readonly weights: readonly number[];
  /** Null: the campaign declares no weights, or they could not be made. */
  readonly report: RakeReport | null;
  /** Why they could not be made; results are unweighted then, and say so. */
  readonly faults: readonly RakeFault[];
}

/** Respondents that are alike in all that is weighted. */
export interface WeightedCell {
  /** In the order of the campaign's margins; '' for an answer that was not given, which cannot be weighted to a total. */
  readonly categories: readonly string[];
  readonly count: number;
}

/** The weights by which respondents match the totals that a campaign declares (see `rake`). */
export function campaignWeights(
  { weights }: Pick<CampaignRules, 'weights'>,
  cells: readonly WeightedCell[],
): CampaignWeights {
  const plain = cells.map(() => 1);
  if (!weights) return { weights: plain, report: null, faults: [] };
  const raked = rake({
    cells,
    margins: weights.margins.map(({ by, totals }) => ({
      dimension: dimensionOf(by),
      totals: Object.entries(totals).map(([category, total]) => ({ category, total })),
    })),
    caps: weights.cap,
  });
  if (raked.weights === null) return { weights: plain, report: null, faults: raked.faults };
  return { weights: raked.weights.map((weight) => weight ?? 0), report: raked.report, faults: [] };
}

/** The cells that rows of results are, one each. */
export function weightedCells(
  campaign: Pick<CampaignRules, 'cuts' | 'weights'>,
  rows: readonly CountedRow[],
): WeightedCell[] {
  const dimensions = campaign.weights?.margins.map(({ by }) => dimensionOf(by)) ?? [];
  return rows.map((row) => ({
    categories: dimensions.map((dimension) => codeIn(row, dimension, campaign) ?? ''),
    count: row.tally.sheets,
  }));
}

type Margin = NonNullable<CampaignRules['weights']>['margins'][number];

function dimensionOf(by: Margin['by']): ResultDimension {
  return typeof by === 'string' ? by : `cut:${by.cut}`;
}
