import { figuresOf, type AgencyFigures, type CycleFigures, type Evidence, type Measure, type Name } from '#figures';

const none: Name = { en: null, ar: null };
const source = {
  kind: 'studyResult',
  file: 'results.csv',
  sha256: '0123456789abcdef0123456789abcdef',
  line: 2,
} as const;

export const engagement: Measure = {
  study: 'employee-happiness',
  code: 'engagement',
  name: { en: 'Engagement', ar: 'الارتباط الوظيفي' },
  polarity: 'higher',
  definition: 'indexOfItems',
  kind: 'headline',
};
export const stress: Measure = {
  ...engagement,
  code: 'stress',
  name: { en: 'Stress', ar: 'الضغط' },
  polarity: 'lower',
  kind: 'measure',
};
export const rate: Measure = {
  ...engagement,
  code: 'response-rate',
  name: { en: 'Response rate', ar: 'نسبة الاستجابة' },
  definition: 'responseRate',
  kind: 'participation',
};
export const satisfaction: Measure = {
  ...engagement,
  study: 'customer-happiness',
  code: 'satisfaction',
  name: { en: 'Satisfaction', ar: 'الرضا' },
  definition: 'meanOfScale',
};

/** One agency of a sample: its values by measure and its counts by service, in each of the two cycles. */
export interface SampleAgency {
  readonly code: string;
  readonly name?: Name;
  readonly group?: Name;
  readonly now?: Values;
  readonly before?: Values;
}

interface Values {
  readonly results?: Readonly<Record<string, number | null>>;
  readonly counts?: Readonly<Record<string, readonly number[]>>;
}

export interface Sample {
  readonly agencies: readonly SampleAgency[];
  readonly measures?: readonly Measure[];
  readonly hasPrevious?: boolean;
  readonly cycle?: string;
  readonly previous?: string;
  readonly serviceName?: Name;
  readonly channel?: string;
  readonly successions?: Evidence['successions'];
  readonly published?: Evidence['published'];
}

/** Figures as the platform computes them, of evidence that is written down in a test. */
export function sampleFigures(sample: Sample): CycleFigures {
  const { agencies, hasPrevious = true, cycle = '2024', previous = '2023' } = sample;
  return figuresOf({
    measures: sample.measures ?? [engagement, stress, rate, satisfaction],
    agencies: agencies.map(({ code, name = { en: `Agency ${code}`, ar: `الجهة ${code}` }, group = none }) => ({
      code,
      name,
      group,
    })),
    successions: sample.successions ?? [],
    now: cycleOf(sample, cycle, '2024', 'now'),
    before: hasPrevious ? cycleOf(sample, previous, '2023', 'before') : null,
    published: sample.published ?? [],
  });
}

function cycleOf(sample: Sample, key: string, year: string, which: 'now' | 'before'): Evidence['now'] {
  const { serviceName = none, channel = 'digital' } = sample;
  const [startsOn, endsOn] = [`${year}-01-01`, `${year}-12-31`];
  return {
    cycle: { key, startsOn, endsOn },
    results: sample.agencies.flatMap((agency) =>
      Object.entries(agency[which]?.results ?? {}).map(([measure, value]) => ({
        agency: agency.code,
        study: 'employee-happiness' as const,
        measure,
        value,
        answers: null,
        source,
      })),
    ),
    tallies: sample.agencies.flatMap((agency) =>
      Object.entries(agency[which]?.counts ?? {}).map(([service, counts]) => ({
        agency: agency.code,
        study: 'customer-happiness' as const,
        measure: 'satisfaction',
        service: { code: service, name: serviceName },
        channel,
        counts,
        coversFrom: startsOn,
        coversTo: endsOn,
        sources: [{ ...source, kind: 'tally' as const, file: 'counts.csv', line: null }],
      })),
    ),
  };
}

/** The one agency that a scorecard is printed of in most tests. */
export function agencyIn(figures: CycleFigures, code = 'A'): AgencyFigures {
  const agency = figures.agencies.find((one) => one.agency.code === code);
  if (!agency) throw new Error(`no agency ${code}`);
  return agency;
}

/** Five agencies with all kinds of figures in both cycles, one renamed, one left, one new. */
export const ordinary: Sample = {
  agencies: [
    {
      code: 'A',
      name: { en: 'Agency of Roads', ar: 'هيئة الطرق' },
      group: { en: 'Ministry of Works', ar: 'وزارة الأشغال' },
      now: {
        results: { engagement: 64.25, stress: 20.04, 'response-rate': 103.398 },
        counts: { counter: [4, 9, 20, 80, 90], web: [40, 20, 20, 100, 300] },
      },
      before: {
        results: { engagement: 63.1, stress: 21, 'response-rate': 71 },
        counts: { counter: [9, 9, 20, 80, 50], web: [90, 40, 20, 100, 200] },
      },
    },
    {
      code: 'B',
      now: { results: { engagement: 50, stress: 20.04 }, counts: { counter: [4, 4, 4, 4, 4] } },
      before: { results: { engagement: 50.04, stress: 20 }, counts: { counter: [4, 4, 4, 4, 4] } },
    },
    {
      code: 'C',
      now: { results: { engagement: 71.96, stress: 31 } },
      before: { results: { engagement: 73, stress: 29 } },
    },
    { code: 'D', now: { results: { engagement: 58, stress: 27 } } },
    { code: 'F', now: { results: { engagement: 60, stress: null } } },
    { code: 'E', before: { results: { engagement: 59, stress: 27 } } },
    { code: 'L', before: { results: { engagement: 40, stress: 30 } } },
  ],
  successions: [{ predecessor: 'E', successor: 'F', since: '2024-01-01' }],
};
