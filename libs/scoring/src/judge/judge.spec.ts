import { tQuantile } from '#statistics';
import { exampleDocument, exampleScheme } from '../scheme/example.js';
import type { Scheme } from '../scheme/scheme.js';
import { compileScheme } from './compile-scheme.js';
import { judge } from './judge.js';
import type { Judgement, JudgedNode } from './judgement.js';
import type { GradingObservation, Observation, UnitEvidence } from './unit-evidence.js';

const leading: GradingObservation = { level: 'leading', hasEvidence: true };
const measured = (value: number | null, error: number | null = null, n = 100): Observation => ({ value, n, error });
const study = 'study:happiness:';
const welcome = 'items:visit:greeting+smile';
const waiting = 'indicator:waiting_minutes';

/** Deira: place 100 and 50 by 2 to 1, welcome 80, waiting 10 minutes of 30 to 5 → 80; customers 90. */
function evidence(changes: Partial<UnitEvidence> = {}): UnitEvidence {
  return {
    unit: 'deira',
    agency: 'transport',
    channelType: 'centre',
    gradings: new Map([
      ['access', leading],
      ['parking', { level: 'developing', hasEvidence: false }],
    ]),
    observations: new Map([
      [study, measured(90)],
      [welcome, measured(80)],
      [waiting, measured(10)],
    ]),
    violations: [],
    ...changes,
  };
}

const observing = (key: string, observation: Observation | null) => {
  const observations = new Map(evidence().observations);
  if (observation) observations.set(key, observation);
  else observations.delete(key);
  return evidence({ observations });
};
const grading = (code: string, observation: GradingObservation | null) => {
  const gradings = new Map(evidence().gradings);
  if (observation) gradings.set(code, observation);
  else gradings.delete(code);
  return evidence({ gradings });
};
const judged = (unit: UnitEvidence, scheme: Scheme = exampleScheme()) =>
  judge(compileScheme(scheme, unit.channelType), unit);
const nodesOf = (nodes: readonly JudgedNode[]): JudgedNode[] =>
  nodes.flatMap((node) => [node, ...nodesOf(node.children)]);
const found = ({ pillars }: Judgement, code: string) => nodesOf(pillars).find((node) => node.code === code)!;

const place = 250 / 3;
const tree = (place + 3 * 80) / 4;

