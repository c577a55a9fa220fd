import {
  withStars,
  type AgencyRef,
  type AgencyStarFigures,
  type CycleFigures,
  type FiredStarGate,
  type Name,
  type ProgrammeStarFigures,
  type StarCentre,
  type StarChange,
} from '#figures';

const none: Name = { en: null, ar: null };

export const weakExperience: FiredStarGate = {
  gate: 'weak_experience',
  title: { en: 'Weak customer experience', ar: 'ضعف تجربة المتعامل' },
  when: 'pillarBelow',
  found: 43.14,
  limit: 60,
  from: 5,
  to: 4,
  isProvisional: false,
};

export const unevenChannels: FiredStarGate = {
  ...weakExperience,
  gate: 'uneven_channels',
  title: { en: 'Wide gap between channels', ar: 'تفاوت بين القنوات' },
  when: 'channelGap',
  found: 31,
  limit: 25,
};

export const centre: StarCentre = {
  code: 'A-1',
  name: { en: 'Centre of the Harbour', ar: 'مركز الميناء' },
  channel: 'counter',
  channelTitle: { en: 'Customer happiness centre', ar: 'مركز سعادة المتعاملين' },
  score: 71.26,
  interval: { low: 69.5, high: 73.01 },
  rawStar: 5,
  fired: [],
  star: 5,
  provisional: [],
  nearEdge: null,
  before: { score: 66, star: 4 },
  change: { points: 3.94, refused: null },
};

export const change: StarChange = {
  refused: null,
  before: 66.04,
  now: 70.2,
  published: 4.16,
  parts: { sameYardstick: 3.35, changedCriteria: -0.14, changedWeights: 0.95, changedFormula: 0, joinedLeft: 0 },
  interval: { low: 1.2, high: 5.5 },
  p: 0.01,
  adjustedP: 0.01,
  verdict: 'improved',
  commonWeight: 0.94,
  centres: { before: 2, now: 2, compared: 2, joined: 0, left: 0, notComparable: [] },
};

export const seriesBreak: StarChange = {
  ...change,
  refused: 'seriesBreak',
  before: null,
  now: null,
  parts: null,
  interval: null,
  p: null,
  adjustedP: null,
  verdict: 'notCompared',
  commonWeight: 0.2,
  centres: { ...change.centres, compared: 0, notComparable: [{ reason: 'seriesBreak', centres: 2 }] },
};

const part = { weight: 0.35, weightBefore: 0.5, score: 61.2, before: 58 };

export const agencyStars: AgencyStarFigures = {
  from: [],
  score: 70.2,
  rawStar: 5,
  fired: [],
  star: 5,
  provisional: false,
  channels: [{ code: 'counter', title: centre.channelTitle, score: 70.2, before: 66.04, centres: 2, scored: 2 }],
  stars: [{ star: 5, centres: 2 }],
  components: [
    { ...part, code: 'assessment', title: { en: 'Assessment', ar: 'التقييم' }, isOfPillars: true },
    { ...part, code: 'happiness', title: { en: 'Happiness', ar: 'السعادة' }, weight: 0.65, isOfPillars: false },
  ],
  pillars: [
    { ...part, code: 'p', title: { en: 'Services', ar: 'الخدمات' }, change: 3.2, why: null, compared: 2 },
    { ...part, code: 'q', title: { en: 'People', ar: 'الموارد' }, change: null, why: 'seriesBreak', compared: 0 },
    {
      ...part,
      code: 'r',
      title: { en: 'New', ar: 'جديد' },
      weightBefore: null,
      before: null,
      change: null,
      why: 'notBefore',
      compared: 0,
    },
  ],
  centres: [centre, { ...centre, code: 'A-2' }],
  before: { score: 66.04, star: 4 },
  change,
};

const scheme: ProgrammeStarFigures['scheme'] = {
  code: 'stars',
  version: 2,
  title: { en: 'Illustrative stars', ar: 'نجوم توضيحية' },
  note: { en: 'Illustrative, not official.', ar: 'توضيحي غير رسمي.' },
  status: 'illustrative',
  hash: 'fedcba9876543210'.repeat(4),
};

export const programmeStars: Omit<ProgrammeStarFigures, 'scores'> = {
  scheme,
  previousScheme: { ...scheme, version: 1, hash: '0123456789abcdef'.repeat(4) },
  criteria: { same: 53, reworded: 4, rescaled: 3, new: 26, dropped: 4 },
  highest: 7,
  bands: [2, 3, 4, 5, 6, 7].map((star) => ({ star, from: 20 + 10 * star })),
  agencies: 1,
  centres: 2,
  distribution: [
    { star: 5, centres: 1 },
    { star: null, centres: 1 },
  ],
  meanStar: 5,
  since: {
    distribution: [{ star: 4, centres: 2 }],
    meanStar: 4,
    moves: [
      { from: 4, to: 5, centres: 1 },
      { from: 4, to: null, centres: 1 },
    ],
    up: 1,
    down: 1,
    same: 0,
    firstTime: 0,
    left: 0,
  },
  change,
};

/** Stars of some agencies by code, the programme's as they are unless changed. */
export interface StarSample {
  readonly agencies?: Readonly<Record<string, Partial<AgencyStarFigures>>>;
  readonly programme?: Partial<ProgrammeStarFigures>;
  readonly name?: Name;
}

/** The figures with stars beside them: of agency A unless others are named. */
export function starFigures(
  figures: CycleFigures,
  { agencies = { A: {} }, programme = {}, name }: StarSample = {},
): CycleFigures {
  const refs = new Map<string, AgencyRef>(figures.agencies.map(({ agency }) => [agency.code, agency]));
  const stars = Object.entries(agencies).map(([code, changed]) => ({
    agency: refs.get(code) ?? { code, name: name ?? { en: `Agency ${code}`, ar: `الجهة ${code}` }, group: none },
    stars: { ...agencyStars, ...changed },
  }));
  return withStars(figures, { programme: { ...programmeStars, ...programme }, agencies: stars });
}
