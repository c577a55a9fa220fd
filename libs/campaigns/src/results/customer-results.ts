import type { Instrument, TallyLayout } from '#instruments';
import type { CampaignRules } from '../document/campaign.js';
import { answeredItems, type AnsweredItem } from './answered-items.js';
import { codeIn, type CountedRow, type ResultDimension } from './counted-row.js';
import { scoresOf, type ResultScore, type WeighedRow } from './result-scores.js';
import { campaignWeights, weightedCells, type CampaignWeights } from './campaign-weights.js';

/** The results of one group of respondents. */
export interface GroupResult {
  /** What makes the group; empty: all. */
  readonly codes: Readonly<Partial<Record<ResultDimension, string>>>;
  /** Respondents; null: withheld. */
  readonly n: number | null;
  /** Why nothing is shown: fewer than the campaign's minimum, or (of employees) than may be known. */
  readonly withheld: 'belowMinimum' | 'protected' | null;
  /** Empty when withheld. */
  readonly scores: readonly ResultScore[];
  /** How its items were answered; empty when withheld, of single centres, and of employees. */
  readonly items: readonly AnsweredItem[];
}

/** What a campaign came to. */
export interface CampaignResults {
  readonly groups: readonly GroupResult[];
  /** How the respondents were weighted; null: they were not. */
  readonly weighting: Omit<CampaignWeights, 'weights'> | null;
}

/** By what customers' results are told apart. */
export function customerBreakdowns({ cuts }: Pick<CampaignRules, 'cuts'>): readonly (readonly ResultDimension[])[] {
  const ofCuts = cuts.map((cut): ResultDimension => `cut:${cut}`);
  return [
    [],
    ['agency'],
    ['agency', 'centre'],
    ['agency', 'service'],
    ['channel'],
    ['outcome'],
    ['agency', 'outcome'],
    ...ofCuts.map((cut) => [cut]),
    ...ofCuts.map((cut): ResultDimension[] => ['agency', cut]),
  ];
}

/**
 * The results of a customers' campaign: of everybody, of each agency, centre, service, channel, outcome and declared cut. Means,
 * shares, top two and net promoters with 95 % intervals, from weighted data where the campaign declares totals; a group below the
 * minimum is named and withheld, and so is a score or an item.
 */
export function customerResults(
  campaign: Pick<CampaignRules, 'cuts' | 'weights' | 'minimum'>,
  asked: { readonly instrument: Instrument; readonly layout: TallyLayout },
  rows: readonly CountedRow[],
): CampaignResults {
  const { weights, report, faults } = campaignWeights(campaign, weightedCells(campaign, rows));
  const weighed = rows.map((row, at): WeighedRow => ({ ...row, weight: weights[at] ?? 0 }));
  const groups = customerBreakdowns(campaign).flatMap((dimensions) =>
    grouped(campaign, dimensions, weighed).map(({ codes, rows }): GroupResult => {
      const n = rows.reduce((all, { tally }) => all + tally.sheets, 0);
      const { minimum } = campaign;
      if (n < minimum) return { codes, n, withheld: 'belowMinimum', scores: [], items: [] };
      // A nation has tens of thousands of centres: their items would be many times all else, in time and in size.
      const items = dimensions.includes('centre') ? [] : answeredItems(asked, minimum, rows);
      return { codes, n, withheld: null, scores: scoresOf(asked.layout, minimum, rows), items };
    }),
  );
  return { groups, weighting: campaign.weights ? { report, faults } : null };
}

/** Rows by their codes in some dimensions, ordered by them; those without one are in no group. */
export function grouped<Row extends CountedRow>(
  campaign: Pick<CampaignRules, 'cuts'>,
  dimensions: readonly ResultDimension[],
  rows: readonly Row[],
): readonly { readonly codes: GroupResult['codes']; readonly rows: readonly Row[] }[] {
  const groups = new Map<string, { codes: GroupResult['codes']; rows: Row[] }>();
  for (const row of rows) {
    const codes = dimensions.map((dimension) => codeIn(row, dimension, campaign));
    if (codes.includes(null)) continue;
    const key = JSON.stringify(codes);
    const group = groups.get(key) ?? {
      codes: Object.fromEntries(dimensions.map((dimension, at) => [dimension, codes[at] ?? ''])),
      rows: [] as Row[],
    };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
