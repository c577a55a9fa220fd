import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { CycleEvidence, Evidence, Measure, Polarity, StudyResult, Tally } from './evidence.js';
import { figuresOf } from './figures-of.js';
import { figuresSchema } from './schema.js';

const codes = ['A', 'B', 'C', 'D'] as const;
const source = { kind: 'studyResult', file: 'f.csv', sha256: 'aa', line: 2 } as const;
const cycle = (year: number) => ({ key: String(year), startsOn: `${year}-01-01`, endsOn: `${year}-12-31` });

function measureOf(study: Measure['study'], code: string, polarity: Polarity = 'higher'): Measure {
  const kind = code === 'headline' ? 'headline' : 'measure';
  const definition = study === 'customer-happiness' ? 'meanOfScale' : 'indexOfItems';
  return { study, code, name: { en: code, ar: code }, polarity, definition, kind };
}

const measures = [
  measureOf('employee-happiness', 'headline'),
  measureOf('employee-happiness', 'stress', 'lower'),
  measureOf('customer-happiness', 'headline'),
];

function evidenceOf(now: Omit<CycleEvidence, 'cycle'>, before: Omit<CycleEvidence, 'cycle'> | null): Evidence {
  return {
    measures,
    agencies: codes.map((code) => ({ code, name: { en: code, ar: null }, group: { en: null, ar: null } })),
    successions: [],
    now: { cycle: cycle(2024), ...now },
    before: before && { cycle: cycle(2023), ...before },
    published: [],
  };
}

function tally(agency: string, counts: readonly number[], year = 2024, service = 'x'): Tally {
  const { startsOn, endsOn } = cycle(year);
  return {
    agency,
    study: 'customer-happiness',
    measure: 'headline',
    service: { code: service, name: { en: null, ar: null } },
    channel: 'digital',
    counts,
    coversFrom: startsOn,
    coversTo: endsOn,
    sources: [{ ...source, kind: 'tally', line: null }],
  };
}

const results = fc.uniqueArray(
  fc.record<StudyResult>({
    agency: fc.constantFrom(...codes),
    study: fc.constant('employee-happiness'),
    measure: fc.constantFrom('headline', 'stress'),
    value: fc.option(fc.double({ min: 0, max: 100, noNaN: true }).map((value) => Number(value.toFixed(6)))),
    answers: fc.option(fc.nat({ max: 1_000 })),
    source: fc.constant(source),
  }),
  { selector: ({ agency, measure }) => `${agency} ${measure}` },
);

const tallies = (year: number) =>
  fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom(...codes),
        fc.array(fc.nat({ max: 50 }), { minLength: 5, maxLength: 5 }),
        fc.constantFrom('x', 'y'),
      )
      .map(([agency, counts, service]) => tally(agency, counts, year, service)),
    { selector: ({ agency, service }) => `${agency} ${service.code}` },
  );

