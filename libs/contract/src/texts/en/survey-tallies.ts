/** Counting of responses. */
export const surveyTallies = {
  'cli.campaign.recount': 'count the answers of a cycle anew and compare them with its tallies',
  'cli.campaign.rebuild': 'make the tallies of all cycles anew first',
  'cli.campaign.rebuilt': '{count, plural, one {# response was} other {# responses were}} counted into tallies anew.',
  'cli.campaign.recounted':
    '{count, plural, one {# response was} other {# responses were}} counted anew: the tallies are the same.',
  'cli.campaign.tallyDiffers':
    'Place {place} ({key}): {kept} responses in the tallies, {recounted} counted; the numbers differ.',
  'cli.campaign.contributionWrong': 'Response {id}: what is stored beside the answers does not follow from them.',
  'survey.anyService': 'All services together',
} as const;
