import fc from 'fast-check';
import { changeAcrossBreak } from '../change-across-break.js';
import { meanChangeInPoints } from '../change-definitions.js';
import type { UnitEvidence } from '../judge/index.js';
import type { Scheme } from '../scheme/index.js';
import { evidenceOf, gradedScheme } from '../what-if/graded-scheme.js';
import type { PlainScheme } from '../what-if/graded-scheme.js';
import type { Contributions } from './change.js';
import { likeForLike, likeForLikeOfUnit } from './like-for-like.js';

type Said = 'same' | 'reworded' | 'rescaled' | 'new';

/** The next version of a plain scheme, with what it says of its criteria: `same` unless told. */
function nextVersion(plain: PlainScheme, said: Readonly<Record<string, Said>> = {}): Scheme {
  const scheme = gradedScheme({ ...plain, change: { ...plain.change, version: 2 } });
  const codes = scheme.pillars.flatMap(({ elements }) =>
    elements.flatMap(({ criteria }) => criteria.map(({ code }) => code)),
  );
  const criteria = Object.fromEntries(codes.map((code) => [code, said[code] ?? 'same'] as const));
  return { ...scheme, previous: { version: 1, criteria, dropped: [] } };
}

const changeOf = (before: Scheme, now: Scheme, then: UnitEvidence, today: UnitEvidence = then) =>
  likeForLikeOfUnit({ scheme: before, evidence: then }, { scheme: now, evidence: today });

const four: PlainScheme = { tree: [[[1, 1, 1, 1]]] };
const graded = (...levels: readonly string[]) => Object.fromEntries(levels.map((level, at) => [`p0e0c${at}`, level]));
const two = evidenceOf(graded('l2', 'l2', 'l4', 'l0'));

