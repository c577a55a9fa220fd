import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ChangeOfSet, RefusedChangeOfSet } from '#scoring';
import { comparisonByT } from '#statistics';
import type { AgencyRef } from './evidence.js';
import { figuresOf } from './figures-of.js';
import { figuresSchema } from './schema.js';
import { starChangeOf } from './star-change.js';
import type { AgencyStarFigures, FiredStarGate, StarCentre } from './star-figures.js';
import type { SchemeRef } from './star-programme.js';
import { withStars, type CycleStars } from './with-stars.js';

const title = { en: 'Title', ar: 'عنوان' };
const agency = (code: string): AgencyRef => ({ code, name: { en: code, ar: null }, group: { en: null, ar: null } });
const scheme: SchemeRef = { code: 's', version: 2, title, note: null, status: 'illustrative', hash: 'ab' };

const units = { before: 5, now: 5, compared: 4, joined: 0, left: 0, notComparable: [] };

function changeOf(points: number, standardError: number): ChangeOfSet {
  return {
    refused: null,
    before: 60,
    now: 60 + points,
    published: points,
    sameYardstick: points,
    changedCriteria: 0,
    changedWeights: 0,
    changedFormula: 0,
    joinedLeft: 0,
    comparison: comparisonByT('paired', points, standardError, 4),
    commonWeight: 0.9,
    units,
  };
}

const refused: RefusedChangeOfSet = {
  refused: 'seriesBreak',
  published: 4,
  commonWeight: 0.2,
  units: { ...units, compared: 0, notComparable: [{ reason: 'seriesBreak', units: 5 }] },
};

const gate: FiredStarGate = {
  gate: 'weak',
  title,
  when: 'pillarBelow',
  found: 43.1,
  limit: 60,
  from: 5,
  to: 4,
  isProvisional: false,
};

const centre: StarCentre = {
  code: 'A-1',
  name: title,
  channel: 'counter',
  channelTitle: title,
  score: 71.3,
  interval: { low: 69, high: 73 },
  rawStar: 5,
  fired: [gate],
  star: 4,
  provisional: [{ why: 'belowMinimum', of: [title], count: 1, n: 12, minimum: 30 }],
  nearEdge: 70,
  before: { score: 60, star: null },
  change: { points: null, refused: 'seriesBreak' },
};

function starsOf(score: number | null, change: AgencyStarFigures['change'] = null): AgencyStarFigures {
  const part = { code: 'p', title, weight: 0.5, weightBefore: null, score, before: null };
  return {
    from: [agency('OLD')],
    score,
    rawStar: 5,
    fired: [],
    star: 5,
    provisional: true,
    channels: [{ code: 'counter', title, score, before: null, centres: 1, scored: 1 }],
    stars: [{ star: null, centres: 1 }],
    components: [{ ...part, isOfPillars: true }],
    pillars: [{ ...part, change: null, why: 'notBefore', compared: 0 }],
    centres: [centre],
    before: null,
    change,
  };
}

function cycleStars(agencies: CycleStars['agencies']): CycleStars {
  return {
    programme: {
      scheme,
      previousScheme: { ...scheme, version: 1 },
      criteria: { same: 1, reworded: 2, rescaled: 3, new: 4, dropped: 5 },
      highest: 7,
      bands: [{ star: 2, from: 40 }],
      agencies: agencies.length,
      centres: agencies.length,
      distribution: [{ star: 4, centres: agencies.length }],
      meanStar: 4,
      since: {
        distribution: [],
        meanStar: null,
        moves: [{ from: null, to: 4, centres: 1 }],
        up: 1,
        down: 0,
        same: 0,
        firstTime: 0,
        left: 0,
      },
      change: starChangeOf(refused),
    },
    agencies,
  };
}

