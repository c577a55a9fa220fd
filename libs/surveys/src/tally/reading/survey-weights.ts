import type { CampaignRules } from '#campaigns';
import { rake, type RakeFault, type RakeReport } from '#statistics';
import type { SurveyGroup } from './survey-groups.js';
import type { SurveyRow } from './survey-rows.js';

/** What groups weigh, one by one, and how the weights came about. */
export interface SurveyWeights {
  /** By group; 1 where the campaign has no weights, or they can not be made. */
  readonly weights: readonly number[];
  /** Null: the campaign has no weights, or `faults` stand in their way. */
  readonly report: RakeReport | null;
  readonly faults: readonly RakeFault[];
}

type Margins = NonNullable<CampaignRules['weights']>['margins'];

/** In which category of each margin of a campaign a row is; of a campaign without weights there are none. */
export function categoriesIn(rules: Pick<CampaignRules, 'weights' | 'cuts'>): (row: SurveyRow) => readonly string[] {
  const margins: Margins = rules.weights?.margins ?? [];
  return (row) =>
    margins.map(({ by }) => (typeof by === 'string' ? row[by] : (row.segment[rules.cuts.indexOf(by.cut)] ?? '')));
}

/**
 * Weights by which the counted responses match the totals that a campaign declares, raked.
 * @param categoriesOf of a group, in the order of the margins
 */
export function surveyWeights(
  rules: Pick<CampaignRules, 'weights'>,
  groups: readonly SurveyGroup[],
  categoriesOf: (group: SurveyGroup) => readonly string[] = (group) => group.by,
): SurveyWeights {
  const plain = { weights: groups.map(() => 1), report: null, faults: [] };
  if (!rules.weights) return plain;
  const raked = rake({
    cells: groups.map((group) => ({ categories: categoriesOf(group), count: group.standings[0] })),
    margins: rules.weights.margins.map(({ by, totals }) => ({
      dimension: typeof by === 'string' ? by : by.cut,
      totals: Object.entries(totals).map(([category, total]) => ({ category, total })),
    })),
    caps: rules.weights.cap,
  });
  if (raked.weights === null) return { ...plain, faults: raked.faults };
  return { weights: raked.weights.map((weight) => weight ?? 1), report: raked.report, faults: [] };
}
