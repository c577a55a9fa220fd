import { compileInstrument } from '../check/compile.js';
import { score } from './score.js';
import { dimension, form, item, notApplicable, scale, scored, section, sheet, worth } from './test/forms.js';

const five = scale('agreement', ...Array<undefined>(5));
const asked = ['pride', 'advocacy', 'attachment', 'inspiration', 'motivation'];
const onFive = (code: string, rest = {}) => item(code, { type: 'scale', scale: 'agreement', ...rest });

describe('AT-21 (c): the American customer satisfaction index from three items of 1 to 10', () => {
  const ten = scale('ten', ...Array<undefined>(10));
  const of = (weights: readonly number[]) =>
    form([section('acsi', weights.map((weight, at) => item(`q${at}`, { type: 'scale', scale: 'ten', weight })))], {}, { scales: [ten] }); // prettier-ignore
  const answered = sheet({ q0: 'o7', q1: 'o6', q2: 'o5' }); // 8, 7 and 6 counted from 1

  it.each([
    ['by the weights of the State of Ohio', [0.3885, 0.319, 0.2925], 67.73],
    ['unweighted', [1, 1, 1], 66.67],
  ])('%s', (_, weights, expected) => expect(scored(of(weights), answered).score).toBeCloseTo(expected, 2));
});

describe('AT-01: the engagement index of the UK Civil Service People Survey', () => {
  const survey = form(
    [
      section(
        'engagement',
        asked.map((code) => onFive(code)),
        { dimension: 'engagement' },
      ),
    ],
    {},
    { scales: [five], dimensions: [dimension('engagement', 1, { minAnswered: 1 })] },
  );
  const answers = (...options: readonly string[]) =>
    sheet(Object.fromEntries(asked.flatMap((code, at) => (options[at] ? [[code, options[at]]] : []))));

  it('strongly agree, agree, agree, neither, disagree is 65', () => {
    expect(scored(survey, answers('o4', 'o3', 'o3', 'o2', 'o1')).score).toBe(65);
  });

  it('ten respondents with 65, 25, 70, 35, 50, 100, 90, 40, 20, 35 have the mean 53', () => {
    const ten = [
      'o4 o3 o3 o2 o1',
      'o1 o1 o1 o1 o1',
      'o4 o4 o2 o2 o2',
      'o1 o1 o1 o2 o2',
      'o2 o2 o2 o2 o2',
      'o4 o4 o4 o4 o4',
      'o4 o4 o4 o3 o3',
      'o1 o1 o2 o2 o2',
      'o0 o1 o1 o1 o1',
      'o3 o1 o1 o1 o1',
    ].map((line) => scored(survey, answers(...line.split(' '))).score ?? NaN);
    expect(ten).toEqual([65, 25, 70, 35, 50, 100, 90, 40, 20, 35]);
    expect(ten.reduce((sum, one) => sum + one) / 10).toBe(53);
  });

  it('needs all five answers', () => {
    const result = scored(survey, answers('o4', 'o3', 'o3', 'o2'));
    expect(result).toMatchObject({ outcome: 'incomplete', score: null, completeness: 0.8 });
    expect(result.dimensions).toEqual([
      { code: 'engagement', score: null, weight: 1, effectiveWeight: 0, answered: 4, asked: 5 },
    ]);
    expect(result.sections[0]?.score).toBe(75); // 4 + 3 + 3 + 2 of 16
  });

  it('a stress index scores its items reversed', () => {
    const stress = form(
      [section('stress', [onFive('calm'), onFive('strained', { reversed: true })])],
      {},
      { scales: [five] },
    );
    expect(scored(stress, sheet({ calm: 'o3', strained: 'o1' })).score).toBe(75);
  });
});

