import fc from 'fast-check';
import { ranksOf } from '#statistics';
import { compileScheme, judgeBriefly } from '../judge/index.js';
import type { CompiledScheme, UnitEvidence } from '../judge/index.js';
import type { Gate } from '../scheme/index.js';
import { evidenceOf, gradedScheme } from '../what-if/graded-scheme.js';
import type { PlainScheme } from '../what-if/graded-scheme.js';
import { drawnSchemes } from './drawn-schemes.js';
import { ranksIn, rangeOf } from './ranges.js';
import { robustnessOf } from './robustness.js';

const compiled = (plain: PlainScheme) => compileScheme(gradedScheme(plain), 'centre');
const counted = (pairs: readonly (readonly [star: number | null, units: number])[]) =>
  pairs.map(([star, units]) => ({ star, units }));
const byChannel = (scheme: CompiledScheme) => new Map([[scheme.channelType, scheme]]);
const unit = (code: string, first: string, second: string, ...violations: string[]) =>
  evidenceOf({ p0e0c0: first, p1e0c0: second }, { unit: code, violations });

const two = compiled({ tree: [[[1]], [[1]]] });
const even = unit('even', 'l3', 'l3');
const uneven = unit('uneven', 'l4', 'l1');

describe('robustnessOf', () => {
  it('who is the same everywhere does not depend on weights; who is not does', () => {
    const { units } = robustnessOf(byChannel(two), [even, uneven], { seed: 1 });
    expect(units[0]).toMatchObject({ score: 75, star: 5, sameStar: 1, scores: { low: 75, high: 75 }, rank: 1 });
    expect(units[0]?.stars).toEqual({ low: 5, high: 5 });
    // Two even factors of 0.75 to 1.25: P(w2/w1 < r) = 2r(1.25 − 0.75/r)² for r < 1, so 5 % of shares are below 0.41393.
    expect(units[1]?.scores?.low).toBeCloseTo(25 + 75 * 0.41393, 0);
    expect(units[1]?.scores?.high).toBeCloseTo(25 + 75 * 0.58607, 0);
    expect(units[1]).toMatchObject({ score: 62.5, star: 4, rank: 2, ranks: { low: 2, high: 2 } });
    expect(units[1]?.stars).toEqual({ low: 3, high: 4 });
    expect(units[1]?.sameStar).toBeCloseTo(1 - 0.27009 - 0.02083, 1); // not below 60, not 70 and more
  });

  it('says what star all would have by the other aggregation, and without each pillar', () => {
    const { distributions } = robustnessOf(byChannel(two), [even, uneven], { seed: 1, draws: 1 });
    expect(distributions).toEqual([
      {
        alternative: null,
        stars: counted([
          [5, 1],
          [4, 1],
        ]),
        changed: 0,
      },
      {
        alternative: { by: 'aggregation', aggregation: 'geometric' },
        stars: counted([
          [5, 1],
          [3, 1],
        ]),
        changed: 1,
      },
      {
        alternative: { by: 'withoutPillar', pillar: 'p0' },
        stars: counted([
          [5, 1],
          [null, 1],
        ]),
        changed: 1,
      },
      {
        alternative: { by: 'withoutPillar', pillar: 'p1' },
        stars: counted([
          [7, 1],
          [5, 1],
        ]),
        changed: 1,
      },
    ]);
  });

  it('a pillar takes its gates with it when it is left out', () => {
    const title = { en: 'gate' };
    const gates: Gate[] = [
      { when: 'pillarBelow', code: 'weak', title, pillar: 'p1', below: 50, then: { cap: 2 } },
      { when: 'criterionFailed', code: 'failed', title, criterion: 'p1e0c0', below: 50, then: { cap: 3 } },
    ];
    const { distributions, units } = robustnessOf(byChannel(compiled({ tree: [[[1]], [[1]]], gates })), [uneven], {
      seed: 1,
    });
    expect(units[0]).toMatchObject({ star: 2, sameStar: 1 });
    expect(distributions.map(({ stars }) => stars.map(({ star }) => star))).toEqual([[2], [2], [null], [7]]);
  });

  it('what is not scored has no ranges, and what is not rated may be in some draws', () => {
    const nothing = unit('nothing', 'l0', 'l0');
    const none: UnitEvidence = { ...nothing, unit: 'none', gradings: new Map() };
    const { units } = robustnessOf(byChannel(two), [none, unit('edge', 'l3', 'l0')], { seed: 5 });
    expect(units[0]).toMatchObject({ score: null, star: null, rank: null, scores: null, ranks: null, sameStar: 1 });
    expect(units[1]).toMatchObject({ star: null, rank: 1, ranks: { low: 1, high: 1 }, stars: { low: null, high: 2 } });
  });

  it('is the same for a seed, whatever the order of channel types, and another for another', () => {
    const withOwn = (code: string) => compiled({ tree: [[[1, 1]], [[{ weight: 1, code }, 1]]] });
    const own = evidenceOf({ p0e0c0: 'l4', p0e0c1: 'l2', a: 'l0', p1e0c1: 'l3' });
    const [a, b] = [withOwn('a'), { ...withOwn('b'), channelType: 'digital' }];
    const rangesBy = (all: Map<string, CompiledScheme>) =>
      robustnessOf(all, [own], { seed: 3, draws: 50 }).units[0]?.scores;
    expect(
      rangesBy(
        new Map([
          ['centre', a],
          ['digital', b],
        ]),
      ),
    ).toEqual(
      rangesBy(
        new Map([
          ['digital', b],
          ['centre', a],
        ]),
      ),
    );
    const other = { ...two, channelType: 'other' };
    const units = [uneven, { ...uneven, channelType: 'other' }];
    const forth = new Map([
      ['centre', two],
      ['other', other],
    ]);
    const back = new Map([
      ['other', other],
      ['centre', two],
    ]);
    const first = robustnessOf(forth, units, { seed: 3, draws: 50 });
    expect(robustnessOf(back, units, { seed: 3, draws: 50 })).toEqual(first);
    expect(first.units[0]?.scores).toEqual(first.units[1]?.scores); // one draw, one factor for a code
    expect(robustnessOf(forth, units, { seed: 4, draws: 50 }).units).not.toEqual(first.units);
  });

  it('beyond 5,000 units there are no ranks, and all else', () => {
    const many = (n: number) => Array.from({ length: n }, () => uneven);
    const { units } = robustnessOf(byChannel(two), many(5_001), { seed: 1, draws: 2 });
    expect(units).toHaveLength(5_001);
    expect(units.every(({ rank, ranks, score }) => rank === null && ranks === null && score === 62.5)).toBe(true);
    const ranked = robustnessOf(byChannel(two), many(5_000), { seed: 1, draws: 2 });
    expect(ranked.units.every(({ rank }) => rank === 1)).toBe(true);
  });

  it.each([
    ['no draw', { draws: 0 }],
    ['half a draw', { draws: 0.5 }],
    ['a spread that takes all weight', { spread: 1 }],
    ['a negative spread', { spread: -0.1 }],
    ['half a seed', { seed: 0.5 }],
  ])('%s is refused', (_, wrong) => {
    expect(() => robustnessOf(byChannel(two), [], { seed: 1, ...wrong })).toThrow(RangeError);
  });

  it('nor is there a unit of another channel type', () => {
    expect(() => robustnessOf(byChannel(two), [{ ...even, channelType: 'other' }], { seed: 1 })).toThrow(RangeError);
  });

  it('law: without spread every draw is the judgement', () => {
    const level = fc.constantFrom('l0', 'l1', 'l2', 'l3', 'l4', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 6 }), (all) => {
        const found = all.map(([first, second], at) =>
          evidenceOf({ p0e0c0: first, p1e0c0: second }, { unit: `${at}` }),
        );
        const { units } = robustnessOf(byChannel(two), found, { seed: 1, draws: 3, spread: 0 });
        units.forEach((one, at) => {
          const { score, star } = judgeBriefly(two, found[at]!);
          expect(one).toMatchObject({ score, star, sameStar: 1, stars: { low: star, high: star } });
          expect(one.scores).toEqual(score === null ? null : { low: score, high: score });
          expect(one.ranks).toEqual(one.rank === null ? null : { low: one.rank, high: one.rank });
        });
      }),
    );
  });
});

