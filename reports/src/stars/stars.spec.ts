import { languages, type Language } from '#contract';
import type { CycleFigures } from '#figures';
import { markupOf, numbersIn } from '../../test/markup.js';
import { agencyIn, ordinary, sampleFigures } from '../../test/sample-figures.js';
import {
  centre,
  change,
  seriesBreak,
  starFigures,
  unevenChannels,
  weakExperience,
  type StarSample,
} from '../../test/sample-stars.js';
import { programmeReport } from '../programme-report.js';
import { scorecard } from '../scorecard.js';

const imprint = { figuresHash: '12ab34cd56ef'.repeat(5).padEnd(64, '0') };
const withStudies = sampleFigures(ordinary);
const alone = sampleFigures({ agencies: [] });
const first: CycleFigures = { ...alone, previous: null };

const cardOf = (figures: CycleFigures, language: Language) =>
  scorecard(agencyIn(figures), figures, language, imprint, []);
const bothOf = (figures: CycleFigures, language: Language) => [
  cardOf(figures, language),
  programmeReport(figures, language, imprint, []),
];
const read = (page: string) =>
  markupOf(page)
    .text.replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[;:.,])/g, '');
const card = (sample: StarSample, language: Language = 'en', of = alone) =>
  read(cardOf(starFigures(of, sample), language));

const held = { ...centre, star: 4, fired: [weakExperience], nearEdge: 70 };
const ofA = (changed: NonNullable<StarSample['agencies']>[string]): StarSample => ({ agencies: { A: changed } });
const nothing = {
  score: null,
  rawStar: null,
  star: null,
  before: null,
  change: null,
  centres: [{ ...centre, score: null, interval: null, rawStar: null, star: null, before: null, change: null }],
};

const odd: readonly [string, CycleFigures, StarSample][] = [
  ['an agency with stars and studies', withStudies, {}],
  ['an agency with stars alone', alone, {}],
  [
    'a first cycle',
    first,
    {
      ...ofA({ before: null, change: null }),
      programme: { since: null, change: null, previousScheme: null, criteria: null },
    },
  ],
  ['an agency that is not rated', alone, ofA(nothing)],
  ['a held centre', alone, ofA({ centres: [held] })],
  ['an agency held by its channels', alone, ofA({ star: 4, fired: [unevenChannels] })],
  ['an agency whose star a gate takes', alone, ofA({ star: null, fired: [{ ...unevenChannels, to: null }] })],
  ['a series break', alone, { ...ofA({ change: seriesBreak }), programme: { change: seriesBreak, criteria: null } }],
  ['stars by steps', alone, { programme: { bands: [], highest: 5 } }],
  [
    'an official scheme without a note',
    alone,
    { programme: { scheme: { ...starFigures(alone).stars!.scheme, status: 'official', note: null } } },
  ],
  [
    'sixty centres',
    alone,
    ofA({ centres: Array.from({ length: 60 }, (_, index) => ({ ...held, code: `A-${index}` })) }),
  ],
];