describe('what does not apply', () => {
  const three = (policy: string) =>
    form([
      section('one', [
        item('a', { weight: 1 }),
        item('b', { weight: 1 }),
        item('c', { weight: 2, notApplicablePolicy: policy }),
      ]),
    ]);
  const filled = sheet({ a: 'yes', b: 'no', c: notApplicable });

  it.each([
    ['exclude: its weight goes to its siblings: 1 of 2', 'exclude', 50, false],
    ['zero: it stays, with nothing earned: 1 of 4', 'zero', 25, false],
    ['fail: the whole is 0', 'fail', 0, true],
    ['notAllowed, were it met: as zero', 'notAllowed', 25, false],
  ])('%s', (_, policy, score, failed) => {
    expect(scored(three(policy), filled)).toMatchObject({ outcome: 'scored', score, failed, completeness: 1 });
  });

  it('gives each item the weight it really had', () => {
    const weights = (policy: string) =>
      scored(three(policy), filled).items.map(({ effectiveWeight }) => effectiveWeight);
    expect(weights('exclude')).toEqual([0.5, 0.5, 0]);
    expect(weights('zero')).toEqual([0.25, 0.25, 0.5]);
  });

  it('everywhere is no score: not 0, not 100', () => {
    const result = scored(three('exclude'), sheet({ a: notApplicable, b: notApplicable, c: notApplicable }));
    expect(result).toMatchObject({ outcome: 'nothingApplies', score: null, uncapped: null, completeness: 1 });
    expect(result.sections).toEqual([{ code: 'one', score: null, uncapped: null }]);
    expect(result.items.map(({ effectiveWeight }) => effectiveWeight)).toEqual([0, 0, 0]);
  });

  it('nor does an item of weight 0 fail the whole, unless it says so itself', () => {
    const unweighed = (rest: object) =>
      form([section('one', [item('a'), item('b', { weight: 0, ...rest })])], { notApplicable: 'fail' });
    const sent = sheet({ a: 'yes', b: notApplicable });
    expect(scored(unweighed({}), sent)).toMatchObject({ failed: false, score: 100 });
    expect(scored(unweighed({ notApplicablePolicy: 'fail' }), sent)).toMatchObject({
      failed: true,
      score: 0,
      uncapped: 100,
    });
  });
});

describe('what is missing, and what was not asked', () => {
  const ten = (minCompleteness: number) =>
    form(
      [
        section(
          'one',
          [...Array(10).keys()].map((at) => item(`q${at}`)),
        ),
      ],
      { minCompleteness },
    );
  const yes = (count: number) => sheet(Object.fromEntries([...Array(count).keys()].map((at) => [`q${at}`, 'yes'])));

  it.each([
    ['9 of 10 with 0.9 needed is enough', 9, [], { outcome: 'scored', score: 100, completeness: 0.9 }],
    ['8 of 10 is not', 8, [], { outcome: 'incomplete', score: null, completeness: 0.8 }],
    ['8 of the 8 asked is', 8, ['q8', 'q9'], { outcome: 'scored', score: 100, completeness: 1 }],
  ] as const)('%s', (_, count, notAsked, expected) => {
    expect(scored(ten(0.9), yes(count), notAsked)).toMatchObject(expected);
  });

  it('keeps the states apart', () => {
    const sent = sheet({ q0: 'yes', q1: notApplicable });
    expect(
      scored(ten(0), sent, ['q3'])
        .items.slice(0, 4)
        .map(({ state }) => state),
    ).toEqual(['answered', 'notApplicable', 'missing', 'notAsked']);
  });

  it('nothing answered is incomplete even when nothing is demanded; nothing asked applies to nobody', () => {
    expect(scored(ten(0), yes(0))).toMatchObject({ outcome: 'incomplete', score: null, completeness: 0 });
    const all = [...Array(10).keys()].map((at) => `q${at}`);
    expect(scored(ten(0.9), yes(0), all)).toMatchObject({ outcome: 'nothingApplies', score: null, completeness: 1 });
  });

  it('counts items that are scored or required, and no notes', () => {
    const mixed = form([
      section('one', [
        item('scored'),
        item('free', { required: false }),
        item('remark', { type: 'text', required: false }),
        item('name', { type: 'text' }),
        item('thanks', { type: 'note' }),
      ]),
    ]);
    expect(scored(mixed, sheet({ scored: 'yes', name: 'Noura' })).completeness).toBeCloseTo(2 / 3);
  });
});

