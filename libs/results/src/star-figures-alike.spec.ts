import { Scheme, type JudgedNode } from '#scoring';
import { alikeCriteria, criterionScores, pillarChange } from './star-figures-alike.js';

const title = { ar: 'عنوان', en: 'Title' };

interface Asked {
  readonly code: string;
  readonly evidence?: 'none' | 'required';
  readonly best?: number;
}

function schemeOf(version: number, asked: readonly Asked[], more: object = {}): Scheme {
  return Scheme.parse({
    schema: 'nujoom.scheme/1',
    code: 'stars',
    version,
    title,
    status: 'illustrative',
    channelTypes: [{ code: 'counter', title }],
    levels: [
      { code: 'none', title, score: 0 },
      { code: 'full', title, score: 100 },
    ],
    components: [{ code: 'assessment', title, weight: 1, of: 'pillars' }],
    pillars: [
      {
        code: 'p',
        title,
        weight: 1,
        elements: [
          {
            code: 'e',
            title,
            weight: 1,
            criteria: asked.map(({ code, evidence = 'none', best }) => ({
              code,
              title,
              weight: 1,
              evidence,
              feed: best === undefined ? { by: 'grading' } : { by: 'indicator', indicator: code, worst: 0, best },
            })),
          },
        ],
      },
    ],
    stars: { by: 'bands', bands: [{ star: 1, from: 0 }] },
    ...more,
  });
}

const says = (criteria: Record<string, string>, version = 1) => ({ previous: { version, criteria, dropped: [] } });

describe('alikeCriteria', () => {
  const codes = ['same', 'reworded', 'rescaled', 'new'];
  const asked = codes.map((code) => ({ code }));
  const said = says(Object.fromEntries(codes.map((code) => [code, code])));

  it.each<[string, Scheme, Scheme, readonly string[]]>([
    ['all of the very same version', schemeOf(1, asked), schemeOf(1, asked), codes],
    [
      'those said to be the same or reworded that were there',
      schemeOf(1, asked.slice(0, 3)),
      schemeOf(2, asked, said),
      ['same', 'reworded'],
    ],
    ['none of a version it says nothing of', schemeOf(3, asked), schemeOf(4, asked, said), []],
    [
      'none that is graded when levels score otherwise',
      schemeOf(1, asked),
      schemeOf(2, asked, { ...said, levels: [{ code: 'none', title, score: 10 }] }),
      [],
    ],
    [
      'none whose evidence rule changed',
      schemeOf(1, [{ code: 'same' }]),
      schemeOf(2, [{ code: 'same', evidence: 'required' }], says({ same: 'same' })),
      [],
    ],
    [
      'none whose goalposts moved',
      schemeOf(1, [{ code: 'same', best: 5 }]),
      schemeOf(2, [{ code: 'same', best: 6 }], says({ same: 'same' })),
      [],
    ],
  ])('are %s', (_, before, now, expected) => expect([...alikeCriteria(before, now)]).toEqual(expected));
});

function node(
  code: string,
  level: JudgedNode['level'],
  score: number | null,
  part: number,
  weight: number,
): JudgedNode {
  const nothing = { gradedLevel: null, loweredForEvidence: false, fedBy: null, n: null, children: [] };
  return { code, level, score, state: 'scored', weight, effectiveWeight: part, weightInWhole: 0, ...nothing };
}

/** A pillar of elements by weight, each of criteria with their scores, of equal weight. */
function pillarOf(elements: readonly (readonly [number, Readonly<Record<string, number>>])[]): JudgedNode {
  const whole = elements.reduce((sum, [weight]) => sum + weight, 0);
  const children = elements.map(([weight, scores], index) => ({
    ...node(`e${index}`, 'element', 0, weight / whole, weight),
    children: Object.entries(scores).map(([code, score]) =>
      node(code, 'criterion', score, 1 / Object.keys(scores).length, 1),
    ),
  }));
  return { ...node('p', 'pillar', 0, 1, 1), children };
}

describe('pillarChange', () => {
  const all = new Set(['a', 'b', 'c']);
  const before = (scores: Record<string, number>) => criterionScores([pillarOf([[1, scores]])]);

  it('is the difference of the scores where everything is alike', () => {
    const now = pillarOf([
      [3, { a: 80, b: 60 }],
      [1, { c: 40 }],
    ]);
    const change = pillarChange(now, before({ a: 70, b: 60, c: 20 }), all);
    expect(change?.points).toBeCloseTo((3 * 5 + 20) / 4, 12);
    expect(change?.share).toBeCloseTo(1, 12);
  });

  it('leaves out what one cycle did not judge or judged otherwise, and says how much was left', () => {
    const now = pillarOf([
      [3, { a: 80, b: 60 }],
      [1, { c: 40 }],
    ]);
    expect(pillarChange(now, before({ a: 70, c: 20 }), new Set(['a', 'b']))).toEqual({ points: 10, share: 0.375 });
  });

  it('is none where nothing is common', () => {
    expect(pillarChange(pillarOf([[1, { a: 80 }]]), before({ b: 1 }), all)).toBeNull();
  });
});