describe.each(languages)('stars in %s', (language) => {
  it.each(odd)('of %s are well formed and say no number that is none', (_, of, sample) => {
    for (const printed of bothOf(starFigures(of, sample), language)) {
      const { text, values } = markupOf(printed);
      for (const shown of [text, ...values])
        expect(shown).not.toMatch(/\b(null|undefined|NaN)\b|Infinity|\[object|\{\w+\}/);
      expect(text).not.toMatch(/(?<![A-Z\d])-\d/);
    }
  });

  it('print an agency without studies without a section for them', () => {
    const { tags } = markupOf(cardOf(starFigures(alone), language));
    const heads = tags.filter((tag) => tag === '<h2>').length;
    expect(heads).toBe(5); // stars, what changed, in detail, centres, method
  });

  it('hold a hostile name as text', () => {
    const named = (name: string) => {
      const both = { en: name, ar: name };
      const hostile = { ...held, name: both, channelTitle: both, fired: [{ ...weakExperience, title: both }] };
      return bothOf(starFigures(alone, { ...ofA({ centres: [hostile] }), name: both }), language);
    };
    const harmless = named('Name').map((page) => markupOf(page).tags);
    for (const name of [`"><script>alert(1)</script>`, "{count, plural, one {x} other {y}} # '{'", '&lt;b&gt;'])
      expect(named(name).map((page) => markupOf(page).tags)).toEqual(harmless);
  });
});

describe('both languages', () => {
  it.each(odd)('carry the same numbers in the same order: %s', (_, of, sample) => {
    const figures = starFigures({ ...of, agencies: of.agencies.filter(({ agency }) => agency.code === 'A') }, sample);
    const [arabic, english] = languages.map((language) =>
      bothOf(figures, language).map((page) =>
        numbersIn(page)
          .filter((cell) => /\d/.test(cell))
          .map((cell) => cell.replace(/[%٪]/, '')),
      ),
    );
    expect(arabic).toEqual(english);
    expect(english?.[0]?.length).toBeGreaterThan(10);
  });
});

describe('a held result', () => {
  it.each([
    ['en', '5 stars by score, held at 4 by: Weak customer experience (43.1, needs 60)'],
    ['ar', '5 نجوم حسب الدرجة، وقُصرت على 4 بسبب: ضعف تجربة المتعامل (43.1، والمطلوب 60)'],
  ] as const)('prints raw star, gate, what it found and asks, and the final star, in %s', (language, sentence) => {
    expect(card(ofA({ centres: [held] }), language)).toContain(sentence);
  });

  it('of the agency itself names every gate', () => {
    const fired = [unevenChannels, { ...weakExperience, found: null, limit: null, from: 4, to: 3 }];
    expect(card(ofA({ star: 3, fired }))).toContain(
      '5 stars by score, held at 3 by: Wide gap between channels (31.0 points, at most 25), Weak customer experience',
    );
  });

  it('that a gate only makes provisional is not called held', () => {
    const text = card(ofA({ provisional: true, fired: [{ ...unevenChannels, to: 5, isProvisional: true }] }));
    expect(text).not.toContain('held at');
    expect(text).toContain('Provisional Wide gap between channels');
  });
});

describe('a result that may still change', () => {
  it('says whose and why', () => {
    const notes = [
      { why: 'belowMinimum' as const, of: [{ en: 'Happiness', ar: null }], count: 1, n: 12, minimum: 30 },
      { why: 'criterionMissing' as const, of: [{ en: 'Queue', ar: null }], count: 9, n: null, minimum: null },
    ];
    const text = card(ofA({ provisional: true, centres: [{ ...centre, provisional: notes }] }));
    expect(text).toContain('The result of 1 centre may still change.');
    expect(text).toContain(
      'Happiness: 12 of the 30 answers or visits that are needed; 9 criteria not judged: Queue and 8 more',
    );
  });

  it('is called close to the edge where an edge lies in its interval', () => {
    expect(card(ofA({ centres: [held] }))).toContain('close to the edge');
    expect(card(ofA({ centres: [held] }), 'ar')).toContain('قريب من الحد');
    expect(card({})).toContain('No centre is close to the edge of a star.');
  });
});

describe('the change', () => {
  it('is printed in its parts, and says when the printed parts do not add up', () => {
    const text = card({});
    expect(text).toContain('Published change, from 66.0 to 70.2 +4.2');
    expect(text).toContain('The printed parts add up to +4.3, the published change is +4.2'); // 3.4 − 0.1 + 1.0
    const exact = {
      ...change,
      published: 4,
      parts: { ...change.parts!, sameYardstick: 3, changedCriteria: 0, changedWeights: 1 },
    };
    expect(card(ofA({ change: exact }))).not.toContain('The printed parts');
  });

  it('across a series break is none, and the difference is called what it is not', () => {
    const text = card(ofA({ change: seriesBreak }));
    expect(text).toContain('The difference of the published scores, +4.2, is not a change, and no change is shown.');
    expect(text).not.toContain('Published change, from');
    expect(text).toContain('2 centres are not compared: series break');
  });

  it('of a pillar is refused where too little is judged alike', () => {
    const text = card({});
    expect(text).toMatch(/Services 35 % 50 % 61\.2 58\.0 \+3\.2/);
    expect(text).toMatch(/People 35 % 50 % 61\.2 58\.0 not comparable/);
    expect(text).toMatch(/New 35 % — 61\.2 — not there before/);
  });

  it('of a renamed agency goes on', () => {
    const from = [{ code: 'OLD', name: { en: 'Old Department', ar: null }, group: { en: null, ar: null } }];
    expect(card(ofA({ from }))).toContain('these centres belonged to Old Department; their history goes on.');
  });
});

describe('the programme', () => {
  const report = (figures: CycleFigures, language: Language = 'en') => programmeReport(figures, language, imprint, []);

  it('puts every centre of both cycles into one cell of the moves', () => {
    const [matrix = ''] = /<table class="matrix">.*?<\/table>/s.exec(report(starFigures(alone))) ?? [];
    const counts = numbersIn(matrix)
      .filter((cell) => cell !== '—')
      .map(Number);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(read(matrix)).toContain('Not rated');
  });

  it('lists the agencies with stars by name, studies or not', () => {
    const text = read(report(starFigures(withStudies, { agencies: { A: {}, Z: { star: 6, rawStar: 6 } } })));
    expect(text).toMatch(/Agency of Roads 2 5 4 70\.2 66\.0 \+3\.4 Improved .*Agency Z 2 6 4/);
  });
});