describe('modes', () => {
  // Reception: items of 10 and 20 points. Counter: 4 items of 5 points. All items weigh 1, and so do the sections.
  const visit = (mode: string) =>
    form(
      [
        section('reception', [worth('r1', 10), worth('r2', 20)]),
        section('counter', [worth('c1', 5), worth('c2', 5), worth('c3', 5), worth('c4', 5)]),
        section('fees', [worth('f1', 20), worth('f2', 20)]),
      ],
      { mode },
    );
  // Reception earns 10 + 10 of 30; the counter 4 × 2 of 20; no fees were paid, so the whole section does not apply.
  const filled = sheet({
    r1: 'p10',
    r2: 'p5',
    c1: 'p4',
    c2: 'p4',
    c3: 'p4',
    c4: 'p4',
    f1: notApplicable,
    f2: notApplicable,
  });

  it.each([
    ['points: (20 + 8) of 50', 'points', 56],
    ['weights: (1 + 0.5 + 4 × 0.4) of 6 items', 'weights', (100 * 3.1) / 6],
    ['sections: the mean of 75 and 40', 'sections', 57.5],
  ])('%s', (_, mode, expected) => expect(scored(visit(mode), filled).score).toBeCloseTo(expected, 10));

  it('differ too when items have unequal points', () => {
    // 10 of 10 and 0 of 30: by points 10 of 40, by weights one of two.
    const unequal = (mode: string) => form([section('one', [worth('light', 10), worth('heavy', 30)])], { mode });
    const sent = sheet({ light: 'p10', heavy: 'p0' });
    expect(scored(unequal('points'), sent).score).toBe(25);
    expect(scored(unequal('weights'), sent).score).toBe(50);
  });

  it('in mode sections the weights of sections count: (3 × 100 + 1 × 0) / 4', () => {
    const two = form(
      [section('a', [item('a1')], { weight: 3 }), section('b', [item('b1'), item('b2')], { weight: 1 })],
      { mode: 'sections' },
    );
    const result = scored(two, sheet({ a1: 'yes', b1: 'no', b2: 'no' }));
    expect(result.score).toBe(75);
    expect(result.items.map(({ effectiveWeight }) => effectiveWeight)).toEqual([0.75, 0.125, 0.125]);
  });

  it('in mode points an item of weight 0 is not counted, and other weights change nothing', () => {
    const weighed = form(
      [section('one', [worth('a', 10, { weight: 7 }), worth('b', 10), worth('c', 10, { weight: 0 })])],
      { mode: 'points' },
    );
    expect(scored(weighed, sheet({ a: 'p10', b: 'p0', c: 'p0' })).score).toBe(50);
  });
});

