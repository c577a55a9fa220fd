import { compileScheme, judge, judgeBriefly, pathToNextStar, readScheme, robustnessOf, whatIf } from '#scoring';
import type { CompiledScheme, Scheme, UnitEvidence } from '#scoring';
import { timed, type Measure } from './measure.js';

const agencies = 1_000;
const centres = 20_000;
const channelTypes = ['centre', 'call_centre', 'website', 'application'];
const megabyte = 1024 ** 2;

/** Stars for a programme of 1,000 agencies and 20,000 centres by 315 criteria, on one core, against bare sums of the same evidence. */
export async function measureStars(): Promise<Measure[]> {
  const scheme = schemeOf315();
  const compiled = new Map(channelTypes.map((code) => [code, compileScheme(scheme, code)]));
  judgeAll(compiled, centres / 10);
  const tenth = await timed(() => Promise.resolve(judgeAll(compiled, centres / 10)));
  const all = await timed(() => Promise.resolve(judgeAll(compiled, centres)));
  const bare = await timed(() => Promise.resolve(sumAll(centres)));
  const growth = (all.result.heap - tenth.result.heap) / megabyte;
  return [
    measureOf('20,000 centres judged', all.ms / 1000, 's', 10, bareBaseline(bare.ms), {
      'centres/s': (1000 * centres) / all.ms,
      'MB more heap than for a tenth': growth,
      'MB resident at most': all.result.resident / megabyte,
      'with a star': all.result.rated,
    }),
    { ...memoryOf(all.result.heap, tenth.result.heap), figures: { 'MB heap at most': all.result.heap / megabyte } },
    ...(await measureOneCentre(compiled)),
    await measureWhatIf(scheme, all.ms),
    await measureRobustness(compiled),
  ];
}

async function measureOneCentre(compiled: ReadonlyMap<string, CompiledScheme>): Promise<Measure[]> {
  const own = compiled.get('centre')!;
  const ones = Array.from({ length: 20 }, (_, at) => centreAt(4 * at));
  const brief = await timed(() => Promise.resolve(ones.map((evidence) => judgeBriefly(own, evidence).score)));
  const full = await timed(() => Promise.resolve(ones.map((evidence) => judge(own, evidence).score)));
  const paths = await timed(() => Promise.resolve(ones.map((evidence) => pathToNextStar(own, evidence))));
  const costs = paths.result.map((path) => path?.cost ?? 0);
  const baseline = { what: 'score and star alone', value: brief.ms / ones.length, unit: 'ms' };
  return [
    measureOf('one centre with all reasons', full.ms / ones.length, 'ms', 50, baseline),
    measureOf('the cheapest path of one centre', paths.ms / ones.length, 'ms', 1_000, baseline, {
      'levels raised at most': Math.max(...costs),
      'proved cheapest of 20': paths.result.filter((path) => path?.exact && !path.blocked).length,
    }),
  ];
}

async function measureWhatIf(scheme: Scheme, judged: number): Promise<Measure> {
  const { ms, result } = await timed(() =>
    Promise.resolve(
      whatIf({ scheme, units: programme(centres), change: { weights: { p1: 3 }, aggregation: 'geometric' } }),
    ),
  );
  if (!result.effect) throw new Error(JSON.stringify(result.faults));
  const { up, down, moved } = result.effect;
  const baseline = { what: 'judging them once', value: judged / 1000, unit: 's' };
  return measureOf('what a change of weights would do to them', ms / 1000, 's', 20, baseline, {
    up,
    down,
    listed: moved.length,
  });
}

async function measureRobustness(compiled: ReadonlyMap<string, CompiledScheme>): Promise<Measure> {
  const some = centres / 20;
  const bare = await timed(() => Promise.resolve(judgeAll(compiled, some)));
  const { ms, result } = await timed(() => Promise.resolve(robustnessOf(compiled, programme(some), { seed: 2026 })));
  const firm = result.units.filter(({ sameStar }) => sameStar > 0.95).length;
  const baseline = { what: 'judging them 1,000 times, their evidence made each time', value: bare.ms, unit: 's' };
  return measureOf('robustness of 1,000 centres in 1,000 draws', ms / 1000, 's', 30, baseline, { 'firm stars': firm });
}

function measureOf(
  name: string,
  value: number,
  unit: string,
  aim: number,
  baseline: Measure['baseline'],
  more: Measure['figures'] = {},
): Measure {
  const figures = { [unit]: value, ...more };
  return { name, figures, baseline, ratio: value / baseline.value, aim: `at most ${aim} ${unit}`, met: value <= aim };
}

function bareBaseline(ms: number): Measure['baseline'] {
  return { what: 'the same evidence made, and one weighted sum over it', value: ms / 1000, unit: 's' };
}

