import fc from 'fast-check';
import { compileScheme, judgeBriefly } from '../judge/index.js';
import type { UnitEvidence } from '../judge/index.js';
import { exampleScheme } from '../scheme/example.js';
import type { Gate } from '../scheme/index.js';
import { changedScheme } from './changed-scheme.js';
import type { SchemeChange } from './changed-scheme.js';
import { evidenceOf, gradedScheme } from './graded-scheme.js';
import { whatIf, whatIfJudge } from './what-if.js';

const title = { ar: 'بوابة', en: 'Gate' };
const gate = (changes: object = {}): Gate => ({
  when: 'pillarBelow',
  code: 'g',
  title,
  pillar: 'place',
  below: 60,
  then: { cap: 2 },
  ...changes,
});
const counted = (pairs: readonly (readonly [star: number | null, units: number])[]) =>
  pairs.map(([star, units]) => ({ star, units }));
const wheres = (change: SchemeChange) =>
  changedScheme(exampleScheme(), change).faults.map(({ where, reason }) => `${where} ${reason}`);

describe('changedScheme', () => {
  it('puts each change in its place, and leaves the rest and the given scheme as they were', () => {
    const scheme = exampleScheme();
    const change: SchemeChange = {
      weights: { customers: 20, place: 4, building: 5, parking: 7 },
      bands: [{ star: 5, from: 10 }],
      gates: {
        replace: [gate({ code: 'weak_place', then: { provisional: true } })],
        add: [gate({ then: { cap: 5 } })],
      },
      aggregation: 'geometric',
    };
    const { scheme: changed, faults } = changedScheme(scheme, change);
    expect(faults).toEqual([]);
    expect(changed?.components.map(({ weight }) => weight)).toEqual([60, 20]);
    expect(changed?.pillars.map(({ weight }) => weight)).toEqual([4, 3]);
    expect(changed?.pillars[0]?.elements[0]).toMatchObject({ weight: 5, criteria: [{ weight: 2 }, { weight: 7 }] });
    expect(changed).toMatchObject({ stars: { by: 'bands', bands: change.bands }, aggregation: 'geometric' });
    expect(changed?.gates.map(({ code }) => code)).toEqual(['weak_place', 'g']);
    expect(changed?.gates[0]).toMatchObject({ below: 60, then: { provisional: true } });
    expect(scheme).toEqual(exampleScheme());
  });

  it('takes gates away, and without a change gives the scheme again', () => {
    expect(changedScheme(exampleScheme(), { gates: { remove: ['weak_place'] } }).scheme?.gates).toEqual([]);
    expect(changedScheme(exampleScheme(), {}).scheme).toEqual(exampleScheme());
  });

  it.each<[string, SchemeChange, string[]]>([
    ['a weight of nothing known', { weights: { garden: 2 } }, ['weights.garden unknown']],
    ['one of what every object has', { weights: { constructor: 2 } }, ['weights.constructor unknown']],
    ['a weight that is none', { weights: { place: 0 } }, ['weights.place notAbove']],
    [
      'bands out of order',
      {
        bands: [
          { star: 2, from: 50 },
          { star: 3, from: 40 },
        ],
      },
      ['bands[1].from notAbove', 'gates[0].then.cap notOneOf'],
    ],
    ['a gate to remove that is not there', { gates: { remove: ['x'] } }, ['gates.remove[0] unknown']],
    [
      'a gate to replace that is not there',
      { gates: { replace: [gate({ code: 'x' })] } },
      ['gates.replace[0] unknown'],
    ],
    ['a new gate on no pillar', { gates: { add: [gate({ pillar: 'garden' })] } }, ['gates.add[0].pillar unknown']],
    [
      'a replaced gate on no pillar',
      { gates: { replace: [gate({ code: 'weak_place', pillar: 'garden' })] } },
      ['gates.replace[0].pillar unknown'],
    ],
    ['a new gate of an old code', { gates: { add: [gate({ code: 'weak_place' })] } }, ['gates.add[0].code repeated']],
  ])('%s is a fault', (_, change, faults) => {
    expect(changedScheme(exampleScheme(), change).scheme).toBeNull();
    expect(wheres(change)).toEqual(faults);
  });

  it('bands are no change where stars go by steps', () => {
    const steps = [{ component: 'customers', upAt: 3, downAt: 1 }];
    const scheme = exampleScheme({
      stars: { by: 'steps', base: 'customers', lowest: 1, highest: 3, steps },
      gates: [],
    });
    expect(changedScheme(scheme, { bands: [{ star: 2, from: 1 }] }).faults).toMatchObject([
      { where: 'bands', reason: 'unknown' },
    ]);
  });
});

const scheme = gradedScheme({ tree: [[[1, 1]]] });
const unit = (code: string, first: string, second: string) =>
  evidenceOf({ p0e0c0: first, p0e0c1: second }, { unit: code });
const units = [
  unit('up', 'l4', 'l1'),
  unit('down', 'l1', 'l4'),
  unit('still', 'l2', 'l2'),
  unit('lost', 'l0', 'l4'),
  unit('rated', 'l3', 'l0'),
];

