import { campaignWeights, type CampaignRules, type CampaignWeights } from '#campaigns';
import type { SurveyGroup } from './survey-groups.js';
import type { SurveyRow } from './survey-rows.js';

/** In which category of each margin of a campaign's weights a row is, '' where it is in none; without weights there are no margins. */
export function categoriesIn(rules: Pick<CampaignRules, 'weights' | 'cuts'>): (row: SurveyRow) => readonly string[] {
  const margins = rules.weights?.margins ?? [];
  return (row) =>
    margins.map(({ by }) => (typeof by === 'string' ? row[by] : (row.segment[rules.cuts.indexOf(by.cut)] ?? '')));
}

/** The weights by which the counted responses of groups by those categories match the totals that a campaign declares. */
export function surveyWeights(rules: Pick<CampaignRules, 'weights'>, groups: readonly SurveyGroup[]): CampaignWeights {
  return campaignWeights(
    rules,
    groups.map(({ by, standings: [count] }) => ({ categories: by, count })),
  );
}