function memoryOf(all: number, tenth: number): Omit<Measure, 'figures'> {
  const baseline = { what: 'for 2,000 centres', value: tenth / megabyte, unit: 'MB heap at most' };
  const ratio = all / tenth;
  return { name: 'memory of judging 20,000 centres', baseline, ratio, aim: 'at most 1.5 times', met: ratio <= 1.5 };
}

/** Each centre is made, judged and forgotten. */
function judgeAll(compiled: ReadonlyMap<string, CompiledScheme>, count: number) {
  let rated = 0;
  let heap = 0;
  let resident = 0;
  let at = 0;
  for (const evidence of programme(count)) {
    if (judgeBriefly(compiled.get(evidence.channelType)!, evidence).star !== null) rated += 1;
    if (at++ % 100 !== 0) continue;
    const { heapUsed, rss } = process.memoryUsage();
    heap = Math.max(heap, heapUsed);
    resident = Math.max(resident, rss);
  }
  return { rated, heap, resident };
}

function sumAll(count: number): number {
  let sum = 0;
  for (const { gradings } of programme(count)) {
    let weight = 1;
    for (const { level } of gradings.values()) sum += weight++ * (scores.get(level ?? '') ?? 0);
  }
  return sum;
}

function* programme(count: number): Generator<UnitEvidence> {
  for (let at = 0; at < count; at++) yield centreAt(at);
}

const scores = new Map(['none', 'basic', 'developing', 'maturing', 'leading'].map((code, at) => [code, 25 * at]));
const levels = [...scores.keys()];
const criteria = Array.from({ length: 315 }, (_, at) => `p${Math.floor(at / 63)}e${Math.floor(at / 7) % 9}c${at % 7}`);

/** A centre with a character of its own; one in forty criteria does not apply, and one in fifty was not graded. */
function centreAt(at: number): UnitEvidence {
  const character = (at * 7919) % 3;
  const gradings = criteria.flatMap((code, index) => {
    const turn = (at * 31 + index * 17 + ((at * index) % 13)) % 200;
    if (turn < 4) return [];
    const level = turn < 9 ? null : levels[Math.min(4, 1 + character + (turn % 3) - (turn % 7 === 0 ? 1 : 0))]!;
    return [[code, { level, hasEvidence: turn % 20 !== 0 }] as const];
  });
  const study = (value: number) => ({ value, n: 60, error: 1.5 });
  return {
    unit: `u${at}`,
    agency: `a${at % agencies}`,
    channelType: channelTypes[at % channelTypes.length]!,
    gradings: new Map(gradings),
    observations: new Map([
      ['study:happiness:', study(60 + (at % 35))],
      ['study:mystery:', study(55 + ((at * 3) % 40))],
    ]),
    violations: at % 200 === 0 ? ['licence'] : [],
  };
}

function schemeOf315(): Scheme {
  const title = { ar: 'قياس', en: 'Bench' };
  const study = (code: string, weight: number) => ({
    code,
    title,
    weight,
    of: { by: 'study', study: code, minimum: 30 },
  });
  const read = readScheme({
    schema: 'nujoom.scheme/1',
    code: 'bench',
    version: 1,
    title,
    status: 'illustrative',
    channelTypes: channelTypes.map((code) => ({ code, title })),
    levels: levels.map((code) => ({ code, title, score: scores.get(code) })),
    components: [
      { code: 'assessment', title, weight: 50, of: 'pillars' },
      study('happiness', 30),
      study('mystery', 20),
    ],
    pillars: Array.from({ length: 5 }, (_, p) => ({
      code: `p${p}`,
      title,
      weight: 1 + (p % 3),
      elements: Array.from({ length: 9 }, (_, e) => ({
        code: `p${p}e${e}`,
        title,
        weight: 1 + (e % 4),
        criteria: Array.from({ length: 7 }, (_, c) => ({
          code: `p${p}e${e}c${c}`,
          title,
          weight: 1 + c,
          feed: { by: 'grading' },
          evidence: c % 3 === 0 ? 'required' : 'none',
        })),
      })),
    })),
    stars: { by: 'bands', bands: [2, 3, 4, 5, 6, 7].map((star, step) => ({ star, from: 40 + 10 * step })) },
    gates: [
      { when: 'pillarBelow', code: 'weak', title, pillar: 'p1', below: 60, then: { cap: 4 } },
      { when: 'criterionFailed', code: 'must', title, criterion: 'p0e0c0', below: 25, then: { cap: 3 } },
      { when: 'openViolation', code: 'open', title, then: { cap: 2 } },
    ],
  });
  if (!read.scheme) throw new Error(JSON.stringify(read.faults));
  return read.scheme;
}
