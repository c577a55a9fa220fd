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
  whole,
  verdicts,
} from './schema-parts.js';

const star = orNull({ type: 'integer', minimum: 1, maximum: 7, description: 'A star; null: not rated.' });
const score = (description: string) => orNull(number(`${description}; 0 to 100, unrounded.`));
const points = (description: string) => number(`${description}, in points.`);
const tallies = list(object('A star.', { star, centres: whole('How many centres have it.') }), 'Most stars first.');

const scheme = object('A rating scheme.', {
  code: text('Its code.'),
  version: whole('Its version.'),
  title: name,
  note: orNull(name),
  status: oneOf(['illustrative', 'official'], 'Whether its weights and thresholds are official.'),
  hash: text('SHA-256 of the document as canonical JSON, hexadecimal.'),
});

const fired = list(
  object('A gate that changed a star or made it provisional.', {
    gate: text('Its code.'),
    title: name,
    when: oneOf(
      ['pillarBelow', 'componentBelow', 'criterionFailed', 'channelGap', 'openViolation', 'boundedUpgrade'],
      'What it asks about.',
    ),
    found: orNull(number('A score, a gap in points, or a component’s star; null for a violation.')),
    limit: orNull(number('At least this score, or at most this gap; null where it asks neither.')),
    from: star,
    to: star,
    isProvisional: { type: 'boolean', description: 'It leaves the star and makes it provisional.' },
  }),
  'In the order in which they were applied.',
);

const provisional = list(
  object('Why a star may still change.', {
    why: oneOf(['criterionMissing', 'componentMissing', 'belowMinimum', 'gate'], 'The reason.'),
    of: list(name, 'At most three by name.'),
    count: whole('How many there are.'),
    n: orNull(whole('Answers or visits there are.')),
    minimum: orNull(whole('Answers or visits that are needed.')),
  }),
  'Empty: final.',
);

const before = orNull(object('By the scheme of the cycle before.', { score: score('The score'), star }));

const notComparable = oneOf(
  ['nothingMeasured', 'channelChanged', 'levelGone', 'seriesBreak', 'merged'],
  'Why it is not compared.',
);

const change = orNull(
  object('The change of a mean score, taken apart.', {
    refused: orNull(oneOf(['seriesBreak'], 'Too little in common: no change is given.')),
    before: score('The mean as published'),
    now: score('The mean as published'),
    published: orNull(points('now − before; of a refused change what it is not')),
    parts: orNull(
      object('Together they are the published change.', {
        sameYardstick: points('On what both cycles measured, by the new weights and formula'),
        changedCriteria: points('Of criteria that are not common, or that one cycle did not measure'),
        changedWeights: points('Of new weights'),
        changedFormula: points('Of new scores of levels, goalposts, evidence rules, another aggregation'),
        joinedLeft: points('Of centres that joined, left, or are not comparable'),
      }),
    ),
    interval: orNull(interval),
    p: orNull(number('Two-sided, of sameYardstick, by pairs.')),
    adjustedP: orNull(number('After Benjamini–Hochberg over the agencies; of the programme p itself.')),
    verdict: oneOf(verdicts, 'Of sameYardstick.'),
    commonWeight: number('The part of the weight that both cycles have in common, 0 to 1.'),
    centres: object('How many centres were compared.', {
      before: whole('With a score in the cycle before.'),
      now: whole('With a score in this cycle.'),
      compared: whole('Compared.'),
      joined: whole('With a score in this cycle alone.'),
      left: whole('With a score in the cycle before alone.'),
      notComparable: list(object('Not compared.', { reason: notComparable, centres: whole('Centres.') }), 'By reason.'),
    }),
  }),
);

const centre = object('A service centre.', {
  code: text('Its code.'),
  name,
  channel: text('The code of its channel type.'),
  channelTitle: name,
  score: score('The score'),
  interval: orNull(interval),
  rawStar: star,
  fired,
  star,
  provisional,
  nearEdge: orNull(number('The edge of a band that lies inside the interval.')),
  before,
  change: orNull(
    object('Like for like.', {
      points: orNull(points('On the same yardstick')),
      refused: orNull(notComparable),
    }),
  ),
});

const part = {
  code: text('Its code.'),
  title: name,
  weight: number('Its part of the whole by the scheme, 0 to 1.'),
  weightBefore: orNull(number('By the scheme of the cycle before; null: not in it.')),
  score: score('The mean over the centres that have it'),
  before: score('The same in the cycle before'),
};

/** JSON Schema of `AgencyStarFigures`. */
export const agencyStars = object('The stars of an agency.', {
  from: list(agency, 'The agencies whose centres these were before, where that is not simply itself.'),
  score: score('The mean of its centres'),
  rawStar: star,
  fired,
  star,
  provisional: { type: 'boolean', description: 'The result may still change.' },
  channels: list(
    object('The centres of one channel type.', {
      code: text('Its code.'),
      title: name,
      score: score('Their mean'),
      before: score('The same in the cycle before'),
      centres: whole('Centres.'),
      scored: whole('Centres with a score.'),
    }),
    'In the order of the scheme.',
  ),
  stars: tallies,
  components: list(
    object('A component.', { ...part, isOfPillars: { type: 'boolean', description: 'The tree of pillars.' } }),
    'What the whole adds up from.',
  ),
  pillars: list(
    object('A pillar.', {
      ...part,
      change: orNull(points('Like for like, over the centres compared')),
      why: orNull(oneOf(['notBefore', 'seriesBreak'], 'Why there is no change.')),
      compared: whole('Centres compared.'),
    }),
    'In the order of the scheme.',
  ),
  centres: list(centre, 'By code.'),
  before,
  change,
});

/** JSON Schema of `ProgrammeStarFigures`. */
export const programmeStars = object('The stars of the programme.', {
  scheme,
  previousScheme: orNull(scheme),
  criteria: orNull(
    object('What the scheme says of the criteria of the version before it.', {
      same: whole('The same.'),
      reworded: whole('Reworded.'),
      rescaled: whole('Rescaled.'),
      new: whole('New.'),
      dropped: whole('Dropped.'),
    }),
  ),
  highest: whole('The most stars there are.'),
  bands: list(object('A band.', { star: whole('A star.'), from: number('The score it begins at.') }), 'Lowest first.'),
  agencies: whole('Agencies with rated centres.'),
  centres: whole('Rated centres.'),
  distribution: tallies,
  meanStar: orNull(number('Over centres with a star.')),
  scores: orNull(spread),
  since: orNull(
    object('What became of the centres of the cycle before.', {
      distribution: tallies,
      meanStar: orNull(number('Over centres with a star.')),
      moves: list(object('A move.', { from: star, to: star, centres: whole('Centres.') }), 'Only those that occur.'),
      up: whole('With more stars.'),
      down: whole('With fewer stars.'),
      same: whole('With as many.'),
      firstTime: whole('In this cycle alone.'),
      left: whole('In the cycle before alone.'),
    }),
  ),
  change,
});