describe('dimensions', () => {
  const themes = form(
    [
      section('staff', [item('polite'), item('skilled'), item('parking', { dimension: 'site' })], {
        dimension: 'people',
      }),
      section('place', [item('clean', { dimension: 'site' }), item('signs', { dimension: 'extra' }), item('mood')]),
    ],
    {},
    { dimensions: [dimension('people', 3), dimension('site', 1), dimension('extra', 0)] },
  );
  const filled = sheet({ polite: 'yes', skilled: 'yes', parking: 'no', clean: 'no', signs: 'yes', mood: 'no' });

  it('are scored each by itself, then by their weights: (3 × 100 + 1 × 0) / 4', () => {
    const result = scored(themes, filled);
    expect(result.score).toBe(75);
    expect(result.dimensions.map(({ code, score, effectiveWeight }) => [code, score, effectiveWeight])).toEqual([
      ['people', 100, 0.75],
      ['site', 0, 0.25],
      ['extra', 100, 0],
    ]);
  });

  it('what feeds none, or one that weighs nothing, is scored in its section only', () => {
    const result = scored(themes, filled);
    expect(result.sections.map(({ score }) => Math.round(score ?? NaN))).toEqual([67, 33]);
    expect(result.items.map(({ effectiveWeight }) => effectiveWeight)).toEqual([0.375, 0.375, 0.125, 0.125, 0, 0]);
  });

  it('one in which nothing applies gives its weight to the others', () => {
    const result = scored(
      themes,
      sheet({ polite: 'yes', skilled: 'no', parking: notApplicable, clean: notApplicable, signs: 'no', mood: 'no' }),
    );
    expect(result.score).toBe(50);
    expect(result.dimensions[1]).toMatchObject({ score: null, effectiveWeight: 0, asked: 0 });
  });

  it('half answered is enough for one that asks for half', () => {
    const half = form(
      [section('one', [item('a'), item('b'), item('c'), item('d')], { dimension: 'half' })],
      {},
      { dimensions: [dimension('half', 1, { minAnswered: 0.5 })] },
    );
    expect(scored(half, sheet({ a: 'yes', b: 'no' })).score).toBe(50);
    expect(scored(half, sheet({ a: 'yes' }))).toMatchObject({ outcome: 'incomplete', score: null });
    expect(scored(half, sheet({ a: 'yes', b: notApplicable, c: notApplicable })).score).toBe(100);
  });

  it('that only report leave the overall score to all items', () => {
    const reported = form(
      [section('one', [item('a', { dimension: 'seen' }), item('b')])],
      {},
      { dimensions: [dimension('seen', 0)] },
    );
    expect(scored(reported, sheet({ a: 'yes', b: 'no' }))).toMatchObject({ score: 50, dimensions: [{ score: 100 }] });
  });
});

describe('a section that repeats', () => {
  const counters = form([
    section('counter', [item('polite'), worth('wait', 10)], { repeat: { min: 0, max: 5 } }),
    section('exit', [item('bye')]),
  ]);
  const times = [
    { polite: { value: 'yes' }, wait: { value: 'p10' } },
    { polite: { value: 'no' }, wait: { notApplicable: 'not_offered' } },
    { polite: { value: 'yes' }, wait: { value: 'p5' } },
  ];

  it('has the mean over the times an item was answered', () => {
    const result = scored(counters, sheet({ bye: 'yes' }, { counter: times }));
    expect(result.items.map(({ path, points, ratio }) => [path, points, ratio])).toEqual([
      ['counter.polite', 2 / 3, 2 / 3],
      ['counter.wait', 7.5, 0.75],
      ['exit.bye', 1, 1],
    ]);
    expect(result.score).toBeCloseTo((100 * (2 / 3 + 0.75 + 1)) / 3);
  });

  it('never filled counts for nothing', () => {
    expect(scored(counters, sheet({ bye: 'yes' }))).toMatchObject({
      score: 100,
      completeness: 1,
      sections: [{ score: null }, { score: 100 }],
    });
  });
});

describe('score', () => {
  it('asks what the conditions of the instrument ask', () => {
    const branching = form([
      section('visit', [item('queue'), item('seated', { relevant: 'queue == "yes"' }), item('bye')]),
    ]);
    const compiled = compileInstrument(branching);
    const result = score(compiled, sheet({ queue: 'no', bye: 'yes' }));
    expect(result).toMatchObject({ outcome: 'scored', score: 50, completeness: 1 });
    expect(result.items[1]).toMatchObject({ state: 'notAsked', points: null, ratio: null, effectiveWeight: 0 });
    expect(score(compiled, sheet({ queue: 'yes', seated: 'yes', bye: 'yes' })).score).toBe(100);
  });
});