const source = { kind: 'studyResult', file: 'f.csv', sha256: 'aa', line: 2 } as const;
const studied = figuresOf({
  measures: [
    {
      study: 'employee-happiness',
      code: 'headline',
      name: title,
      polarity: 'higher',
      definition: 'indexOfItems',
      kind: 'headline',
    },
  ],
  agencies: ['B', 'D'].map(agency),
  successions: [],
  now: {
    cycle: { key: '2024', startsOn: '2024-01-01', endsOn: '2024-12-31' },
    results: ['B', 'D'].map((code) => {
      return { agency: code, study: 'employee-happiness', measure: 'headline', value: 50, answers: null, source };
    }),
    tallies: [],
  },
  before: null,
  published: [],
});

describe('withStars', () => {
  it('leaves the figures of a cycle without a scheme as they are, to the byte', () => {
    expect(JSON.stringify(withStars(studied, null))).toBe(JSON.stringify(studied));
    expect([studied.stars, ...studied.agencies.map(({ stars }) => stars)]).toEqual([null, null, null]);
  });

  it('sets stars beside studies, and agencies with stars alone among the others, by code', () => {
    const stars = cycleStars(['C', 'A', 'B'].map((code) => ({ agency: agency(code), stars: starsOf(60) })));
    const merged = withStars(studied, stars).agencies;
    const seen = merged.map(({ agency: { code }, studies, stars: own }) => [code, studies.length, own !== null]);
    expect(seen).toEqual([
      ['A', 0, true],
      ['B', 1, true],
      ['C', 0, true],
      ['D', 1, false],
    ]);
    expect(merged[0]).toMatchObject({ studies: [], strengths: [], gaps: [] });
  });

  it('spreads the scores of the agencies that have one', () => {
    const all = [60, null, 80].map((score, index) => ({ agency: agency(`A${index}`), stars: starsOf(score) }));
    expect(withStars(studied, cycleStars(all)).stars?.scores).toMatchObject({ agencies: 2, mean: 70, median: 70 });
  });

  it('judges the changes of the agencies together: one alone is called improved, among nine without change it is not', () => {
    const [moved, still] = [changeOf(5, 1.5), changeOf(0.1, 1.5)].map(starChangeOf);
    const among = (others: number) =>
      withStars(
        studied,
        cycleStars(
          [moved!, ...Array.from({ length: others }, () => still!)].map((change, index) => {
            return { agency: agency(`A${index}`), stars: starsOf(60, change) };
          }),
        ),
      ).agencies[0]?.stars?.change;
    expect(among(0)?.verdict).toBe('improved');
    expect(among(9)?.verdict).toBe('noDetectableChange');
    expect(among(9)?.adjustedP).toBeCloseTo(10 * (moved?.p ?? 0), 12);
  });

  it('gives figures that the schema takes, and none with something more', () => {
    const validate = new Ajv2020({ strict: true }).compile(figuresSchema);
    const stars = [starsOf(60, starChangeOf(changeOf(5, 1))), starsOf(null, starChangeOf(refused)), starsOf(null)];
    const figures = withStars(
      studied,
      cycleStars(stars.map((one, index) => ({ agency: agency(`A${index}`), stars: one }))),
    );
    validate(figures);
    expect(validate.errors).toBeNull();
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
    expect(validate({ ...figures, stars: { ...figures.stars, more: 1 } })).toBe(false);
    expect(validate({ ...figures, stars: undefined })).toBe(false);
  });
});

describe('starChangeOf', () => {
  it('gives no change across a series break, and says why', () => {
    expect(starChangeOf(refused)).toMatchObject({
      refused: 'seriesBreak',
      published: 4,
      parts: null,
      before: null,
      now: null,
      interval: null,
      verdict: 'notCompared',
      centres: { compared: 0, notComparable: [{ reason: 'seriesBreak', centres: 5 }] },
    });
  });

  it.each([
    ['a rise that is more than chance', changeOf(5, 1), 'improved'],
    ['a fall that is more than chance', changeOf(-5, 1), 'declined'],
    ['a rise within chance', changeOf(1, 1), 'noDetectableChange'],
    ['a change of one centre', { ...changeOf(5, 1), comparison: null }, 'cannotTell'],
  ])('judges %s', (_, change, verdict) => expect(starChangeOf(change).verdict).toBe(verdict));
});
