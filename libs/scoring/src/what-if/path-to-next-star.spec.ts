import fc from 'fast-check';
import { compileScheme, judge } from '../judge/index.js';
import type { CompiledScheme, GradingObservation, UnitEvidence } from '../judge/index.js';
import type { Gate } from '../scheme/index.js';
import { evidenceOf, gradedScheme } from './graded-scheme.js';
import { pathToNextStar } from './path-to-next-star.js';
import type { StarPath } from './path-to-next-star.js';

const title = { en: 'gate' };
const compiled = (scheme: Parameters<typeof gradedScheme>[0]) => compileScheme(gradedScheme(scheme), 'centre');
const short = (path: StarPath | null) =>
  path && path.criteria.map(({ criterion, from, to, cost }) => `${criterion} ${from}→${to} for ${cost}`);

describe('pathToNextStar', () => {
  const four = compiled({ tree: [[[1, 2]], [[1, 1]]] });

  it('takes the criterion that gains most for a level', () => {
    const path = pathToNextStar(four, evidenceOf({ p0e0c0: 'l1', p0e0c1: 'l1', p1e0c0: 'l1', p1e0c1: 'l1' }));
    expect(path).toMatchObject({ from: null, target: 2, cost: 2, exact: true });
    expect(short(path)).toEqual(['p0e0c1 l1→l3 for 2']);
    expect(path?.score).toBeCloseTo(25 + 50 / 3, 12);
    expect(path?.criteria[0]?.gain).toBeCloseTo(50 / 3, 12);
    expect(path).not.toHaveProperty('blocked');
  });

  it('a dear criterion is left for cheaper ones', () => {
    const evidence = evidenceOf({ p0e0c0: 'l1', p0e0c1: 'l1', p1e0c0: 'l1', p1e0c1: 'l1' });
    const path = pathToNextStar(four, evidence, new Map([['p0e0c1', 5]]));
    expect(path?.cost).toBe(3);
    expect(short(path)).toEqual(['p1e0c0 l1→l4 for 3']);
  });

  it('adding a missing evidence file costs 1 and gives the graded level', () => {
    const scheme = compiled({ tree: [[[{ weight: 1, evidence: 'required' }, 1]]] });
    const path = pathToNextStar(scheme, evidenceOf({ p0e0c0: { level: 'l3', hasEvidence: false }, p0e0c1: 'l2' }));
    expect(path).toMatchObject({ from: null, target: 2, cost: 1, score: 62.5 });
    expect(path?.criteria).toEqual([
      { criterion: 'p0e0c0', from: 'l0', to: 'l3', addsEvidence: true, cost: 1, gain: 37.5 },
    ]);
  });

  it('at the top there is nothing to do', () => {
    expect(pathToNextStar(four, evidenceOf({ p0e0c0: 'l4', p1e0c0: 'l4' }))).toBeNull();
  });

  it('what was not graded, or does not apply, can not be raised', () => {
    const path = pathToNextStar(four, evidenceOf({ p0e0c0: 'l0', p0e0c1: null }));
    expect(short(path)).toEqual(['p0e0c0 l0→l2 for 2']);
  });

  it('a weak pillar that a gate caps is raised first, whatever it gains', () => {
    const gate: Gate = { when: 'pillarBelow', code: 'weak', title, pillar: 'p1', below: 50, then: { cap: 3 } };
    const scheme = compiled({ tree: [[[1]], [[1, 1]]], pillarWeights: [9, 1], gates: [gate] });
    const path = pathToNextStar(scheme, evidenceOf({ p0e0c0: 'l3', p1e0c0: 'l1', p1e0c1: 'l1' }));
    expect(path).toMatchObject({ from: 3, target: 4, cost: 2 });
    expect(short(path)).toEqual(['p1e0c0 l1→l3 for 2']);
  });

  it('a failed criterion must pass', () => {
    const gate: Gate = {
      when: 'criterionFailed',
      code: 'must',
      title,
      criterion: 'p0e0c0',
      below: 50,
      then: { unrated: true },
    };
    const scheme = compiled({ tree: [[[1, 9]]], gates: [gate] });
    const path = pathToNextStar(scheme, evidenceOf({ p0e0c0: 'l0', p0e0c1: 'l4' }));
    expect(path).toMatchObject({ from: null, target: 2 });
    expect(short(path)).toEqual(['p0e0c0 l0→l2 for 2']);
  });

  it('says what grading can not do, and what it must do besides', () => {
    const gates: Gate[] = [
      { when: 'openViolation', code: 'fine', title, then: { cap: 2 } },
      { when: 'componentBelow', code: 'unhappy', title, component: 'customers', below: 60, then: { cap: 2 } },
    ];
    const scheme = compiled({ tree: [[[1]]], treeWeight: 60, gates });
    const path = pathToNextStar(scheme, evidenceOf({ p0e0c0: 'l1' }, { happiness: 50, violations: ['licence'] }));
    expect(path).toMatchObject({ from: null, target: 2, cost: 1 });
    expect(path).not.toHaveProperty('blocked');
    const next = pathToNextStar(scheme, evidenceOf({ p0e0c0: 'l2' }, { happiness: 50, violations: ['licence'] }));
    expect(next).toMatchObject({ from: 2, target: 3, cost: 0, criteria: [] });
    expect(next?.blocked).toEqual([
      { by: 'gate', gate: 'fine', needed: null },
      { by: 'gate', gate: 'unhappy', needed: 60 },
    ]);
  });

  it('says that no grading reaches the score', () => {
    const scheme = compiled({ tree: [[[1]]], treeWeight: 10 });
    const path = pathToNextStar(scheme, evidenceOf({ p0e0c0: 'l2' }, { happiness: 50 }));
    expect(path).toMatchObject({ from: 3, target: 4, criteria: [], cost: 0, score: 50 });
    expect(path?.blocked).toEqual([{ by: 'score', needed: 60, reachable: 55 }]);
  });

  it('a score is compared as the scheme rounds it', () => {
    const scheme = (compareAt: number) =>
      compiled({ tree: [[[1, 1]]], levels: [0, 79, 80], change: { rounding: { compareAt, show: 1 } } });
    const evidence = evidenceOf({ p0e0c0: 'l0', p0e0c1: 'l0' });
    expect(pathToNextStar(scheme(0), evidence)?.cost).toBe(1); // 39.5 is 40
    expect(pathToNextStar(scheme(1), evidence)?.cost).toBe(2);
  });

  it('a price is whole and above 0', () => {
    const evidence = evidenceOf({ p0e0c0: 'l0' });
    expect(() => pathToNextStar(four, evidence, new Map([['p0e0c0', 0.5]]))).toThrow(RangeError);
  });

  it('beyond a cost of 2,000 a path is found, and not called the cheapest', () => {
    const evidence = evidenceOf({ p0e0c0: 'l0', p0e0c1: 'l0', p1e0c0: 'l0', p1e0c1: 'l0' });
    const dear = new Map(['p0e0c0', 'p0e0c1', 'p1e0c0', 'p1e0c1'].map((code) => [code, 1_000]));
    const path = pathToNextStar(four, evidence, dear)!;
    expect(path).toMatchObject({ target: 2, exact: false });
    expect(judge(four, raised(evidence, path)).star).toBe(2);
  });

  it('so it is where a gate asks for more of a pillar than the score needs', () => {
    const weak: Gate = { when: 'pillarBelow', code: 'weak', title, pillar: 'p1', below: 75, then: { unrated: true } };
    const scheme = compiled({ tree: [[[1]], [[1, 1]]], pillarWeights: [9, 1], gates: [weak] });
    const evidence = evidenceOf({ p0e0c0: 'l2', p1e0c0: 'l0', p1e0c1: 'l0' });
    const path = pathToNextStar(
      scheme,
      evidence,
      new Map([
        ['p1e0c0', 900],
        ['p1e0c1', 900],
      ]),
    )!;
    expect(path).toMatchObject({ from: null, target: 2, cost: 5_400, exact: false });
    expect(judge(scheme, raised(evidence, path)).star).toBe(3);
  });
});

