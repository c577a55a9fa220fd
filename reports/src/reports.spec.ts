import { languages, type Language } from '#contract';
import { figuresOf, type CycleFigures, type SurveyFacts, type Tally } from '#figures';
import fc from 'fast-check';
import { markupOf, numbersIn } from '../test/markup.js';
import {
  agencyIn,
  engagement,
  ordinary,
  rate,
  sampleFigures,
  satisfaction,
  stress,
  type Sample,
} from '../test/sample-figures.js';
import { page } from './page.js';
import { html } from './html.js';
import { programmeReport } from './programme-report.js';
import { scorecard } from './scorecard.js';

const imprint = { figuresHash: '12ab34cd56ef'.repeat(5).padEnd(64, '0') };
const cardOf = (figures: CycleFigures, language: Language) =>
  scorecard(agencyIn(figures), figures, language, imprint, []);
const reportOf = (figures: CycleFigures, language: Language) => programmeReport(figures, language, imprint, []);
const bothOf = (figures: CycleFigures, language: Language) => [cardOf(figures, language), reportOf(figures, language)];

const one = (results: Readonly<Record<string, number | null>>): Sample['agencies'][number] => ({
  code: 'A',
  now: { results },
});

const odd: readonly [string, Sample][] = [
  ['ordinary agencies', ordinary],
  ['no previous cycle', { ...ordinary, hasPrevious: false }],
  ['a previous cycle without anything', { agencies: [one({ engagement: 60 })] }],
  ['no headline', { agencies: [one({ stress: 20 })], measures: [stress] }],
  ['one measure', { agencies: [one({ engagement: 60 })], measures: [engagement], hasPrevious: false }],
  ['only a response rate', { agencies: [one({ 'response-rate': 0 })], measures: [rate] }],
  ['no data', { agencies: [one({ engagement: null, stress: null, 'response-rate': null })] }],
  ['nobody answering', { agencies: [{ code: 'A', now: { counts: { x: [0, 0, 0, 0, 0] } } }] }],
  [
    'one answer',
    { agencies: [{ code: 'A', now: { counts: { x: [0, 0, 0, 0, 1] } }, before: { counts: { x: [1, 0, 0, 0, 0] } } }] },
  ],
  [
    'all at the ends of the scale',
    { agencies: ['A', 'B', 'C'].map((code, index) => ({ ...one({ engagement: index === 0 ? 0 : 100 }), code })) },
  ],
  ['all agencies equal', { agencies: ['A', 'B', 'C', 'D'].map((code) => ({ ...one({ engagement: 50 }), code })) }],
  [
    'three agencies, one of them with the headline',
    {
      agencies: ['A', 'B', 'C'].map((code) => ({ ...one({ engagement: code === 'A' ? 50 : null, stress: 9 }), code })),
    },
  ],
  [
    'a measure that is new and one that is dropped',
    {
      agencies: [
        {
          code: 'A',
          now: { results: { engagement: 60, stress: 2 } },
          before: { results: { engagement: 59, 'response-rate': 70 } },
        },
      ],
    },
  ],
  ['months', { ...ordinary, cycle: '2024-03', previous: '2024-02' }],
  [
    'names in one language only',
    { ...ordinary, agencies: ordinary.agencies.map((of) => ({ ...of, name: { en: null, ar: 'جهة' } })) },
  ],
];

