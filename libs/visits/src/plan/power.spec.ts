import { VisitPlan } from '#fieldwork';
import { powerOf } from './power.js';

const said = { en: 'x' };
const plan = VisitPlan.parse({
  schema: 'nujoom.visit-plan/1',
  timeZone: 'Asia/Dubai',
  instruments: [{ channelTypes: ['centre', 'smart'], code: 'small_visit', version: 1 }],
  waves: [
    { code: 'a', title: said, from: '2026-01-01', to: '2026-03-31' },
    { code: 'b', title: said, from: '2026-04-01', to: '2026-06-30' },
  ],
  visitsPerWave: 2,
  centres: [{ centre: 'often', visitsPerWave: 32 }],
  hours: [{ from: '08:00', to: '12:00' }],
  scenarios: [{ code: 's', title: said, brief: said }],
});

const centre = (code: string, channelType = 'centre') => ({ id: code, code, channelType });
const seen = (code: string, scores: readonly number[], channelType = 'centre') => {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { centreId: code, channelType, visits: scores.length, squares, freedom: scores.length - 1 };
};

describe('powerOf', () => {
  it('needs 64 visits to see half a spread, as Cohen (1988) tabulates', () => {
    const [power] = powerOf(plan, [centre('gate')], [seen('gate', [70, 76, 82])]); // s = 6
    expect(power).toMatchObject({ spread: 6, from: 'centre', planned: 4, before: 3, needed: 64 });
  });

  it('needs 394 to see a fifth and 26 to see four fifths', () => {
    const [wide] = powerOf(plan, [centre('gate')], [seen('gate', [60, 75, 90])]); // s = 15
    const [narrow] = powerOf(plan, [centre('gate')], [seen('gate', [71.25, 75, 78.75])]); // s = 3.75
    expect([wide?.needed, narrow?.needed]).toEqual([394, 26]);
  });

  it('sees the change it needs when the plan has as many visits', () => {
    const [power] = powerOf(plan, [centre('often')], [seen('often', [70, 76, 82])]);
    expect(power?.planned).toBe(64);
    expect(power?.detectable).toBeCloseTo(3, 1);
    expect(power?.detectable).toBeLessThanOrEqual(3);
  });

  it('pools what centres of the same channel type have within them', () => {
    // squares 8 + 72 over 1 + 1 degrees of freedom: s = √40
    const spreads = [seen('a', [70, 74]), seen('b', [60, 72]), seen('new', [80]), seen('other', [0, 100], 'smart')];
    const [power] = powerOf(plan, [centre('new')], spreads);
    expect(power).toMatchObject({ from: 'channelType', before: 1 });
    expect(power?.spread).toBeCloseTo(Math.sqrt(40), 12);
  });

  it('borrows as well where visits did not differ', () => {
    const [power] = powerOf(plan, [centre('flat')], [seen('flat', [80, 80]), seen('b', [70, 76, 82])]);
    expect(power?.spread).toBeCloseTo(Math.sqrt(72 / 3), 12);
  });

  it('promises nothing where nothing is known', () => {
    const unknown = { spread: null, from: null, needed: null, detectable: null };
    expect(powerOf(plan, [centre('new')], [])).toMatchObject([unknown]);
    expect(powerOf(plan, [centre('new')], [seen('other', [1, 9], 'smart')])).toMatchObject([unknown]);
  });
});
