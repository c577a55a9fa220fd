import fc from 'fast-check';
import { Scheme } from '../scheme/scheme.js';
import { compileScheme } from './compile-scheme.js';
import { judge } from './judge.js';
import { judgeBriefly } from './judge-briefly.js';
import type { JudgedNode } from './judgement.js';
import type { GradingObservation, Observation, UnitEvidence } from './unit-evidence.js';

const title = { en: 'any' };
const weight = fc.integer({ min: 1, max: 40 });
const feed = fc.oneof(
  fc.constant({ by: 'grading' }),
  fc.record({ by: fc.constant('study'), study: fc.constantFrom('a', 'b', 'c'), minimum: fc.constantFrom(0, 20) }),
  fc.constantFrom(
    { by: 'indicator', indicator: 'x', worst: 60, best: 0 },
    { by: 'indicator', indicator: 'x', worst: 0, best: 90 },
  ),
);
const criterion = fc.record({ weight, feed, evidence: fc.constantFrom('none', 'required') });
const pillar = fc.record({
  weight,
  elements: fc.array(fc.record({ weight, criteria: fc.array(criterion, { minLength: 1, maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});
const effect = fc.oneof(
  fc.record({ cap: fc.integer({ min: 1, max: 6 }) }),
  fc.constantFrom({ unrated: true }, { provisional: true }),
);
const below = fc.integer({ min: 0, max: 100 });
const gate = fc.oneof(
  fc.record({ when: fc.constant('pillarBelow'), pillar: fc.constant('p0'), below, then: effect }),
  fc.record({ when: fc.constant('componentBelow'), component: fc.constantFrom('tree', 'study'), below, then: effect }),
  fc.record({ when: fc.constant('criterionFailed'), criterion: fc.constant('c0_0_0'), below, then: effect }),
  fc.record({ when: fc.constant('openViolation'), then: effect }),
  fc.record({ when: fc.constant('openViolation'), component: fc.constantFrom('tree', 'study'), then: effect }),
  fc.record({
    when: fc.constant('boundedUpgrade'),
    component: fc.constantFrom('tree', 'study'),
    at: fc.integer({ min: 1, max: 6 }),
    by: fc.integer({ min: 0, max: 2 }),
  }),
);
const bands = [1, 2, 3, 4, 5, 6].map((star) => ({ star, from: 15 * star }));
const stars = fc.constantFrom(
  { by: 'bands', bands },
  { by: 'steps', base: 'tree', lowest: 1, highest: 6, steps: [{ component: 'study', upAt: 5, downAt: 2 }] },
);

const schemes = fc
  .record({
    pillars: fc.array(pillar, { minLength: 1, maxLength: 3 }),
    aggregation: fc.constantFrom('arithmetic', 'geometric'),
    weights: fc.tuple(weight, weight),
    gates: fc.array(gate, { maxLength: 4 }),
    stars,
  })
  .map(({ pillars, weights, gates, ...rest }) =>
    Scheme.parse({
      schema: 'nujoom.scheme/1',
      code: 'any',
      version: 1,
      title,
      status: 'illustrative',
      channelTypes: [{ code: 'centre', title }],
      levels: ['low', 'middle', 'high'].map((code, step) => ({ code, title, score: 10 + 40 * step })),
      components: [
        { code: 'tree', title, weight: weights[0], of: 'pillars', bands },
        { code: 'study', title, weight: weights[1], of: { by: 'study', study: 'c', minimum: 10 }, bands },
      ],
      pillars: pillars.map(({ elements, ...own }, p) => ({
        ...own,
        code: `p${p}`,
        title,
        elements: elements.map(({ criteria, ...element }, e) => ({
          ...element,
          code: `e${p}_${e}`,
          title,
          criteria: criteria.map((one, c) => ({ ...one, code: `c${p}_${e}_${c}`, title })),
        })),
      })),
      gates: gates.map((one, index) => ({ ...one, code: `g${index}`, title })),
      ...rest,
    }),
  );

const observation: fc.Arbitrary<Observation> = fc.record({
  value: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
  n: fc.integer({ min: 0, max: 40 }),
  error: fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: null }),
});
const codes = [0, 1, 2].flatMap((p) => [0, 1, 2].flatMap((e) => [0, 1, 2, 3].map((c) => `c${p}_${e}_${c}`)));
const gradings: fc.Arbitrary<Record<string, GradingObservation | undefined>> = fc.record(
  Object.fromEntries(
    codes.map((code) => [
      code,
      fc.option(
        fc.record({
          level: fc.option(fc.constantFrom('low', 'middle', 'high'), { nil: null }),
          hasEvidence: fc.boolean(),
        }),
        { nil: undefined, freq: 8 },
      ),
    ]),
  ),
);
const keys = ['study:a:', 'study:b:', 'study:c:', 'indicator:x'];
const units: fc.Arbitrary<UnitEvidence> = fc
  .record({
    gradings,
    observations: fc.dictionary(fc.constantFrom(...keys), observation),
    violations: fc.subarray(['fire']),
  })
  .map((one) => ({
    unit: 'u',
    agency: 'a',
    channelType: 'centre',
    gradings: new Map(Object.entries(one.gradings).flatMap(([code, own]) => (own ? [[code, own] as const] : []))),
    observations: new Map(Object.entries(one.observations)),
    violations: one.violations,
  }));

const judged = (scheme: Scheme, unit: UnitEvidence) => judge(compileScheme(scheme, 'centre'), unit);
const leavesOf = (nodes: readonly JudgedNode[]): JudgedNode[] =>
  nodes.flatMap((node) => (node.level === 'criterion' ? [node] : leavesOf(node.children)));
const law = (check: (scheme: Scheme, unit: UnitEvidence) => void) =>
  fc.assert(fc.property(schemes, units, check), { numRuns: 300 });
const closeTo = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 8));

/** The same scheme with all siblings in the opposite order; gates keep theirs, which has a meaning. */
const reversed = (scheme: Scheme): Scheme => ({
  ...scheme,
  components: scheme.components.toReversed(),
  pillars: scheme.pillars.toReversed().map((one) => ({
    ...one,
    elements: one.elements.toReversed().map((element) => ({ ...element, criteria: element.criteria.toReversed() })),
  })),
});
const scaled = (scheme: Scheme, by: number): Scheme => {
  const more = <T extends { readonly weight: number }>(one: T): T => ({ ...one, weight: by * one.weight });
  return {
    ...scheme,
    components: scheme.components.map(more),
    pillars: scheme.pillars.map((one) => ({
      ...more(one),
      elements: one.elements.map((element) => ({ ...more(element), criteria: element.criteria.map(more) })),
    })),
  };
};

describe('laws of judging', () => {
  it('a brief judgement is the same as a full one', () => {
    law((scheme, unit) => {
      const full = judged(scheme, unit);
      expect(judgeBriefly(compileScheme(scheme, 'centre'), unit)).toEqual({
        score: full.score,
        rawStar: full.rawStar,
        star: full.star,
        provisional: full.provisional.length > 0,
        pillarScores: full.pillars.map(({ score }) => score),
        componentScores: full.components.map(({ score }) => score),
      });
    });
  });

  it('the order of siblings does not matter, nor the scale of all weights', () => {
    law((scheme, unit) => {
      const { score, interval, star } = judged(scheme, unit);
      for (const other of [
        judged(reversed(scheme), unit),
        judged(scaled(scheme, 1024), unit),
        judged(scaled(scheme, 0.3), unit),
      ]) {
        expect(other).toMatchObject({ score: closeTo(score), star });
        expect(other.interval && [other.interval.low, other.interval.high]).toEqual(
          interval && [closeTo(interval.low), closeTo(interval.high)],
        );
      }
    });
  });

  it('a score lies between the extremes of what made it', () => {
    law((scheme, unit) => {
      const { score, pillars, components } = judged(scheme, unit);
      const own = [...leavesOf(pillars), ...components.filter(({ code }) => code === 'study')];
      const scores = own.flatMap((one) =>
        one.score === null ? [] : [Math.max(one.score, scheme.aggregation === 'geometric' ? 1 : 0)],
      );
      if (score === null) return expect(scores).toEqual([]);
      expect(Math.max(score, scheme.aggregation === 'geometric' ? 1 : 0)).toBeGreaterThanOrEqual(Math.min(...scores));
      expect(score).toBeLessThanOrEqual(Math.max(...scores));
    });
  });

  it('gates never raise, and lead without a gap from the raw star to the star', () => {
    law((scheme, unit) => {
      const { rawStar, star, fired } = judged(scheme, unit);
      let at = rawStar;
      for (const { from, to } of fired) {
        expect(from).toBe(at);
        expect(to ?? 0).toBeLessThanOrEqual(from ?? 0);
        at = to;
      }
      expect(star).toBe(at);
    });
  });

  it('the weights that criteria and measured components really had are 1 together', () => {
    law((scheme, unit) => {
      const { score, pillars, components } = judged(scheme, unit);
      const parts = leavesOf(pillars).map(({ weightInWhole }) => weightInWhole);
      const studies = components.filter(({ code }) => code === 'study').map(({ effectiveWeight }) => effectiveWeight);
      const sum = [...parts, ...studies].reduce((all, part) => all + part, 0);
      expect(sum).toBeCloseTo(score === null ? 0 : 1, 10);
    });
  });

  it('bounds hold the score, interval and near edge lie around it', () => {
    law((scheme, unit) => {
      const { score, bounds, interval, nearEdge, provisional } = judged(scheme, unit);
      if (score === null) return expect(interval).toBeNull();
      const floor = scheme.aggregation === 'geometric' ? 1 : 1e-9; // a missing tree at 0 counts as 1
      expect(score - bounds!.low).toBeGreaterThanOrEqual(-floor);
      expect(bounds!.high - score).toBeGreaterThanOrEqual(-1e-9);
      if (provisional.length === 0) expect(bounds).toEqual({ low: score, high: score });
      if (interval) {
        expect(interval.low).toBeLessThanOrEqual(score);
        expect(interval.high).toBeGreaterThanOrEqual(score);
      }
      if (nearEdge !== null) {
        expect(nearEdge).toBeGreaterThan(interval!.low);
        expect(nearEdge).toBeLessThan(interval!.high);
      }
    });
  });
});