describe.each(languages)('reports in %s', (language) => {
  it.each(odd)('of %s are well formed and say no number that is none', (_, sample) => {
    for (const printed of bothOf(sampleFigures(sample), language)) {
      const { text, values } = markupOf(printed);
      for (const shown of [text, ...values])
        expect(shown).not.toMatch(/\b(null|undefined|NaN)\b|Infinity|\[object|\{\w+\}/);
      expect(text).not.toMatch(/(?<![A-Z\d])-\d/); // a minus is U+2212; a hyphen stands in 2024-03 and SHA-256
    }
  });

  it('name their language and its direction, and hold nothing that runs or is fetched', () => {
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    for (const printed of bothOf(sampleFigures(ordinary), language)) {
      expect(printed).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(markupOf(printed).values).toContain("default-src 'none'; style-src 'unsafe-inline'; font-src data:");
      expect(printed).not.toMatch(/<script|<img|<link|<iframe|https?:|\bon[a-z]+=|url\((?!data:)/);
    }
  });

  it('are the same to the byte for the same figures', () => {
    const turned = { ...ordinary, agencies: ordinary.agencies.toReversed() };
    expect(bothOf(sampleFigures(turned), language)).toEqual(bothOf(sampleFigures(ordinary), language));
  });

  it('isolate every cycle, code and fingerprint that stands in a text', () => {
    const months = sampleFigures({ ...ordinary, cycle: '2024-03', previous: '2024-02' });
    for (const printed of bothOf(months, language)) {
      const { text } = markupOf(printed.replace(/<title>.*<\/title>/, ''));
      for (const [key] of text.matchAll(/.?2024-0[23].?/gsu)) expect(key).toMatch(/^\u20662024-0[23]\u2069$/);
      const foot = /@page\{@bottom-\w+\{content:("[^"]*")/.exec(printed)?.[1] ?? '';
      expect(foot).toContain('\\2066 2024-03\\2069 ');
      expect(foot).toContain('\\2066 12ab34cd56ef\\2069 ');
    }
  });

  const harmless = markupOf(cardOf(sampleFigures(named('Agency')), language)).tags;
  const harmlessReport = markupOf(reportOf(sampleFigures(named('Agency')), language)).tags;

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['an end of its place', `"><img src=x onerror='alert(1)'></style></title>`],
    ['an entity', '&lt;b&gt; &#60;b&#62; &amp'],
    ['300 letters', 'ن'.repeat(300)],
    ['300 words', 'Agency '.repeat(300)],
    ['a mark that combines with what stands before it', '\u0338\u0301\u064b\u0651'],
    ['another line', 'One\nTwo\r\nThree\u2028Four'],
    ['signs of a message', "{count, plural, one {x} other {y}} # '{'"],
  ])('hold a name with %s as text', (_, name) => {
    const figures = sampleFigures(named(name));
    expect(markupOf(cardOf(figures, language)).tags).toEqual(harmless);
    expect(markupOf(reportOf(figures, language)).tags).toEqual(harmlessReport);
    expect(markupOf(cardOf(figures, language)).text).toContain(name);
  });

  it('let no name turn the direction of what stands around it', () => {
    const turning = '\u202eedoc\u202a\u202b\u202d\u202c\u2066\u2067\u2068\u2069';
    for (const printed of bothOf(sampleFigures(named(turning)), language)) {
      const { text, values } = markupOf(printed);
      for (const shown of [text, ...values]) {
        expect(shown).not.toMatch(/[\u202a-\u202e]/);
        let depth = 0;
        for (const sign of shown.match(/[\u2066-\u2069]/g) ?? []) {
          depth += sign === '\u2069' ? -1 : 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }
    }
  });

  it('hold any name as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        expect(markupOf(cardOf(sampleFigures(named(name)), language)).tags).toEqual(harmless);
      }),
      { numRuns: 50 },
    );
  });
});

/** The ordinary agencies, all called the same, with a service and a channel of that name too. */
function named(name: string): Sample {
  const both = { en: name, ar: name };
  const agencies = ordinary.agencies.map((agency) => ({ ...agency, name: both, group: both }));
  return { ...ordinary, agencies, serviceName: both, channel: name };
}

describe('both languages', () => {
  it.each(odd)('carry the same numbers in the same order: %s', (of, sample) => {
    const alike = (code: string) => ({ name: { en: code, ar: code } }); // so that both sort them the same
    const agencies = sample.agencies.map((agency) => ({ ...agency, ...alike(agency.code) }));
    const figures = sampleFigures({ ...sample, agencies });
    const [cards, reports] = [cardOf, reportOf].map((print) =>
      languages.map((language) => numbersIn(print(figures, language))),
    );
    expect(cards?.[0]).toEqual(cards?.[1]);
    expect(reports?.[0]).toEqual(reports?.[1]);
    if (of === 'ordinary agencies') expect(cards?.[0]?.filter((cell) => /\d/.test(cell)).length).toBeGreaterThan(15);
  });
});

