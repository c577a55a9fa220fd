/** Surveys: what is erased when, and who imported. */
export const surveyRetention = {
  'cli.campaign.importedBy': '{file}: {added} of {rows} rows added by {by} at {at}',
  'cli.campaign.contactsDue': 'Addresses and references of invitations are erased on {day}.',
  'cli.campaign.wordsDue': 'What people wrote is erased on {day}.',
  'cli.campaign.wordsErased':
    'What people wrote was erased on {day}: {count, plural, one {# response} other {# responses}}.',
  'cli.campaign.erasedOnRequest': 'Erased on request: {count, plural, one {# response} other {# responses}}.',
  'cli.campaign.erase': 'erase what somebody wrote in one response, because he asks for it; it counts on',
  'cli.campaign.eraseResponse': 'the id of the response',
  'cli.campaign.eraseReason': 'why, without names: it stays on record',
  'cli.campaign.erased': 'What was written in the response {id} is erased.',
  'cli.campaign.nothingToErase': 'There is nothing in the response {id} that tells who somebody is.',
  'statement.longWords':
    '{count, plural, one {What you write in your own words is erased # day after the survey has ended.} other {What you write in your own words is erased # days after the survey has ended.}} Copies made for safety are overwritten later.',
} as const;
