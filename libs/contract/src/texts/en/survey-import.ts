/** Responses that were collected elsewhere, and the demonstration's survey to try. */
export const surveyImport = {
  'problem.campaign.importTooFew':
    '{added, plural, one {One answer} other {# answers}} of employees would come in alone; at least {least} come in together, so that nobody is recognised. Nothing was imported.',
  'cli.campaign.import':
    'take in responses that were collected elsewhere, from a CSV or .xlsx file: a row each, a column an item',
  'cli.campaign.importMapping': 'a JSON file that says what the columns and answers of the file mean',
  'cli.campaign.imported':
    '{rows, plural, one {# row} other {# rows}} read into {campaign}: {added} added, {unchanged} there already.',
  'home.tryTitle': 'Try it',
  'home.tryLead':
    'A survey of the fictional government of Al Waha is open. What you answer is kept on this platform alone.',
  'home.tryLink': 'Answer the survey',
  'home.tryKiosk': 'Try the kiosk of a service centre',
  'home.tryEmbed': 'What another website writes to ask the same:',
} as const;