describe('a scorecard', () => {
  const english = (sample: Sample) => markupOf(cardOf(sampleFigures(sample), 'en')).text.replace(/\s+/g, ' ');

  it('says that a first cycle has nothing to be compared with', () => {
    const text = english({ ...ordinary, hasPrevious: false });
    expect(text).toContain('first cycle; nothing to compare with yet');
    expect(text).toContain('This is the first cycle; there is nothing to compare with.');
    expect(text).not.toContain('What changed between the cycles');
  });

  it('says which measures are new and which are no longer taken', () => {
    const [, sample] = odd.find(([name]) => name.startsWith('a measure that is new')) ?? [];
    const text = english(sample ?? ordinary);
    expect(text).toContain('New in this cycle: \u2068Stress\u2069.');
    expect(text).toContain('No longer measured: \u2068Response rate\u2069.');
    expect(text).not.toContain('The measures and their definitions are the same in both cycles.');
  });

  it('takes no measure for new because two agencies were merged', () => {
    const merged: Sample = {
      agencies: [
        { code: 'A', now: { results: { engagement: 60 } } },
        { code: 'B', before: { results: { engagement: 60 } } },
        { code: 'C', before: { results: { engagement: 50 } } },
      ],
      successions: ['B', 'C'].map((predecessor) => ({ predecessor, successor: 'A', since: '2024-01-01' })),
    };
    const text = english(merged);
    expect(text).toContain('The agency was merged from \u2068Agency B\u2069, \u2068Agency C\u2069');
    expect(text).not.toContain('New in this cycle');
  });

  it('shows the slips of both cycles, from the first day on, and no break before them', () => {
    const period = (month: string, published: number) => ({
      agency: 'A',
      study: 'customer-happiness' as const,
      measure: 'satisfaction',
      service: { code: 'x', name: { en: 'Service', ar: null } },
      channel: 'digital',
      startsOn: `${month}-01`,
      endsOn: `${month}-28`,
      counts: [10, 0, 0, 20, 10],
      published,
    });
    const counts = { counts: { x: [10, 0, 0, 20, 10] } };
    const text = english({
      agencies: [{ code: 'A', now: counts, before: counts }],
      published: [
        period('2022-11', 63),
        period('2022-12', 2),
        period('2023-01', 1),
        period('2023-02', 63),
        period('2024-02', 3),
      ],
    });
    expect(text).toContain('no known formula gives: \u20662023-01\u2069, \u20662024-02\u2069.');
  });
});

describe('a programme report', () => {
  it('prints no median of fewer than three agencies', () => {
    const [, sample] = odd.find(([name]) => name.startsWith('three agencies, one')) ?? [];
    const figures = sampleFigures(sample ?? ordinary);
    const { text } = markupOf(reportOf(figures, 'en'));
    expect(text).toContain('Fewer than three agencies were measured');
    const [engagementRow, stressRow] = reportOf(figures, 'en').match(/<tr[^>]*><th scope="row">.*?<\/tr>/gs) ?? [];
    expect([numbersIn(engagementRow ?? '')[0], numbersIn(stressRow ?? '')[0]]).toEqual(['—', '9.0']);
  });

  it('reads better, same and worse in the direction of its heading', () => {
    const figures = sampleFigures(ordinary);
    expect(reportOf(figures, 'ar')).toMatch(/<bdi dir="rtl">\d+ \/ \d+ \/ \d+<\/bdi>/);
    expect(reportOf(figures, 'en')).toMatch(/<bdi dir="ltr">\d+ \/ \d+ \/ \d+<\/bdi>/);
  });
});

describe('page', () => {
  it('keeps its foot within its string, whatever stands there', () => {
    const start = `"; } </style><script>alert(1)</script> \\ \n @import 'x'`;
    const foot = { start, page: 'Page', of: 'of' };
    const printed = page({ language: 'en', title: '</title>', foot, body: html`<p></p>` }, []);
    expect(markupOf(printed).tags).toEqual(
      markupOf(page({ language: 'en', title: '', foot: { ...foot, start: '' }, body: html`<p></p>` }, [])).tags,
    );
    const [, content = ''] = /@bottom-left\{content:"([^"]*)";font/.exec(printed) ?? [];
    expect(content.replace(/\\([0-9a-f]+) /g, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))).toBe(
      start,
    );
  });
});

