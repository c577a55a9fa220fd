import { rake, type RakeFault, type RakeReport } from '#statistics';
import type { CampaignRules } from '../document/campaign.js';
import { codeIn, type CountedRow, type ResultDimension } from './counted-row.js';

/** What each row's respondents weigh, and how well that met the known totals. */
export interface RowWeights {
  /** In the order of the rows; 1 each where nothing is weighted, or could not be. */
  readonly weights: readonly number[];
  /** Null: the campaign declares no weights, or they could not be made. */
  readonly report: RakeReport | null;
  /** Why they could not be made; results are unweighted then, and say so. */
  readonly faults: readonly RakeFault[];
}

/** Stands for rows without a code in a dimension: an answer that was not given cannot be weighted to a total. */
const noCode = '';

/** The weights of a campaign by its declared totals (see `rake`). */
export function rowWeights(campaign: Pick<CampaignRules, 'cuts' | 'weights'>, rows: readonly CountedRow[]): RowWeights {
  const plain = rows.map(() => 1);
  if (!campaign.weights) return { weights: plain, report: null, faults: [] };
  const { margins, cap } = campaign.weights;
  const dimensions = margins.map(({ by }): ResultDimension => (typeof by === 'string' ? by : `cut:${by.cut}`));
  const raked = rake({
    cells: rows.map((row) => ({
      categories: dimensions.map((dimension) => codeIn(row, dimension, campaign) ?? noCode),
      count: row.tally.sheets,
    })),
    margins: margins.map(({ totals }, at) => ({
      dimension: dimensions[at] ?? '',
      totals: Object.entries(totals).map(([category, total]) => ({ category, total })),
    })),
    caps: cap,
  });
  if (raked.weights === null) return { weights: plain, report: null, faults: raked.faults };
  return { weights: raked.weights.map((weight) => weight ?? 0), report: raked.report, faults: [] };
}