const evidence = fc
  .record({
    now: fc.record({ results, tallies: tallies(2024) }),
    before: fc.option(fc.record({ results, tallies: tallies(2023) })),
    successions: fc.array(
      fc.record({
        predecessor: fc.constantFrom(...codes),
        successor: fc.constantFrom(...codes),
        since: fc.constantFrom('2022-01-01', '2024-01-01'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ now, before, successions }) => ({ ...evidenceOf(now, before), successions }));

describe('figuresOf', () => {
  it('does not depend on the order of the evidence, to the byte', () => {
    const turned = (of: CycleEvidence): CycleEvidence => ({
      ...of,
      results: of.results.toReversed(),
      tallies: of.tallies.toReversed(),
    });
    fc.assert(
      fc.property(evidence, (given) => {
        const other = {
          ...given,
          agencies: given.agencies.toReversed(),
          successions: given.successions.toReversed(),
          now: turned(given.now),
          before: given.before && turned(given.before),
        };
        expect(JSON.stringify(figuresOf(other))).toBe(JSON.stringify(figuresOf(given)));
      }),
      { numRuns: 200 },
    );
  });

  it('gives figures that the schema takes and JSON can hold, whatever the evidence', () => {
    const validate = new Ajv2020({ strict: true }).compile(figuresSchema);
    fc.assert(
      fc.property(evidence, (given) => {
        const figures = figuresOf(given);
        validate(figures);
        expect(validate.errors).toBeNull();
        expect(JSON.parse(JSON.stringify(figures))).toEqual(figures); // no NaN, no Infinity, no undefined
      }),
      { numRuns: 200 },
    );
  });

  it('counts verdicts and directions of exactly the agencies that are compared', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        for (const { measures: summaries } of figuresOf(given).programme)
          for (const { change } of summaries) {
            if (!change) continue;
            const { comparable, better, same, worse, verdicts } = change;
            expect(better + same + worse).toBe(comparable);
            expect(verdicts.improved + verdicts.declined + verdicts.noDetectableChange + verdicts.cannotTell).toBe(
              comparable,
            );
          }
      }),
      { numRuns: 200 },
    );
  });

  it('calls a fall improved where less is better', () => {
    const lower = measures.map((measure) => ({ ...measure, polarity: 'lower' }) as const);
    const given = evidenceOf(
      { results: [], tallies: [tally('A', [100, 0, 0, 0, 20]), tally('B', [20, 0, 0, 0, 100])] },
      { results: [], tallies: [tally('A', [60, 0, 0, 0, 60], 2023), tally('B', [60, 0, 0, 0, 60], 2023)] },
    );
    const verdicts = figuresOf({ ...given, measures: lower }).agencies.map(
      ({ studies }) => studies[0]?.headline?.change.verdict,
    );
    expect(verdicts).toEqual(['improved', 'declined']);
  });

  it('has nothing to say of a cycle without evidence', () => {
    const { programme, agencies, measures: shown } = figuresOf(evidenceOf({ results: [], tallies: [] }, null));
    expect([programme, agencies, shown]).toEqual([[], [], []]);
  });

  it('judges services on their own, beside the services of all agencies', () => {
    const rows = (year: number, best: number) =>
      codes.flatMap((code) => [
        tally(code, [50, 0, 0, 0, 50], year, 'x'),
        tally(code, [100 - best, 0, 0, 0, best], year, 'y'),
      ]);
    const figures = figuresOf(
      evidenceOf({ results: [], tallies: rows(2024, 64) }, { results: [], tallies: rows(2023, 50) }),
    );
    const [x, y] = figures.agencies[0]?.studies[0]?.parts ?? [];
    expect([x?.change.verdict, y?.change.points]).toEqual(['noDetectableChange', 14]);
    // Eight services are tested, four of them with the same p: 8 · p / 4.
    expect(y?.change.adjustedP).toBeCloseTo(2 * (y?.change.p ?? 0), 12);
    expect([x?.median, x?.position, x?.lead]).toEqual([null, null, null]);
  });
});

