import { definitionCodes, studyCodes } from './evidence.js';
import {
  agency,
  interval,
  list,
  name,
  number,
  object,
  oneOf,
  orNull,
  spread,
  text,
  verdicts,
  whole,
} from './schema-parts.js';
import { agencyStars, programmeStars } from './star-schema.js';

const study = oneOf(studyCodes, 'The study.');
const measureCode = text('The code of a measure; it never changes across cycles.');
const service = object('A service.', { code: text('Its code within the agency.'), name });
const cycle = object('A cycle.', {
  key: text('2024, 2024-25, 2024-Q1 or 2024-03.'),
  startsOn: text('First day, ISO.'),
  endsOn: text('Last day, ISO.'),
});
const definition = oneOf(definitionCodes, 'How the value came about.');

const figure = object('A number with all that it needs to be shown.', {
  value: orNull(number('Unrounded, 0 to 100 for scores; null when nothing applied or too few answered, never 0.')),
  n: orNull(whole('How many answered; null where the source does not say, or it may not be known.')),
  interval: orNull(interval),
  whyNoInterval: orNull(
    oneOf(['noData', 'sourceGivesNoCounts', 'noSpread', 'tooFew', 'protected'], 'Why there is no interval.'),
  ),
  definition,
  sources: list(
    object('Where it came from.', {
      kind: oneOf(
        ['studyResult', 'tally', 'survey'],
        'A published value, counts that were folded, or answers to a campaign.',
      ),
      file: text('The name of the file; of a survey the code of its campaign.'),
      sha256: text('Of the file, or of the document of the campaign, hexadecimal.'),
      line: orNull(whole('The line of the file; null for a tally and a survey, which are folded from many.')),
    }),
    'All sources behind the value.',
  ),
  covers: orNull(object('The days the evidence runs over.', { from: text('ISO.'), to: text('ISO.') })),
});

const whyNoVerdict = [
  'noPreviousCycle',
  'noPreviousValue',
  'noValueNow',
  'protected',
  'tooFew',
  'sourceGivesNoCounts',
  'noSpread',
  'seriesBreak',
  'splitAgency',
  'mergedWithoutCounts',
];

const change = object('This cycle minus the previous, like for like.', {
  points: orNull(number('In points, unrounded; null when not compared.')),
  relative: orNull(number('In percent of before.')),
  interval: orNull(interval),
  p: orNull(number('Two-sided, of this figure alone.')),
  adjustedP: orNull(number('After Benjamini–Hochberg over the agencies of the report; verdicts follow it at 0.05.')),
  detectable: orNull(
    number('The least true change that would have been called real four times in five, by the adjusted p, in points.'),
  ),
  verdict: oneOf(verdicts, 'What it amounts to.'),
  why: orNull(oneOf(whyNoVerdict, 'Why there is no verdict or no comparison.')),
  asShown: orNull(number('The plain difference of the two figures, where that is another number.')),
  commonShare: orNull(number('The part of all answers both cycles have in common, 0 to 1.')),
});

const position = object('Where it stands among the agencies.', {
  quarter: oneOf(['top', 'second', 'third', 'bottom'], 'The quarter.'),
  rank: whole('1 is best; equals share a rank.'),
  tiedWith: whole('How many others share it.'),
  rankInterval: orNull(object('The ranks that chance leaves open.', { best: whole('Best.'), worst: whole('Worst.') })),
  of: whole('How many agencies are ranked.'),
});

const measureFigures = object('One measure of one agency.', {
  measure: measureCode,
  part: orNull(object('A service and channel; null: the whole agency.', { service, channel: text('Its code.') })),
  now: figure,
  before: orNull(figure),
  change,
  median: orNull(number('Of the agencies; null under three of them.')),
  lead: orNull(number('How far on the good side of the median, in points.')),
  position: orNull(position),
});

const published = object('Figures that were published with their counts, checked.', {
  measure: measureCode,
  service,
  channel: text('Its code.'),
  points: whole('How many published figures there are.'),
  reproduced: whole('How many the first formula gives.'),
  slips: list(text('First day of a period, ISO.'), 'Figures that no formula in force gives.'),
  breaks: list(
    object('A change of formula.', {
      from: text('First day of the first period by the new formula.'),
      definitionBefore: definition,
      definitionAfter: definition,
      change: object('What may be said across it.', {
        refused: oneOf(['seriesBreak'], 'The printed difference is no change.'),
        printed: number('The difference of the printed figures.'),
        likeForLike: list(
          object('Both sides by one formula.', { definition, points: orNull(number('In points.')) }),
          '',
        ),
      }),
    }),
    'Where the formula changed.',
  ),
});