describe('likeForLikeOfUnit', () => {
  it('of one version all is the same yardstick', () => {
    const change = changeOf(gradedScheme(four), gradedScheme(four), two, evidenceOf(graded('l2', 'l2', 'l4', 'l4')));
    expect(change).toEqual({
      refused: null,
      before: 50,
      now: 75,
      published: 25,
      commonWeight: 1,
      sameYardstick: 25,
      changedCriteria: 0,
      changedWeights: 0,
      changedFormula: 0,
    });
  });

  it('new weights are told from what the unit did', () => {
    const change = changeOf(gradedScheme(four), nextVersion({ tree: [[[1, 1, 5, 1]]] }), two);
    expect(change).toMatchObject({
      published: 25,
      sameYardstick: 0,
      changedWeights: 25,
      changedCriteria: 0,
      changedFormula: 0,
    });
  });

  it('the weight of a component is a weight', () => {
    const happy = evidenceOf(graded('l2', 'l2', 'l2', 'l2'), { happiness: 90 });
    const change = changeOf(gradedScheme({ ...four, treeWeight: 80 }), nextVersion({ ...four, treeWeight: 40 }), happy);
    expect(change).toMatchObject({ sameYardstick: 0, changedCriteria: 0, changedFormula: 0 });
    expect((change as Contributions).changedWeights).toBeCloseTo(16, 12);
  });

  it('a form of another version is compared on the items that both have', () => {
    const weighed: PlainScheme = { ...four, treeWeight: 50 };
    const of = (value: number, common: number) => {
      const evidence = evidenceOf(graded('l2', 'l2', 'l2', 'l2'), { happiness: value });
      const [key] = [...evidence.observations.keys()];
      return { ...evidence, onCommonItems: new Map([[key!, { value: common, share: 0.8 }]]) };
    };
    // Ten points up in what was printed; on the items that were asked in both years nothing moved.
    const change = changeOf(gradedScheme(weighed), nextVersion(weighed), of(60, 64), of(70, 64)) as Contributions;
    expect(change).toMatchObject({ refused: null, published: 5, sameYardstick: 0 });
    expect(change.changedCriteria).toBeCloseTo(5, 12);
    expect((change as unknown as { commonWeight: number }).commonWeight).toBeCloseTo(0.5 + 0.5 * 0.8, 12);
    const none = { value: null, share: 0 };
    const gone = (value: number) => ({
      ...of(value, 0),
      onCommonItems: new Map([...of(value, 0).onCommonItems.keys()].map((key) => [key, none])),
    });
    expect(changeOf(gradedScheme(weighed), nextVersion(weighed), gone(60), gone(70))).toMatchObject({
      refused: 'seriesBreak',
      commonWeight: 0.5,
    });
  });

  it('new scores of the levels are the formula', () => {
    const change = changeOf(gradedScheme(four), nextVersion({ ...four, levels: [0, 10, 60, 75, 100] }), two);
    expect(change).toMatchObject({
      published: 5,
      sameYardstick: 0,
      changedFormula: 5,
      changedWeights: 0,
      changedCriteria: 0,
    });
  });

  it('so are a geometric mean, and evidence that is now required', () => {
    const pillars: PlainScheme = { tree: [[[1]], [[1]]] };
    const evidence = evidenceOf({ p0e0c0: 'l4', p1e0c0: 'l1' });
    const geometric = changeOf(
      gradedScheme(pillars),
      nextVersion({ ...pillars, change: { aggregation: 'geometric' } }),
      evidence,
    );
    expect(geometric).toMatchObject({ sameYardstick: 0, changedWeights: 0, changedCriteria: 0 });
    expect((geometric as Contributions).changedFormula).toBeCloseTo(50 - 62.5, 12);

    const bare = evidenceOf({ ...graded('l2', 'l2', 'l2'), p0e0c3: { level: 'l2', hasEvidence: false } });
    const required = nextVersion({ tree: [[[1, 1, 1, { weight: 1, evidence: 'required' }]]] });
    expect(changeOf(gradedScheme(four), required, bare)).toMatchObject({ sameYardstick: 0, changedFormula: -12.5 });
  });

  it('a new or rescaled criterion is neither progress nor decline', () => {
    const five: PlainScheme = { tree: [[[1, 1, 1, 1, 1]]] };
    const today = evidenceOf(graded('l2', 'l2', 'l4', 'l0', 'l4'));
    const added = changeOf(gradedScheme(four), nextVersion(five, { p0e0c4: 'new' }), two, today);
    expect(added).toMatchObject({ published: 10, sameYardstick: 0, changedCriteria: 10, commonWeight: 0.8 });
    const rescaled = changeOf(
      gradedScheme(five),
      nextVersion(five, { p0e0c4: 'rescaled' }),
      evidenceOf(graded('l2', 'l2', 'l4', 'l0', 'l1')),
      today,
    );
    expect(rescaled).toMatchObject({ published: 15, sameYardstick: 0, changedWeights: 0, changedFormula: 0 });
  });

  it('nor is one that only one cycle measured, or that applies in only one', () => {
    const other = evidenceOf({ ...graded('l2', 'l2', 'l4'), p0e0c3: null });
    const change = changeOf(gradedScheme(four), gradedScheme(four), two, other);
    expect(change).toMatchObject({ sameYardstick: 0, changedWeights: 0, changedFormula: 0, commonWeight: 1 });
    expect((change as Contributions).changedCriteria).toBeCloseTo(200 / 3 - 50, 12);
    expect(changeOf(gradedScheme(four), gradedScheme(four), other, two)).toMatchObject({ commonWeight: 0.75 });
  });

  it('a reading keeps its source: a criterion may read another form now', () => {
    const reads = (instrument: string): PlainScheme => ({
      tree: [[[{ weight: 1, feed: { by: 'items', instrument, items: ['smile'], minimum: 0 } }]]],
    });
    const observed = (instrument: string, value: number): UnitEvidence => ({
      ...evidenceOf({}),
      observations: new Map([[`items:${instrument}:smile`, { value, n: 3, error: null }]]),
    });
    const change = changeOf(
      gradedScheme(reads('visit_a')),
      nextVersion(reads('visit_b')),
      observed('visit_a', 60),
      observed('visit_b', 70),
    );
    expect(change).toMatchObject({ published: 10, sameYardstick: 10 });
  });

  it('one reading for two criteria falls with either of them', () => {
    const reads = (...items: readonly string[]): PlainScheme => ({
      tree: [
        [
          items.map((item) => ({
            weight: 1,
            feed: { by: 'items' as const, instrument: 'visit', items: [item], minimum: 0 },
          })),
        ],
      ],
    });
    const observed = (item: string): UnitEvidence => ({
      ...evidenceOf({}),
      observations: new Map([[`items:visit:${item}`, { value: 60, n: 3, error: null }]]),
    });
    const change = changeOf(
      gradedScheme(reads('smile', 'greeting')),
      nextVersion(reads('both', 'both')),
      observed('smile'),
      observed('both'),
    );
    expect(change).toEqual({ refused: 'seriesBreak', published: 0, commonWeight: 0 });
  });

  it('goalposts are the formula', () => {
    const waiting = (worst: number): PlainScheme => ({
      tree: [[[{ weight: 1, feed: { by: 'indicator', indicator: 'wait', worst, best: 0 } }]]],
    });
    const minutes = (value: number): UnitEvidence => ({
      ...evidenceOf({}),
      observations: new Map([['indicator:wait', { value, n: 1, error: null }]]),
    });
    const change = changeOf(gradedScheme(waiting(20)), nextVersion(waiting(40)), minutes(10), minutes(6));
    expect(change).toMatchObject({ before: 50, now: 85, sameYardstick: 10, changedFormula: 25, changedWeights: 0 });
  });

  describe('is refused', () => {
    it('when less than 70 % of the new weight is common; at 70 % it is not', () => {
      const ten: PlainScheme = { tree: [[[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]]] };
      const all = evidenceOf(graded(...Array.from({ length: 10 }, () => 'l2')));
      const better = evidenceOf(graded(...Array.from({ length: 10 }, () => 'l3')));
      const withNew = (...codes: readonly string[]) =>
        nextVersion(ten, Object.fromEntries(codes.map((code) => [code, 'new'])));
      const three = ['p0e0c0', 'p0e0c1', 'p0e0c2'];
      expect(changeOf(gradedScheme(ten), withNew(...three), all, better)).toMatchObject({ refused: null });
      const refused = changeOf(gradedScheme(ten), withNew(...three, 'p0e0c3'), all, better);
      expect(refused).toMatchObject({ refused: 'seriesBreak', published: 25 });
      expect(refused).toHaveProperty('commonWeight', expect.closeTo(0.6, 12));
    });

    it('when the new version does not speak of the old one', () => {
      const other = nextVersion({ ...four, change: { code: 'other' } });
      const next = nextVersion(four);
      const skipped = { ...next, version: 3, previous: { ...next.previous!, version: 2 } };
      for (const scheme of [other, skipped]) {
        expect(changeOf(gradedScheme(four), scheme, two)).toMatchObject({
          refused: 'seriesBreak',
          published: 0,
          commonWeight: 0,
        });
      }
    });

    it('AT-05 when a figure is computed by another definition: +4 printed is no change, and both like-for-like values are known', () => {
      const reads = (measure: string): PlainScheme => ({
        tree: [[[1]]],
        change: {
          components: [
            { code: 'satisfaction', title: { en: 's' }, weight: 1, of: { by: 'study', study: 'feed', measure } },
          ],
        },
      });
      const month = (measure: string, value: number): UnitEvidence => ({
        ...evidenceOf({}),
        observations: new Map([[`study:feed:${measure}`, { value, n: 1_000, error: 1 }]]),
      });
      const change = changeOf(
        gradedScheme(reads('mean')),
        nextVersion(reads('top_two')),
        month('mean', 80),
        month('top_two', 84),
      );
      expect(change).toEqual({ refused: 'seriesBreak', published: 4, commonWeight: 0 });
      const march = { counts: [13, 38, 136, 455, 501], published: 80 };
      const april = { counts: [12, 21, 131, 410, 450], published: 84 };
      const known = changeAcrossBreak(march, april);
      expect(known).toMatchObject({ refused: change.refused, printed: 4 });
      expect(known.likeForLike.map(({ points }) => points!.toFixed(2))).toEqual(['0.42', '0.34']);
    });
  });

  it.each([
    ['nothing was measured', two, evidenceOf({}), 'nothingMeasured'],
    ['it was another channel', two, { ...two, channelType: 'digital' }, 'channelChanged'],
    [
      'a level is gone',
      evidenceOf(graded('l4', 'l2', 'l2', 'l2')),
      evidenceOf(graded('l2', 'l2', 'l2', 'l2')),
      'levelGone',
    ],
  ])('can not be compared when %s', (_, then, today, refused) => {
    const now = nextVersion({ ...four, levels: [0, 25, 50, 75] });
    expect(changeOf(gradedScheme(four), now, then, today)).toEqual({ refused });
  });
});

