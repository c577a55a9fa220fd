import { Scheme } from '../scheme/scheme.js';
import { compileScheme } from './compile-scheme.js';
import { judge } from './judge.js';
import { judgeBriefly } from './judge-briefly.js';
import type { UnitEvidence } from './unit-evidence.js';

const english = (en: string) => ({ en });
const starsAsScores = [1, 2, 3, 4, 5].map((star) => ({ star, from: 20 * (star - 1) }));
const component = (code: string) => ({
  code,
  title: english(code),
  weight: 1,
  of: { by: 'study', study: code },
  bands: starsAsScores,
});

const publishedGates = [
  {
    when: 'boundedUpgrade',
    code: 'one_star_inspection',
    title: english('g'),
    component: 'inspection',
    at: 1,
    by: 1,
  },
  {
    when: 'openViolation',
    code: 'abuse',
    title: english('g'),
    kinds: ['abuse'],
    component: 'inspection',
    then: { cap: 2 },
  },
];

/** The five-star rating of US nursing homes, with the order of its components as given. */
const fiveStars = (steps: readonly string[] = ['staffing', 'quality'], gates: readonly object[] = publishedGates) =>
  Scheme.parse({
    schema: 'nujoom.scheme/1',
    code: 'nursing_homes',
    version: 1,
    title: english('Nursing homes'),
    status: 'illustrative',
    channelTypes: [{ code: 'home', title: english('Home') }],
    components: ['inspection', 'staffing', 'quality'].map(component),
    stars: {
      by: 'steps',
      base: 'inspection',
      lowest: 1,
      highest: 5,
      steps: steps.map((code) => ({ component: code, upAt: 5, downAt: 1 })),
    },
    gates,
  });

const home = (inspection: number, staffing: number, quality: number, violations: string[] = []): UnitEvidence => ({
  unit: 'home',
  agency: 'owner',
  channelType: 'home',
  gradings: new Map(),
  observations: new Map(
    Object.entries({ inspection, staffing, quality }).map(([study, star]) => [
      `study:${study}:`,
      { value: 20 * star - 10, n: 1, error: null },
    ]),
  ),
  violations,
});

describe('AT-24: the five-star rating of US nursing homes', () => {
  const compiled = compileScheme(fiveStars(), 'home');

  it.each([
    [1, 5, 5, 2],
    [4, 5, 5, 5],
    [3, 1, 1, 1],
    [5, 1, 5, 5],
    [5, 5, 1, 4],
    [2, 5, 3, 3],
    [1, 1, 5, 2],
    [2, 1, 1, 1],
  ])('inspection %i, staffing %i, quality %i → %i', (inspection, staffing, quality, overall) => {
    expect(judge(compiled, home(inspection, staffing, quality)).star).toBe(overall);
    expect(judgeBriefly(compiled, home(inspection, staffing, quality)).star).toBe(overall);
  });

  it('keeps between 1 and 5 after each step, so that the order matters', () => {
    const otherOrder = compileScheme(fiveStars(['quality', 'staffing']), 'home');
    expect(judge(compiled, home(5, 5, 1)).star).toBe(4);
    expect(judge(otherOrder, home(5, 5, 1)).star).toBe(5);
  });

  it('says that a bounded upgrade held it back', () => {
    const { rawStar, fired } = judge(compiled, home(1, 5, 5));
    expect(rawStar).toBe(3);
    expect(fired).toEqual([{ gate: 'one_star_inspection', effect: { atMost: 2 }, found: 1, from: 3, to: 2 }]);
    expect(judge(compiled, home(1, 3, 5)).fired).toEqual([]); // holds, and changes nothing
  });

  it('holds an upgrade back after each step, not only at the end', () => {
    // 1, up to 2, held at 2, down to 1. Held only at the end it were 1, 2, 3, 2.
    const threeSteps = compileScheme(fiveStars(['staffing', 'staffing', 'quality']), 'home');
    expect(judge(threeSteps, home(1, 5, 1)).star).toBe(1);
  });

  it('an abuse flag caps the inspection star at 2, before the steps', () => {
    const flagged = judge(compiled, home(5, 5, 3, ['abuse']));
    expect(flagged.star).toBe(3);
    expect(flagged.rawStar).toBe(5);
    expect(flagged.fired).toEqual([{ gate: 'abuse', effect: { cap: 2 }, found: null, from: 5, to: 3 }]);
    expect(flagged.components.map(({ star }) => star)).toEqual([5, 5, 3]); // as measured
    expect(judge(compiled, home(1, 5, 5, ['abuse'])).star).toBe(2);
    expect(judge(compiled, home(5, 5, 3, ['fire'])).star).toBe(5);
  });

  it('caps of components come before bounds, wherever they stand', () => {
    const bound = { when: 'boundedUpgrade', code: 'bound', title: english('g'), component: 'inspection', at: 2, by: 0 };
    const capped = compileScheme(fiveStars(undefined, [bound, publishedGates[1]!]), 'home');
    const { fired } = judge(capped, home(5, 5, 5, ['abuse']));
    expect(fired.map(({ gate, from, to }) => [gate, from, to])).toEqual([
      ['abuse', 5, 4],
      ['bound', 4, 2],
    ]);
  });

  it('a component whose star is taken away can not pull down any more, and still raises nothing', () => {
    const taken = { ...publishedGates[1], component: 'staffing', then: { unrated: true } };
    const compiledAnew = compileScheme(fiveStars(undefined, [taken]), 'home');
    const { rawStar, star } = judge(compiledAnew, home(3, 1, 3, ['abuse']));
    expect([rawStar, star]).toEqual([2, 2]);
  });

  it('a component without a star takes no step; without a base there is no star', () => {
    const without = (study: string) => {
      const evidence = home(3, 5, 5);
      return judge(compiled, {
        ...evidence,
        observations: new Map([...evidence.observations].filter(([key]) => key !== `study:${study}:`)),
      });
    };
    expect(without('staffing').star).toBe(4);
    expect(without('staffing').provisional).toEqual([{ why: 'componentMissing', component: 'staffing' }]);
    expect(without('inspection').star).toBeNull();
  });
});