describe('the path where stars go by steps', () => {
  const own = [1, 2, 3, 4, 5].map((star) => ({ star, from: 20 * (star - 1) }));
  const study = (code: string) => ({ code, title, weight: 1, of: { by: 'study', study: code }, bands: own });
  const scheme = compiled({
    tree: [[[1, 1, 1, 1]]],
    change: {
      components: [{ code: 'tree', title, weight: 1, of: 'pillars', bands: own }, study('happiness'), study('staff')],
      stars: {
        by: 'steps',
        base: 'happiness',
        lowest: 1,
        highest: 5,
        steps: ['tree', 'staff'].map((component) => ({ component, upAt: 4, downAt: 1 })),
      },
    },
  });
  const gradings = { p0e0c0: 'l1', p0e0c1: 'l1', p0e0c2: 'l1', p0e0c3: 'l1' };

  it('raises the tree to the star that steps up', () => {
    const path = pathToNextStar(scheme, evidenceOf(gradings, { happiness: 50 }));
    expect(path).toMatchObject({ from: 3, target: 4, cost: 6, score: (62.5 + 50) / 2 });
  });

  it('says which components keep it down', () => {
    const path = pathToNextStar(scheme, evidenceOf({ p0e0c0: 'l4' }, { happiness: 50 }));
    expect(path).toMatchObject({ from: 4, target: 5, criteria: [] });
    expect(path?.blocked).toEqual([{ by: 'component', component: 'staff', needed: 4 }]);
  });
});