const oneStudy: PlainScheme = { tree: [[[1]]], treeWeight: 1 };
const centre = (unit: string, happiness: number | null) => evidenceOf({}, { unit, happiness });
const centres = (...scores: readonly number[]) => scores.map((score, at) => centre(`c${at}`, score));
const cycle = (scheme: Scheme, units: readonly UnitEvidence[]) => ({ scheme, units });

describe('likeForLike', () => {
  const scheme = gradedScheme(oneStudy);

  it("AT-19 judges the change by pairs: Student's sleep data as points 50 + 10 h", () => {
    const points = (hours: readonly number[]) => centres(...hours.map((gained) => 50 + 5 * gained));
    const one = points([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]);
    const other = points([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const change = likeForLike({ before: cycle(scheme, other), now: cycle(scheme, one) });
    if (change.refused !== null) throw new Error('refused');
    expect(change.comparison?.t).toBeCloseTo(-4.0621, 4);
    expect(change.comparison?.df).toBe(9);
    expect(change.comparison?.p).toBeCloseTo(0.002833, 6);
  });

  it('AT-23 is in points: 50 → 60 and 80 → 84 is +7', () => {
    const change = likeForLike({ before: cycle(scheme, centres(50, 80)), now: cycle(scheme, centres(60, 84)) });
    const pairs = [
      { before: 50, now: 60 },
      { before: 80, now: 84 },
    ];
    expect(change).toMatchObject({ published: meanChangeInPoints(pairs), sameYardstick: 7, joinedLeft: 0 });
  });

  it('units that joined or left are told from those that changed', () => {
    const before = [centre('a', 50), centre('b', 60), centre('gone', 10)];
    const now = [centre('a', 55), centre('b', 65), centre('new', 90)];
    const change = likeForLike({ before: cycle(scheme, before), now: cycle(scheme, now) });
    expect(change).toMatchObject({ before: 40, now: 70, published: 30, sameYardstick: 5, joinedLeft: 25 });
    expect(change.units).toEqual({ before: 3, now: 3, compared: 2, joined: 1, left: 1, notComparable: [] });
    expect(change).toHaveProperty('comparison', null); // both moved alike
  });

  it('a unit keeps its past under a new code; a merged one is not compared', () => {
    const before = [centre('old', 50), centre('x', 20), centre('y', 40), centre('z', 70)];
    const now = [centre('next', 60), centre('xy', 80), centre('z', 70)];
    const succession = new Map([
      ['old', 'next'],
      ['x', 'xy'],
      ['y', 'xy'],
    ]);
    const change = likeForLike({ before: cycle(scheme, before), now: cycle(scheme, now), succession });
    expect(change).toMatchObject({ published: 25, sameYardstick: 5, joinedLeft: 20 });
    expect(change.units).toMatchObject({
      compared: 2,
      joined: 0,
      left: 0,
      notComparable: [{ reason: 'merged', units: 1 }],
    });
  });

  it('what was not measured is left out and counted', () => {
    const before = [centre('a', 50), centre('b', null)];
    const change = likeForLike({
      before: cycle(scheme, before),
      now: cycle(scheme, [centre('a', 60), centre('b', 70)]),
    });
    expect(change).toMatchObject({ before: 50, now: 65, sameYardstick: 10, joinedLeft: 5 });
    expect(change.units).toMatchObject({
      before: 1,
      compared: 1,
      notComparable: [{ reason: 'nothingMeasured', units: 1 }],
    });
  });

  it('a unit of another channel type is not compared', () => {
    const title = { en: 'c' };
    const channelTypes = ['centre', 'digital'].map((code) => ({ code, title }));
    const both = gradedScheme({ ...oneStudy, change: { channelTypes } });
    const before = [centre('a', 50), centre('b', 50)];
    const now = [centre('a', 60), { ...centre('b', 60), channelType: 'digital' }];
    const change = likeForLike({ before: cycle(both, before), now: cycle(both, now) });
    expect(change.units).toMatchObject({ compared: 1, notComparable: [{ reason: 'channelChanged', units: 1 }] });
  });

  it('is refused when its units have too little in common on average', () => {
    const little = evidenceOf({ p0e0c0: 'l2' }, { unit: 'little' });
    const full = (unit: string) => evidenceOf(graded('l2', 'l2', 'l2', 'l2'), { unit });
    const change = likeForLike({
      before: cycle(gradedScheme(four), [full('a'), little]),
      now: cycle(gradedScheme(four), [full('a'), full('little')]),
    });
    expect(change).toMatchObject({ refused: 'seriesBreak', commonWeight: 0.625, units: { compared: 1 } });
  });

  it.each([
    ['no unit is in both', [centre('a', 50)], [centre('b', 60)], 10],
    ['there are no units', [], [], null],
  ])('is refused when %s', (_, before, now, published) => {
    const change = likeForLike({ before: cycle(scheme, before), now: cycle(scheme, now) });
    expect(change).toMatchObject({ refused: 'seriesBreak', published, commonWeight: 0 });
  });
});

const said = fc.constantFrom<Said>(...Array<Said>(10).fill('same'), 'reworded', 'rescaled');
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 });
const version = fc.record({
  tree: fc.tuple(fc.tuple(weights, weights), fc.tuple(weights)),
  pillarWeights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
  treeWeight: fc.integer({ min: 30, max: 100 }),
  levels: fc.constantFrom([0, 50, 100], [0, 30, 80]),
  aggregation: fc.constantFrom('arithmetic', 'geometric'),
});
const grading = fc.constantFrom('l0', 'l1', 'l2', 'l0', 'l1', 'l2', 'l1', 'l2', null, undefined);
const unit = fc.record({
  gradings: fc.array(grading, { minLength: 12, maxLength: 12 }),
  happiness: fc.constantFrom(null, 40, 70),
});