describe('drawnSchemes', () => {
  it('every weight, of every kind, lies within the spread, and fills it', () => {
    const scheme = compiled({ tree: [[[3, 4]]], treeWeight: 60 });
    const drawn = drawnSchemes(byChannel(scheme), { draws: 500, spread: 0.25, seed: 9 });
    const all = drawn.get('centre')!.map(({ weights }) => weights);
    const factors = [
      all.map(({ criteria }) => criteria[0]! / 3),
      all.map(({ criteria }) => criteria[1]! / 4),
      all.map(({ elements }) => elements[0]!),
      all.map(({ pillars }) => pillars[0]!),
      all.map(({ components }) => components[0]! / 60),
      all.map(({ components }) => components[1]! / 40),
    ];
    for (const own of factors) {
      expect(Math.min(...own)).toBeGreaterThanOrEqual(0.75);
      expect(Math.max(...own)).toBeLessThan(1.25);
      expect(Math.max(...own) - Math.min(...own)).toBeGreaterThan(0.48);
    }
    expect(new Set(factors.map((own) => own[0]!.toFixed(9))).size).toBe(factors.length);
  });
});

describe('ranks and ranges', () => {
  it('law: ranks are those of the statistics room', () => {
    const scores = fc.array(fc.constantFrom(10, 20, 20.5, 30, 40), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, (all) => {
        const expected = ranksOf(all, { higherIsBetter: true }).map(({ rank }) => rank);
        expect([...ranksIn(Float64Array.from(all))]).toEqual(expected);
      }),
    );
  });

  it('floats alone make no rank, and what has no score has none', () => {
    expect([...ranksIn(Float64Array.of(0.1 + 0.2, 0.3, NaN, 0.2))]).toEqual([1, 1, NaN, 3]);
  });

  it.each([
    [
      'of a hundred the fifth and the ninety-fifth',
      Array.from({ length: 100 }, (_, at) => 100 - at),
      { low: 5, high: 95 },
    ],
    ['of one itself', [7], { low: 7, high: 7 }],
    ['of none none', [], null],
  ])('%s', (_, values, range) => expect(rangeOf(Float64Array.from(values))).toEqual(range));
});
