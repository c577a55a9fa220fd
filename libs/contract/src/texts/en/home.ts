/** The published page. */
export const home = {
  'home.title': 'Published scorecards',
  'home.lead':
    'Every agency compared with its own previous cycle. Each figure comes with its interval, or says why it has none.',
  'home.cycles': 'Cycles',
  'home.notPublished': 'not published; only the office sees it',
  'home.none': 'Nothing is published yet',
  'home.noneLead': 'When the excellence office publishes a cycle, its scorecards stand here.',
  'home.noneOffice':
    'Import results with `nujoom import results`, then publish their cycle with `nujoom cycle publish`.',
  'home.median': '{measure}: median of {count, plural, one {# agency} other {# agencies}}',
  'home.was': '{change} in the mean since {previous}',
  'home.programme': 'Programme report',
  'home.agencies': 'Agencies',
  'home.find': 'Find an agency',
  'home.findButton': 'Find',
  'home.found': '{count, plural, one {# agency} other {# agencies}}',
  'home.notFound': 'No agency’s name or code holds “{query}”.',
  'home.showAll': 'Show all agencies',
  'home.agency': 'Agency',
  'home.headline': 'Headline figure',
  'home.change': 'Change on {previous}',
  'home.position': 'Position',
  'home.scorecard': 'Scorecard (PDF)',
  'home.pdf': '{language}, {agency}',
  'home.pdfArabic': 'Arabic',
  'home.pdfEnglish': 'English',
};