describe('laws', () => {
  const scheme = (drawn: typeof version extends fc.Arbitrary<infer T> ? T : never): PlainScheme => ({
    ...drawn,
    change: { aggregation: drawn.aggregation },
  });
  const codes = [
    ...[0, 1].flatMap((e) => [0, 1, 2, 3].map((c) => `p0e${e}c${c}`)),
    ...[0, 1, 2, 3].map((c) => `p1e0c${c}`),
  ];
  const captured = (code: string, { gradings, happiness }: typeof unit extends fc.Arbitrary<infer T> ? T : never) =>
    evidenceOf(
      Object.fromEntries(codes.flatMap((one, at) => (gradings[at] === undefined ? [] : [[one, gradings[at]]]))),
      { unit: code, happiness },
    );
  const saying = fc.array(said, { minLength: 12, maxLength: 12 });

  it('the contributions of a unit are the published change, and a unit that stood still has not moved', () => {
    let compared = 0;
    fc.assert(
      fc.property(version, version, saying, unit, unit, fc.boolean(), (old, next, says, then, today, stoodStill) => {
        const v1 = gradedScheme(scheme(old));
        const v2 = nextVersion(scheme(next), Object.fromEntries(codes.map((code, at) => [code, says[at]!])));
        const change = changeOf(v1, v2, captured('a', then), captured('a', stoodStill ? then : today));
        if (change.refused !== null) return;
        compared += 1;
        expect(sumOf(change)).toBeCloseTo(change.published, 9);
        expect(change.now - change.before).toBe(change.published);
        if (stoodStill) expect(change.sameYardstick).toBeCloseTo(0, 9);
      }),
      { numRuns: 500 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('so are those of a set', () => {
    const found = fc.array(fc.tuple(fc.option(unit, { nil: null }), fc.option(unit, { nil: null })), { maxLength: 8 });
    let compared = 0;
    fc.assert(
      fc.property(version, version, saying, found, (old, next, says, pairs) => {
        const v1 = gradedScheme(scheme(old));
        const v2 = nextVersion(scheme(next), Object.fromEntries(codes.map((code, at) => [code, says[at]!])));
        const units = (side: 0 | 1) =>
          pairs.flatMap((pair, at) => (pair[side] ? [captured(`u${at}`, pair[side])] : []));
        const change = likeForLike({ before: cycle(v1, units(0)), now: cycle(v2, units(1)) });
        if (change.refused !== null) return;
        compared += 1;
        expect(sumOf(change) + change.joinedLeft).toBeCloseTo(change.published, 9);
        expect(change.now - change.before).toBe(change.published);
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(30);
  });
});

function sumOf({ sameYardstick, changedCriteria, changedWeights, changedFormula }: Contributions): number {
  return sameYardstick + changedCriteria + changedWeights + changedFormula;
}
