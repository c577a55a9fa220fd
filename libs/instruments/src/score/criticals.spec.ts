import { form, item, notApplicable, scored, section, sheet } from './test/forms.js';

/** Safety holds `exit`, `guard` and `lights`, and the desk `greeting`: by weights 4 items, each a quarter. */
const visit = (critical: object, scoring = {}, other = {}) =>
  form(
    [
      section('safety', [
        item('exit', { critical: { on: ['no'], ...critical } }),
        item('guard', other),
        item('lights'),
      ]),
      section('desk', [item('greeting')]),
    ],
    scoring,
  );
const filled = sheet({ exit: 'no', guard: 'yes', lights: 'yes', greeting: 'yes' });

describe('a critical answer', () => {
  it.each([
    ['flag changes nothing', { effect: 'flag' }, 75, [66.67, 100]],
    [
      'capSection: safety is 50 instead of 66.67, and carries that up: (3 × 50 + 100) / 4',
      { effect: 'capSection', cap: 50 },
      62.5,
      [50, 100],
    ],
    ['capSection above the score changes nothing', { effect: 'capSection', cap: 90 }, 75, [66.67, 100]],
    ['zeroSection: (3 × 0 + 100) / 4', { effect: 'zeroSection' }, 25, [0, 100]],
    ['capVisit caps the whole only', { effect: 'capVisit', cap: 40 }, 40, [66.67, 100]],
    ['a cap that was forgotten is 0', { effect: 'capVisit' }, 0, [66.67, 100]],
    ['voidVisit leaves no score, but shows the sections', { effect: 'voidVisit' }, null, [66.67, 100]],
  ])('%s', (_, critical, score, sections) => {
    const result = scored(visit(critical), filled);
    expect(result.score === null ? null : Number(result.score.toFixed(2))).toBe(score);
    expect(result.sections.map((one) => Number(one.score?.toFixed(2)))).toEqual(sections);
    expect(result.outcome).toBe(score === null ? 'voided' : 'scored');
    expect(result.criticals).toEqual([{ item: 'exit', effect: critical.effect }]);
  });

  it('says what was there before', () => {
    const result = scored(visit({ effect: 'capVisit', cap: 40 }), filled);
    expect(result.uncapped).toBe(75);
    const capped = scored(visit({ effect: 'capSection', cap: 50 }), filled);
    expect(capped.sections[0]?.uncapped).toBeCloseTo(200 / 3);
    expect(capped.items[1]).toMatchObject({ points: 1, ratio: 1, effectiveWeight: 0.25 });
  });

  it('of another kind does nothing', () => {
    const result = scored(
      visit({ effect: 'voidVisit' }),
      sheet({ exit: 'yes', guard: 'yes', lights: 'yes', greeting: 'no' }),
    );
    expect(result).toMatchObject({ score: 75, criticals: [] });
    expect(scored(visit({ effect: 'voidVisit' }), sheet({ exit: notApplicable })).criticals).toEqual([]);
  });

  it.each([
    ['points', 62.5],
    ['weights', 62.5],
    ['sections', 75],
  ])('a capped section carries up in mode %s', (mode, score) => {
    expect(scored(visit({ effect: 'capSection', cap: 50 }, { mode }), filled).score).toBeCloseTo(score, 10);
  });

  it('of several caps the lowest wins: of the section 30, then of the whole', () => {
    const two = visit(
      { effect: 'capSection', cap: 50 },
      {},
      { critical: { on: ['yes'], effect: 'capSection', cap: 30 } },
    );
    expect(scored(two, filled).score).toBeCloseTo((3 * 30 + 100) / 4, 10);
    const both = visit({ effect: 'capVisit', cap: 60 }, {}, { critical: { on: ['yes'], effect: 'zeroSection' } });
    expect(scored(both, filled)).toMatchObject({ score: 25, uncapped: 25 });
  });

  it('counts once it was given once in a section that repeats, and among several choices', () => {
    const options = ['clean', 'dirty'].map((code) => ({ code, text: { en: code }, points: 1 }));
    const rooms = form([
      section(
        'room',
        [item('state', { type: 'choices', options, critical: { on: ['dirty'], effect: 'zeroSection' } })],
        { repeat: { min: 0, max: 3 } },
      ),
    ]);
    const times = [{ state: { value: ['clean'] } }, { state: { value: ['clean', 'dirty'] } }];
    expect(scored(rooms, sheet({}, { room: times })).score).toBe(0);
    expect(scored(rooms, sheet({}, { room: times.slice(0, 1) })).score).toBe(50);
  });

  it('voids also what is incomplete', () => {
    const strict = visit({ effect: 'voidVisit' }, { minCompleteness: 1 });
    expect(scored(strict, sheet({ exit: 'no' }))).toMatchObject({ outcome: 'voided', score: null });
  });
});