describe('whatIf', () => {
  it('counts who moves, and lists them', () => {
    const { effect } = whatIf({ scheme, units, change: { weights: { p0e0c0: 3 } } });
    expect(effect).toMatchObject({ units: 5, up: 1, down: 1, unrated: 1, becameRated: 1, onlyScore: 0, isCut: false });
    expect(effect?.moved.map((one) => [one.unit, one.before.star, one.after.star])).toEqual([
      ['up', 4, 6],
      ['down', 4, 2],
      ['lost', 3, null],
      ['rated', null, 3],
    ]);
    expect(effect?.starsBefore).toEqual(
      counted([
        [4, 2],
        [3, 2],
        [null, 1],
      ]),
    );
    expect(effect?.starsAfter).toEqual(
      counted([
        [6, 1],
        [3, 2],
        [2, 1],
        [null, 1],
      ]),
    );
    expect(effect?.meanChange).toBeCloseTo((18.75 - 18.75 + 0 - 25 + 18.75) / 5, 12);
  });

  it('a score may move alone', () => {
    const { effect } = whatIf({ scheme, units: [unit('a', 'l3', 'l2')], change: { weights: { p0e0c0: 1.1 } } });
    expect(effect).toMatchObject({ up: 0, onlyScore: 1, moved: [] });
  });

  it('lists no more than asked for, and counts all', () => {
    const { effect } = whatIf({ scheme, units, change: { weights: { p0e0c0: 3 } } }, 2);
    expect(effect).toMatchObject({ up: 1, down: 1, unrated: 1, becameRated: 1, isCut: true });
    expect(effect?.moved.map((one) => one.unit)).toEqual(['up', 'down']);
  });

  it('a grading changes one unit; who was not met is named', () => {
    const gradings = [
      { unit: 'still', criterion: 'p0e0c0', level: 'l4' },
      { unit: 'lost', criterion: 'p0e0c0', level: null },
      { unit: 'nobody', criterion: 'p0e0c0', level: 'l4' },
    ];
    const { effect } = whatIf({ scheme, units, gradings });
    expect(effect?.moved.map((one) => [one.unit, one.after.score])).toEqual([
      ['still', 75],
      ['lost', 100],
    ]);
    expect(effect?.unitsNotFound).toEqual(['nobody']);
  });

  it('a changed grading keeps its missing evidence; a new one has it', () => {
    const strict = gradedScheme({ tree: [[[{ weight: 1, evidence: 'required' }, 1]]] });
    const gradings = [{ unit: 'a', criterion: 'p0e0c0', level: 'l4' }];
    const scoreOf = (evidence: UnitEvidence) =>
      whatIfJudge({ scheme: strict, gradings }).judge?.effectOn(evidence).after.score;
    expect(scoreOf(evidenceOf({ p0e0c0: { level: 'l2', hasEvidence: false }, p0e0c1: 'l4' }))).toBe(50);
    expect(scoreOf(evidenceOf({ p0e0c1: 'l4' }))).toBe(100);
  });

  it('a wrong question is not answered', () => {
    const gradings = [
      { unit: 'still', criterion: 'p9', level: 'l4' },
      { unit: 'still', criterion: 'p0e0c0', level: 'best' },
    ];
    const { effect, faults } = whatIf({ scheme, units, gradings, change: { weights: { p9: 1 } } });
    expect(effect).toBeNull();
    expect(faults.map(({ where, reason }) => `${where} ${reason}`)).toEqual([
      'weights.p9 unknown',
      'gradings[0].criterion unknown',
      'gradings[1].level notOneOf',
    ]);
  });

  it('of no units nothing is said', () => {
    expect(whatIf({ scheme, units: [] }).effect).toMatchObject({ units: 0, meanChange: null, moved: [] });
  });

  it('passes through the units once and keeps those that moved only', () => {
    let alive = 0;
    function* many() {
      for (let at = 0; at < 5_000; at++) {
        alive += 1;
        yield unit(`u${at}`, 'l4', 'l1');
      }
    }
    const { effect } = whatIf({ scheme, units: many(), change: { weights: { p0e0c0: 3 } } });
    expect(alive).toBe(5_000);
    expect(effect).toMatchObject({ units: 5_000, up: 5_000, isCut: true });
    expect(effect?.moved).toHaveLength(1_000);
  });

  it('law: before and after are what judging gives', () => {
    const level = fc.constantFrom('l0', 'l1', 'l2', 'l3', 'l4', null);
    fc.assert(
      fc.property(level, level, fc.integer({ min: 1, max: 9 }), (first, second, weight) => {
        const evidence = evidenceOf({ p0e0c0: first, p0e0c1: second });
        const change = { weights: { p0e0c1: weight } };
        const effect = whatIfJudge({ scheme, change }).judge?.effectOn(evidence);
        const after = compileScheme(changedScheme(scheme, change).scheme!, 'centre');
        expect(judgeBriefly(compileScheme(scheme, 'centre'), evidence)).toMatchObject(effect!.before);
        expect(judgeBriefly(after, evidence)).toMatchObject(effect!.after);
      }),
    );
  });
});