describe('what our own campaigns measure', () => {
  const happiness = { ...measureOf('customer-happiness', 'survey'), definition: 'meanOfAnswers', kind: 'headline' } as const; // prettier-ignore
  /** Half of them with each score, all weighing the same. */
  const scored = (n: number, weight: number, low: number, high: number): Tally['scores'] => {
    const [sum, squares] = [(n * (low + high)) / 2, (n * (low ** 2 + high ** 2)) / 2];
    const [once, twice] = [weight, weight ** 2];
    return { n, weight: n * once, weightSquares: n * twice, sum: once * sum, weightedSum: twice * sum, weightedSquares: twice * squares }; // prettier-ignore
  };
  const surveyed = (year: number, channel: string, scores: Tally['scores'], madeOf = 'one'): Tally => {
    return { ...tally('A', [], year, ''), measure: 'survey', channel, madeOf, ...(scores && { scores }) };
  };
  const headlineOf = (now: readonly Tally[], before: readonly Tally[]) => {
    const evidence = evidenceOf({ results: [], tallies: now }, { results: [], tallies: before });
    const study = figuresOf({ ...evidence, measures: [happiness] }).agencies[0]?.studies[0];
    return { study, headline: study?.headline };
  };

  it('changes by the weights of respondents, as its figure is made', () => {
    // At the counter 100 stand for 900, digitally 900 for 100: the figure is nearly that of the counter, and so is its change.
    const { headline } = headlineOf(
      [surveyed(2024, 'centre', scored(100, 9, 60, 80)), surveyed(2024, 'digital', scored(900, 1 / 9, 40, 60))],
      [surveyed(2023, 'centre', scored(100, 9, 50, 70)), surveyed(2023, 'digital', scored(900, 1 / 9, 50, 70))],
    );
    expect(headline?.now.value).toBeCloseTo(0.9 * 70 + 0.1 * 50, 9);
    expect(headline?.change.points).toBeCloseTo(0.9 * 10 - 0.1 * 10, 9);
    expect(headline?.change).toMatchObject({ asShown: null, commonShare: 1, verdict: 'improved' });
  });

  it('is not compared over versions of a questionnaire that score it otherwise', () => {
    const { headline } = headlineOf(
      [surveyed(2024, 'centre', scored(100, 1, 60, 80), 'two')],
      [surveyed(2023, 'centre', scored(100, 1, 50, 70), 'one')],
    );
    expect(headline?.now.value).toBe(70);
    expect(headline?.change).toMatchObject({
      points: null,
      verdict: 'notCompared',
      why: 'seriesBreak',
      commonShare: 0,
    });
  });

  it('is not called dropped where fewer answered than are shown', () => {
    const few = { ...surveyed(2024, 'centre', scored(10, 1, 60, 80)), least: 30 };
    const { study, headline } = headlineOf([few], [surveyed(2023, 'centre', scored(100, 1, 50, 70))]);
    expect(headline?.now).toMatchObject({ value: null, n: 10, whyNoInterval: 'tooFew' });
    expect(headline?.change).toMatchObject({ points: null, verdict: 'notCompared', why: 'tooFew' });
    expect(study?.dropped).toEqual([]);
  });

  it('has one line for a service and channel, however many campaigns asked about it', () => {
    const waves = [scored(10, 1, 60, 80), scored(30, 1, 20, 40)];
    const { study } = headlineOf(
      [...waves.map((wave) => surveyed(2024, 'centre', wave)), surveyed(2024, 'digital', waves[0])],
      [],
    );
    expect(study?.parts.map(({ part, now }) => [part?.channel, now.n, now.value])).toEqual([
      ['centre', 40, 40],
      ['digital', 10, 70],
    ]);
  });
});

describe('what may not be shown of employees', () => {
  const happiness = { ...measureOf('employee-happiness', 'survey'), definition: 'meanOfAnswers', kind: 'headline' } as const; // prettier-ignore
  const scores = { n: 20, weight: 20, weightSquares: 20, sum: 1500, weightedSum: 1500, weightedSquares: 120_000 };
  const withheld = { isWithheld: true, scores: { ...scores, n: 0, weight: 0 } };
  const staff = (agency: string, year: number, more: Partial<Tally> = {}): Tally => {
    return { ...tally(agency, [], year, ''), study: 'employee-happiness', measure: 'survey', scores, ...more };
  };
  const figuresWith = (now: readonly Tally[], before: readonly Tally[]) => {
    const evidence = evidenceOf({ results: [], tallies: now }, { results: [], tallies: before });
    const { agencies, programme } = figuresOf({ ...evidence, measures: [happiness] });
    const headlines = agencies.map(({ studies }) => studies[0]?.headline);
    return { studies: agencies.map(({ studies }) => studies[0]), headlines, summary: programme[0]?.measures[0] };
  };

  it('has no number, not even of answers, and says so; it is compared with nothing and still measured', () => {
    const { headlines, studies } = figuresWith(
      [staff('A', 2024, withheld), staff('B', 2024)],
      [staff('A', 2023), staff('B', 2023, withheld)],
    );
    const hidden = { value: null, n: null, interval: null, whyNoInterval: 'protected' };
    const change = { points: null, verdict: 'notCompared', why: 'protected' };
    expect(headlines[0]).toMatchObject({ now: hidden, before: { value: 75, n: 20 }, change, position: null });
    expect(headlines[1]).toMatchObject({ now: { value: 75, n: 20 }, before: hidden, change });
    expect(studies.map((study) => study?.dropped)).toEqual([[], []]);
  });

  it('is in no median', () => {
    const tallies = codes.map((code) => staff(code, 2024, code === 'D' ? withheld : {}));
    expect(figuresWith(tallies, []).summary?.now).toMatchObject({ agencies: 3, median: 75 });
  });
});