const standout = object('A measure that stands out against the median.', {
  study,
  measure: measureCode,
  value: number('The score.'),
  median: number('Of the agencies.'),
  lead: number('In points, on the good side positive.'),
});

const survey = object('What became of the responses to campaigns of the platform.', {
  counted: orNull(whole('Responses that count; null: of employees, not even that may be known.')),
  held: whole('Suspected, and waiting for a person.'),
  excluded: whole('Taken out by a person.'),
  least: orNull(whole('Of employees: the fewest of a group that is shown; null: of customers.')),
  weighting: orNull(
    object('What the weights of the campaign cost.', {
      effectiveN: number('Respondents of equal weight that would tell as much.'),
      designEffect: number('By how much the weights inflate the variance; 1 or more.'),
    }),
  ),
  unweighted: orNull(oneOf(['totalsDoNotFit'], 'Why the weights of the campaign were not used.')),
});

const agencyFigures = object('One agency.', {
  agency,
  studies: list(
    object('One study of the agency.', {
      study,
      cohort: oneOf(['continuing', 'renamed', 'merged', 'split', 'new'], 'How it relates to the previous cycle.'),
      from: list(agency, 'The agencies it goes on from, where that is not simply itself.'),
      headline: orNull(measureFigures),
      measures: list(measureFigures, 'All measures of the whole agency.'),
      parts: list(measureFigures, 'The headline by service and channel.'),
      participation: orNull(measureFigures),
      dropped: list(measureCode, 'Measures it had in the previous cycle and has no value of now.'),
      survey: orNull(survey),
      published: list(published, 'Published series, checked.'),
    }),
    'Its studies.',
  ),
  strengths: list(standout, 'At most three, the best first.'),
  gaps: list(standout, 'At most three, the worst first.'),
  stars: orNull(agencyStars),
});

const programmeChange = object('The change of the agencies in both cycles.', {
  comparable: whole('How many are compared.'),
  meanOfRelativeChanges: orNull(number('D1, in percent.')),
  relativeChangeOfMean: orNull(number('D2, in percent.')),
  meanChangeInPoints: orNull(number('D3, in points.')),
  interval: orNull(interval),
  p: orNull(number('Of D3, paired, two-sided.')),
  better: whole('Moved to the better side.'),
  same: whole('Stayed.'),
  worse: whole('Moved to the worse side.'),
  verdicts: object(
    'How many agencies have each verdict.',
    Object.fromEntries(verdicts.map((verdict) => [verdict, whole(verdict)])),
  ),
});

const studySummary = object('One study over all agencies.', {
  study,
  agencies: whole('How many were measured.'),
  cohort: object('Who is in both cycles.', {
    continuing: whole('Under the same code.'),
    new: list(agency, 'New.'),
    renamed: list(object('A renaming.', { from: agency, to: agency }), 'Renamed.'),
    merged: list(agency, 'Merged.'),
    split: list(agency, 'Split.'),
    left: list(agency, 'Left.'),
  }),
  measures: list(
    object('One measure.', {
      measure: measureCode,
      now: orNull(spread),
      before: orNull(spread),
      change: orNull(programmeChange),
    }),
    'Every measure.',
  ),
});

/** JSON Schema of `CycleFigures`: what `nujoom figures --json` and the API give. */
export const figuresSchema = object('All figures of one cycle, unrounded.', {
  cycle,
  previous: orNull(cycle),
  measures: list(
    object('What is measured.', {
      study,
      code: measureCode,
      name,
      polarity: oneOf(['higher', 'lower'], 'Which is better.'),
      definition,
      kind: oneOf(['headline', 'measure', 'participation'], 'Its part in the study.'),
    }),
    'All measures of the studies.',
  ),
  programme: list(studySummary, 'One entry a study.'),
  stars: orNull(programmeStars),
  agencies: list(agencyFigures, 'By code.'),
});