describe('judge', () => {
  it('scores from the criteria up, and gives the star', () => {
    const whole = judged(evidence());
    expect(found(whole, 'place').score).toBeCloseTo(place, 12);
    expect(found(whole, 'waiting')).toMatchObject({ score: 80, n: 100, fedBy: waiting, gradedLevel: null });
    expect(found(whole, 'access')).toMatchObject({ score: 100, n: null, fedBy: null, gradedLevel: 'leading' });
    expect(whole.components.map(({ score }) => score)).toEqual([expect.closeTo(tree, 12), 90]);
    expect(whole.components.map(({ star }) => star)).toEqual([null, 3]);
    expect(whole.score).toBeCloseTo(0.6 * tree + 0.4 * 90, 12);
    expect(whole).toMatchObject({ unit: 'deira', agency: 'transport', channelType: 'centre', rawStar: 6, star: 6 });
    expect(whole).toMatchObject({ provisional: [], fired: [], interval: null, nearEdge: null });
    expect(whole.bounds).toEqual({ low: whole.score, high: whole.score });
  });

  it('gives criteria and measured components the weights they really had, together 1', () => {
    const whole = judged(grading('access', { level: null, hasEvidence: false }));
    expect(found(whole, 'access')).toMatchObject({ score: null, state: 'notApplicable', effectiveWeight: 0 });
    expect(found(whole, 'parking')).toMatchObject({ weight: 1, effectiveWeight: 1, weightInWhole: 0.6 * 0.25 });
    expect(found(whole, 'welcome').weightInWhole).toBeCloseTo((0.6 * 0.75) / 2, 12);
    expect(whole.components[1]).toMatchObject({ effectiveWeight: 0.4 });
    expect(whole.provisional).toEqual([]);
  });

  it('leaves out what is not for the channel type', () => {
    const whole = judged(evidence({ channelType: 'digital' }));
    expect(nodesOf(whole.pillars).map(({ code }) => code)).toEqual([
      ...['place', 'building', 'access'],
      ...['service', 'time', 'waiting'],
    ]);
    expect(whole.provisional).toEqual([]);
  });

  it('leaves out a pillar of which nothing is left', () => {
    const scheme = exampleScheme();
    const [first, ...others] = scheme.pillars;
    const pillars = [{ ...first!, elements: [{ ...first!.elements[0]!, channels: ['centre'] }] }, ...others];
    const compiled = compileScheme({ ...scheme, pillars }, 'digital');
    expect(compiled.pillars.map(({ code }) => code)).toEqual(['service']);
    expect(compiled.criteria).toMatchObject([{ code: 'waiting', pillar: 0, element: 0, weightInWhole: 0.6 }]);
  });

  describe('what is missing', () => {
    it('a criterion that was not graded: left out of the mean, named, and in the bounds', () => {
      const whole = judged(grading('parking', null));
      expect(found(whole, 'parking')).toMatchObject({ score: null, state: 'missing', effectiveWeight: 0 });
      expect(found(whole, 'place').score).toBe(100);
      expect(whole.provisional).toEqual([{ why: 'criterionMissing', criteria: ['parking'] }]);
      expect(whole.bounds?.low).toBeCloseTo(0.6 * (0.25 * (200 / 3) + 0.75 * 80) + 36, 12);
      expect(whole.bounds?.high).toBeCloseTo(0.6 * (0.25 * 100 + 0.75 * 80) + 36, 12);
    });

    it.each([
      ['not observed', null],
      ['observed without a value', measured(null)],
    ])('a figure %s', (_, observation) => {
      expect(judged(observing(welcome, observation)).provisional).toEqual([
        { why: 'criterionMissing', criteria: ['welcome'] },
      ]);
    });

    it('a component: the others make the score, and it is said with its bounds', () => {
      const whole = judged(observing(study, null));
      expect(whole.score).toBeCloseTo(tree, 12);
      expect(whole.components.map(({ effectiveWeight }) => effectiveWeight)).toEqual([1, 0]);
      expect(whole.provisional).toEqual([{ why: 'componentMissing', component: 'customers' }]);
      expect(whole.bounds?.low).toBeCloseTo(0.6 * tree, 12);
      expect(whole.bounds?.high).toBeCloseTo(0.6 * tree + 40, 12);
    });

    it('everything: no score and no star, anywhere from 0 to 100', () => {
      const whole = judged(evidence({ gradings: new Map(), observations: new Map() }));
      expect(whole).toMatchObject({ score: null, star: null, bounds: { low: 0, high: 100 }, interval: null });
      expect(whole.provisional.map(({ why }) => why)).toEqual([
        'criterionMissing',
        'componentMissing',
        'componentMissing',
      ]);
    });

    it('is not what does not apply: then nothing is provisional, and nothing to bound', () => {
      const document = exampleDocument();
      const graded = document.pillars.slice(0, 1);
      const scheme = exampleScheme({ pillars: graded, components: document.components.slice(0, 1) });
      const none: GradingObservation = { level: null, hasEvidence: false };
      const gradings = new Map([...evidence().gradings.keys()].map((code) => [code, none] as const));
      const whole = judged(evidence({ gradings }), scheme);
      expect(whole).toMatchObject({ score: null, star: null, provisional: [], bounds: null });
      expect(found(whole, 'place').state).toBe('notApplicable');
    });
  });

  it('what rests on too little is scored and provisional', () => {
    const whole = judged(observing(study, measured(90, null, 29)));
    expect(whole.score).toBe(judged(evidence()).score);
    expect(whole.provisional).toEqual([{ why: 'belowMinimum', of: 'customers', n: 29, minimum: 30 }]);
    expect(judged(observing(study, measured(90, null, 30))).provisional).toEqual([]);
  });

  it('without its required evidence a grading counts as the lowest level', () => {
    const whole = judged(grading('access', { level: 'leading', hasEvidence: false }));
    expect(found(whole, 'access')).toMatchObject({ score: 0, gradedLevel: 'leading', loweredForEvidence: true });
    expect(found(whole, 'parking')).toMatchObject({ score: 50, loweredForEvidence: false });
    const lowest = judged(grading('access', { level: 'none', hasEvidence: false }));
    expect(found(lowest, 'access').loweredForEvidence).toBe(false);
  });

  it.each([
    [30, 0],
    [40, 0],
    [5, 100],
    [1, 100],
    [17.5, 50],
  ])('an indicator between goalposts, cut to them: %d minutes → %d', (minutes, score) => {
    expect(found(judged(observing(waiting, measured(minutes))), 'waiting').score).toBe(score);
  });

  describe('the star', () => {
    const at = (score: number, compareAt = 6) => {
      const scheme = exampleScheme({ rounding: { compareAt, show: 1 }, gates: [] });
      const customersOnly = { ...scheme, components: scheme.components.slice(1), pillars: [] };
      return judged(observing(study, measured(score)), customersOnly).star;
    };
    it.each([
      ['a band begins at its edge', 70, 6, 5],
      ['and ends before the next', 69.999999, 6, 4],
      ['a score is rounded before it is compared', 69.9999995, 6, 5],
      ['half away from zero', 69.5, 0, 5],
      ['and not before its half', 69.49, 0, 4],
      ['below the lowest: not rated', 39.9, 6, null],
      ['the highest has no end', 100, 6, 7],
    ])('%s', (_, score, compareAt, star) => expect(at(score, compareAt)).toBe(star));
  });

  describe('the interval', () => {
    it('from the errors of what was sampled, by the weights they had', () => {
      const observations = new Map([
        [study, measured(90, 2)],
        [welcome, measured(80, 4)],
        [waiting, measured(10, 1)], // 4 points a minute
      ]);
      const { score, interval, components } = judged(evidence({ observations }));
      const inTree = Math.hypot(4, 4) * 0.75 * 0.5;
      expect(components.map(({ error }) => error)).toEqual([expect.closeTo(inTree, 12), 2]);
      const parts = [0.4 * 2, 0.6 * 0.75 * 0.5 * 4, 0.6 * 0.75 * 0.5 * 4];
      const error = Math.hypot(...parts);
      const df = 99 / parts.reduce((sum, part) => sum + (part / error) ** 4, 0); // Satterthwaite, of 100 answers each
      const reach = tQuantile(0.975, df) * error;
      expect(interval?.low).toBeCloseTo(score! - reach, 10);
      expect(interval?.high).toBeCloseTo(score! + reach, 10);
    });

    it('one observation that feeds twice moves both together', () => {
      const { components, gates } = exampleDocument();
      const [customers] = components.slice(1);
      const twice = [customers, { ...customers, code: 'again' }];
      const scheme = exampleScheme({ components: twice, pillars: [], gates: gates.slice(1) });
      const { interval } = judged(observing(study, measured(50, 5)), scheme);
      expect(interval?.high).toBeCloseTo(50 + tQuantile(0.975, 99) * 5, 10);
    });

    it('of three visits is wider than of hundreds with the same error', () => {
      const few = judged(observing(study, measured(50, 5, 3))).interval!;
      const many = judged(observing(study, measured(50, 5, 500))).interval!;
      expect((few.high - few.low) / (many.high - many.low)).toBeCloseTo(4.302652729696144 / 1.964729, 4); // t(2) ÷ t(499)
    });

    it('is cut to the scale, and names the nearest edge that lies inside it', () => {
      const whole = judged(observing(study, measured(90, 20)));
      expect(whole.interval?.high).toBe(100);
      expect(whole.nearEdge).toBe(80); // 90 lies inside too, further away
      expect(judged(observing(study, measured(90, 0))).interval).toEqual({ low: whole.score, high: whole.score });
      expect(judged(observing(study, measured(90, 0))).nearEdge).toBeNull();
    });
  });

  describe('gates', () => {
    const title = { en: 'gate' };
    const gated = (gates: readonly object[], unit = evidence()) =>
      judged(unit, exampleScheme({ gates: gates.map((gate, index) => ({ code: `g${index}`, title, ...gate })) }));

    it('a cap lowers the star and says by what', () => {
      const whole = gated([{ when: 'pillarBelow', pillar: 'place', below: 85, then: { cap: 4 } }]);
      expect(whole).toMatchObject({ rawStar: 6, star: 4 });
      expect(whole.fired).toEqual([
        { gate: 'g0', effect: { cap: 4 }, found: found(whole, 'place').score, from: 6, to: 4 },
      ]);
    });

    it('one that holds but changes nothing has not fired', () => {
      const cap = (star: number) => ({
        when: 'componentBelow',
        component: 'customers',
        below: 95,
        then: { cap: star },
      });
      expect(gated([cap(7), cap(6)]).fired).toEqual([]);
      const whole = gated([cap(5), cap(5), cap(4)]);
      expect(whole.fired.map(({ gate, from, to }) => [gate, from, to])).toEqual([
        ['g0', 6, 5],
        ['g2', 5, 4],
      ]);
    });

    it('is below, not at, and compares what is rounded', () => {
      const cap = (below: number) => [{ when: 'criterionFailed', criterion: 'welcome', below, then: { cap: 2 } }];
      expect(gated(cap(80)).star).toBe(6);
      expect(gated(cap(80.1)).star).toBe(2);
      expect(gated(cap(80), observing(welcome, measured(79.9999999))).star).toBe(6);
    });

    it('a missing or left-out score fails nothing', () => {
      const gate = [{ when: 'criterionFailed', criterion: 'welcome', below: 100, then: { unrated: true } }];
      expect(gated(gate, observing(welcome, null)).star).not.toBeNull();
      expect(gated(gate, evidence({ channelType: 'digital' })).star).not.toBeNull();
      expect(gated(gate).star).toBeNull();
    });

    it('takes the star away, and what comes after finds none', () => {
      const gates = [
        { when: 'openViolation', then: { unrated: true } },
        { when: 'openViolation', then: { cap: 2 } },
      ];
      expect(gated(gates).star).toBe(6);
      const whole = gated(gates, evidence({ violations: ['fire_exit'] }));
      expect(whole.fired).toEqual([{ gate: 'g0', effect: { unrated: true }, found: null, from: 6, to: null }]);
    });

    it('asks only for the kinds and channel types it names', () => {
      const violations = ['fire_exit'];
      const gate = { when: 'openViolation', kinds: ['hygiene'], then: { cap: 2 } };
      expect(gated([gate], evidence({ violations })).star).toBe(6);
      expect(gated([{ ...gate, kinds: ['hygiene', 'fire_exit'] }], evidence({ violations })).star).toBe(2);
      expect(
        gated([{ when: 'openViolation', channels: ['digital'], then: { cap: 2 } }], evidence({ violations })).star,
      ).toBe(6);
    });

    it('marks a result provisional, and leaves the star', () => {
      const whole = gated([{ when: 'openViolation', then: { provisional: true } }], evidence({ violations: ['x'] }));
      expect(whole.provisional).toEqual([{ why: 'gate', gate: 'g0' }]);
      expect(whole.fired).toMatchObject([{ from: 6, to: 6 }]);
    });

    it('bounds an upgrade over the star of a component', () => {
      const bound = (by: number) => [{ when: 'boundedUpgrade', component: 'customers', at: 3, by }];
      expect(gated(bound(1)).fired).toEqual([{ gate: 'g0', effect: { atMost: 4 }, found: 3, from: 6, to: 4 }]);
      expect(gated(bound(3)).fired).toEqual([]);
      expect(gated(bound(1), observing(study, measured(79))).fired).toEqual([]);
    });

    it('does not judge the gap between channels, which is an agency’s', () => {
      expect(gated([{ when: 'channelGap', above: 0, then: { cap: 2 } }]).fired).toEqual([]);
    });
  });

  describe('AT-21: composites', () => {
    const composite = (values: readonly number[], aggregation: string, error: number | null = null) => {
      const { pillars, components } = exampleDocument();
      const [first] = pillars[0]!.elements;
      const scheme = exampleScheme({
        aggregation,
        gates: [],
        components: components.slice(0, 1),
        pillars: values.map((_, index) => {
          const feed = { by: 'study', study: `s${index}` };
          const criteria = [{ code: `c${index}`, title: { en: 'c' }, weight: 1, feed }];
          const elements = [{ ...first, code: `e${index}`, criteria }];
          return { ...pillars[0], code: `p${index}`, weight: 1, elements };
        }),
      });
      const observations = new Map(values.map((value, index) => [`study:s${index}:`, measured(value, error)]));
      return judged(evidence({ observations }), scheme);
    };

    it.each([
      ['(a) arithmetic', [21, 1, 1, 1], 'arithmetic', 6, 10],
      ['(a) geometric', [21, 1, 1, 1], 'geometric', 2.1407, 4],
      ['(a) geometric of equals', [6, 6, 6, 6], 'geometric', 6, 10],
      ['(b) human development', [69.71, 34.47, 55.06], 'geometric', 50.955, 3],
      ['a score below 1 counts as 1', [0, 100], 'geometric', 10, 10],
    ])('%s', (_, values, aggregation, expected, digits) => {
      expect(composite(values, aggregation).score).toBeCloseTo(expected, digits);
    });

    it('errors go by the slope of the geometric mean: a weak pillar pulls harder', () => {
      const { components, score } = composite([20, 80], 'geometric', 1);
      expect(score).toBeCloseTo(40, 10);
      expect(components[0]?.error).toBeCloseTo(Math.hypot((0.5 * 40) / 20, (0.5 * 40) / 80), 10);
    });
  });

  describe('refuses what would be judged wrongly', () => {
    it.each<[string, UnitEvidence]>([
      ['a level that is none', grading('access', { level: 'superb', hasEvidence: true })],
      ['a score off the scale', observing(study, measured(101))],
      ['a value that is no number', observing(waiting, measured(NaN))],
      ['a negative error', observing(study, measured(90, -1))],
    ])('%s', (_, unit) => expect(() => judged(unit)).toThrow(RangeError));

    it('a unit of another channel type, and a channel type that is none', () => {
      const compiled = compileScheme(exampleScheme(), 'digital');
      expect(() => judge(compiled, evidence())).toThrow(RangeError);
      expect(() => compileScheme(exampleScheme(), 'bus')).toThrow(RangeError);
    });
  });
});