describe('results of employees that are withheld', () => {
  const measures = ['happy', 'happy.team'].map((code, at) => {
    return { ...engagement, code, definition: 'meanOfAnswers', kind: at === 0 ? 'headline' : 'measure' } as const;
  });
  const scores = { n: 23, weight: 23, weightSquares: 23, sum: 1725, weightedSum: 1725, weightedSquares: 140_000 };
  const none = { ...scores, n: 0, weight: 0 };
  const withheld = (agency: string, measure: string) => agency === 'A' || (agency === 'B' && measure === 'happy.team');
  const tallies = ['A', 'B', 'C', 'D'].flatMap((agency) =>
    measures.map(({ code }): Tally => {
      const isWithheld = withheld(agency, code);
      const service = { code: '', name: { en: 'All', ar: 'الكل' } };
      const days = { coversFrom: '2024-01-01', coversTo: '2024-12-31' };
      return { agency, study: 'employee-happiness', measure: code, service, channel: '', counts: [], scores: isWithheld ? none : scores, isWithheld, ...days, sources: [] }; // prettier-ignore
    }),
  );
  const facts = { study: 'employee-happiness', held: 0, excluded: 0, least: 10, weighting: null, unweighted: null } as const; // prettier-ignore
  const figures = figuresOf({
    measures,
    agencies: ['A', 'B', 'C', 'D'].map((code) => ({ code, name: { en: `Agency ${code}`, ar: null }, group: { en: null, ar: null } })), // prettier-ignore
    successions: [],
    now: {
      cycle: { key: '2024', startsOn: '2024-01-01', endsOn: '2024-12-31' },
      results: [],
      tallies,
      surveys: ['A', 'B', 'C', 'D'].map((agency) => ({ agency, counted: agency === 'A' ? null : 23, ...facts })),
    },
    before: null,
    published: [],
  });
  const textOf = (agency: string) => markupOf(scorecard(agencyIn(figures, agency), figures, 'en', imprint, [])).text;

  it('are said to be withheld, and why, on the scorecard and in the report; a measure that is has no row', () => {
    expect(textOf('A')).toContain('Not shown: fewer than 10 answers, or it would tell of others');
    expect(textOf('A')).toContain('2 measures are not shown');
    expect(textOf('A')).not.toContain('23');
    expect(textOf('B')).toContain('1 measure is not shown');
    expect(textOf('C')).not.toContain('not shown: fewer');
    const report = (language: Language) => markupOf(programmeReport(figures, language, imprint, [])).text;
    expect(report('en')).toContain('Not shown: \u2068Agency A\u2069. Fewer than 10 employees answered');
    expect(report('ar')).toContain('لا تُعرض نتائج: \u2068Agency A\u2069');
  });
});

describe('what became of the responses to our own surveys', () => {
  const happy = { ...satisfaction, code: 'happy', definition: 'meanOfAnswers' } as const;
  const scores = { n: 60, weight: 60, weightSquares: 80, sum: 4500, weightedSum: 6000, weightedSquares: 480_000 };
  const tallyIn = (year: number, madeOf: string): Tally => {
    const service = { code: '', name: { en: 'All', ar: 'الكل' } };
    const days = { coversFrom: `${year}-01-01`, coversTo: `${year}-12-31` };
    return { agency: 'A', study: 'customer-happiness', measure: 'happy', service, channel: '', counts: [], scores, madeOf, ...days, sources: [] }; // prettier-ignore
  };
  const cycle = (year: number) => ({ key: String(year), startsOn: `${year}-01-01`, endsOn: `${year}-12-31` });
  const figuresWith = (facts: Partial<SurveyFacts>, madeOf = 'one') =>
    figuresOf({
      measures: [happy],
      agencies: [{ code: 'A', name: { en: 'Agency A', ar: null }, group: { en: null, ar: null } }],
      successions: [],
      now: {
        cycle: cycle(2024),
        results: [],
        tallies: [tallyIn(2024, madeOf)],
        surveys: [{ agency: 'A', study: 'customer-happiness', counted: 60, held: 7, excluded: 3, least: null, weighting: null, unweighted: null, ...facts }], // prettier-ignore
      },
      before: { cycle: cycle(2023), results: [], tallies: [tallyIn(2023, 'one')] },
      published: [],
    });
  const textOf = (figures: CycleFigures) => markupOf(scorecard(agencyIn(figures), figures, 'en', imprint, [])).text;

  it('is counted on the scorecard and in the report: what counts, what is held, what a person excluded', () => {
    const figures = figuresWith({});
    const standings = '60 counted, 7 held as suspected, 3 excluded by a person.';
    expect(textOf(figures)).toContain(standings);
    expect(markupOf(programmeReport(figures, 'en', imprint, [])).text).toContain(standings);
    expect(markupOf(scorecard(agencyIn(figures), figures, 'ar', imprint, [])).text).toContain('والمعلّقة للاشتباه 7');
  });

  it('stands with what weights cost, or that there could be none', () => {
    expect(textOf(figuresWith({ weighting: { designEffect: 4 / 3, effectiveN: 45 } }))).toContain(
      'weighted to known totals, with a design effect of 1.33: they tell as much as 45 of equal weight',
    );
    expect(textOf(figuresWith({ unweighted: 'totalsDoNotFit' }))).toContain(
      'not weighted: the known totals do not fit',
    );
  });

  it('says nothing of the same definitions where a questionnaire scores otherwise now, and compares nothing', () => {
    const same = 'The measures and their definitions are the same in both cycles.';
    expect(textOf(figuresWith({}))).toContain(same);
    const text = textOf(figuresWith({}, 'two'));
    expect(text).not.toContain(same);
    expect(text).toContain('Too little is measured the same way in both cycles');
  });
});