const level = fc.constantFrom<GradingObservation>(
  { level: null, hasEvidence: false },
  ...['l0', 'l1', 'l2'].flatMap((code) => [true, false].map((hasEvidence) => ({ level: code, hasEvidence }))),
);
const criterion = fc.record({
  weight: fc.integer({ min: 1, max: 5 }),
  evidence: fc.constantFrom('none' as const, 'required' as const),
});
const gate = fc.oneof(
  fc
    .record({ pillar: fc.constantFrom('p0', 'p1'), below: fc.constantFrom(30, 50, 62.5) })
    .map(({ pillar, below }): Gate => ({
      when: 'pillarBelow',
      code: `g${pillar}${Math.floor(below)}`,
      title,
      pillar,
      below,
      then: { cap: 3 },
    })),
  fc.constantFrom(25, 60).map((below): Gate => ({
    when: 'criterionFailed',
    code: 'failed',
    title,
    criterion: 'p0e0c0',
    below,
    then: { cap: 2 },
  })),
  fc.constant<Gate>({
    when: 'componentBelow',
    code: 'tree',
    title,
    component: 'assessment',
    below: 55,
    then: { unrated: true },
  }),
  fc.constant<Gate>({ when: 'openViolation', code: 'open', title, then: { cap: 4 } }),
);
const small = fc.record({
  tree: fc.tuple(
    fc.tuple(fc.array(criterion, { minLength: 1, maxLength: 3 })),
    fc.tuple(fc.array(criterion, { minLength: 1, maxLength: 2 }), fc.array(criterion, { minLength: 1, maxLength: 1 })),
  ),
  gates: fc.uniqueArray(gate, { maxLength: 3, selector: ({ code }) => code }),
  aggregation: fc.constantFrom('arithmetic', 'geometric'),
  treeWeight: fc.constantFrom(100, 70),
  happiness: fc.constantFrom(40, 90),
  violations: fc.constantFrom([], [], ['fine']),
  gradings: fc.array(level, { minLength: 6, maxLength: 6 }),
  prices: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 }),
});

describe('law: by trying all sets of small schemes', () => {
  it('no set is cheaper; of the cheapest none raises fewer criteria; of those none scores higher', () => {
    let paths = 0;
    fc.assert(
      fc.property(small, ({ tree, gates, aggregation, treeWeight, happiness, violations, gradings, prices }) => {
        const scheme = compiled({ tree, gates, treeWeight, levels: [0, 40, 100], change: { aggregation } });
        const given = Object.fromEntries(scheme.criteria.map(({ code }, index) => [code, gradings[index]!]));
        const evidence = evidenceOf(given, { happiness, violations });
        const costs = new Map(scheme.criteria.map(({ code }, index) => [code, prices[index]!]));
        const path = pathToNextStar(scheme, evidence, costs);
        if (!path) return expect(judge(scheme, evidence).star).toBe(7);
        const best = byTrying(scheme, evidence, costs, path.target);
        if (path.blocked) return expect(best).toBeNull();
        paths += 1;
        expect(path.exact).toBe(true);
        expect([path.cost, path.criteria.length]).toEqual([best?.cost, best?.raises]);
        expect(path.score).toBeCloseTo(best!.score, 9);
        const after = judge(scheme, raised(evidence, path));
        expect(after.star).toBeGreaterThanOrEqual(path.target);
        expect(path.score).toBe(after.score);
        const gained = path.criteria.reduce((sum, { gain }) => sum + gain, judge(scheme, evidence).score ?? 0);
        expect(gained).toBeCloseTo(after.score!, 9);
      }),
      { numRuns: 300 },
    );
    expect(paths).toBeGreaterThan(100);
  });
});

interface Tried {
  readonly cost: number;
  readonly raises: number;
  readonly score: number;
}

/** All combinations of levels, each judged. */
function byTrying(
  scheme: CompiledScheme,
  evidence: UnitEvidence,
  costs: ReadonlyMap<string, number>,
  target: number,
): Tried | null {
  let best: Tried | null = null;
  const levels = scheme.scheme.levels.map(({ code }) => code);
  const graded = scheme.criteria.filter(({ code }) => typeof evidence.gradings.get(code)?.level === 'string');
  const tryFrom = (
    at: number,
    gradings: ReadonlyMap<string, GradingObservation>,
    cost: number,
    raises: number,
  ): void => {
    const one = graded[at];
    if (!one) {
      const { star, score } = judge(scheme, { ...evidence, gradings });
      const tried = { cost, raises, score: score ?? -1 };
      if (star !== null && star >= target && isBetter(tried, best)) best = tried;
      return;
    }
    const grading = evidence.gradings.get(one.code)!;
    tryFrom(at + 1, gradings, cost, raises);
    const adding = one.evidenceRequired && !grading.hasEvidence ? 1 : 0;
    const from = levels.indexOf(grading.level!);
    for (let to = from; to < levels.length; to++) {
      const own = (to - from) * costs.get(one.code)! + adding;
      if (own === 0) continue;
      const changed = new Map(gradings).set(one.code, { level: levels[to]!, hasEvidence: true });
      tryFrom(at + 1, changed, cost + own, raises + 1);
    }
  };
  tryFrom(0, evidence.gradings, 0, 0);
  return best;
}

function isBetter(one: Tried, other: Tried | null): boolean {
  if (!other) return true;
  const by = one.cost - other.cost || one.raises - other.raises || other.score - one.score;
  return by < 0;
}

function raised(evidence: UnitEvidence, { criteria }: StarPath): UnitEvidence {
  const changes = criteria.map(({ criterion: code, to }) => [code, { level: to, hasEvidence: true }] as const);
  return { ...evidence, gradings: new Map([...evidence.gradings, ...changes]) };
}
