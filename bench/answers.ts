import { check, compileInstrument, readInstrument, type CompiledInstrument } from '#instruments';
import { median } from '#statistics';
import type { Measure } from './measure.js';

const rounds = 7;
const aRound = 20_000;
/** Submissions a second on one core. */
const aim = 20_000;

/**
 * The check of finished submissions of 40 items, six of them asked only when others were answered so, against parsing the
 * same text: nobody gets answers from a network for less than that.
 */
export function measureAnswers(): Promise<Measure[]> {
  const compiled = compiledForm();
  const texts = [0, 1, 2, 3].map((variant) => JSON.stringify({ answers: answersOf(variant) }));
  const sheets = texts.map((text) => JSON.parse(text) as unknown);
  for (const sheet of sheets) {
    const faults = check(compiled, sheet, { finished: true });
    if (faults.length > 0) throw new Error(`A sheet of the bench has faults: ${JSON.stringify(faults)}`);
  }
  const times = inTurns(
    (index) => check(compiled, sheets[index % 4], { finished: true }).length,
    (index) => Object.keys(JSON.parse(texts[index % 4] ?? '') as object).length,
  );
  const ratio = times.ours / times.parsing;
  const rate = 1_000_000 / times.ours;
  return Promise.resolve([
    {
      name: 'check of finished submissions of 40 items',
      figures: { 'submissions/s on one core': rate, 'µs each': times.ours },
      baseline: {
        what: `JSON.parse of the same ${texts[0]?.length ?? 0} characters`,
        value: times.parsing,
        unit: 'µs each',
      },
      ratio,
      aim: `at least ${aim} a second`,
      met: rate >= aim,
    },
  ]);
}

/** The median times of one run of each, in µs; they take turns, so that what else the machine does weighs on both. */
function inTurns(ours: (index: number) => number, parsing: (index: number) => number) {
  const times = { ours: [] as number[], parsing: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    times.ours.push(microsecondsOf(ours));
    times.parsing.push(microsecondsOf(parsing));
  }
  return { ours: median(times.ours) ?? NaN, parsing: median(times.parsing) ?? NaN };
}

function microsecondsOf(work: (index: number) => number): number {
  let seen = 0;
  const since = performance.now();
  for (let index = 0; index < aRound; index++) seen += work(index);
  const microseconds = ((performance.now() - since) * 1_000) / aRound;
  if (seen < 0) throw new Error('Nothing was done');
  return microseconds;
}

const said = (text: string) => ({ ar: `نص ${text}`, en: text });
const codes = ['poor', 'fair', 'good', 'very_good', 'excellent'];
const options = ['reception', 'counter', 'machine', 'none'].map((code) => ({ code, text: said(code) }));
const numbered = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/** What a visit asks: facts, judgements, times, a few words; 40 items. */
function compiledForm(): CompiledInstrument {
  const comment = { rule: 'required', on: ['no'] };
  const facts = numbered(14, 'fact').map((code) => ({ type: 'yesNo', code, text: said(code), comment }));
  const judged = numbered(12, 'judged').map((code) => ({ type: 'scale', code, text: said(code), scale: 'quality' }));
  const asked = [
    { code: 'more1', type: 'yesNo', relevant: 'fact1 == "yes"' },
    { code: 'more2', type: 'text', relevant: 'fact2 == "no" || judged1 in ["poor", "fair"]', required: false },
    { code: 'more3', type: 'yesNo', relevant: 'wait > 15 && fact1 == "yes"' },
    { code: 'more4', type: 'number', relevant: 'windows >= 2 && "counter" in met' },
    { code: 'more5', type: 'yesNo', relevant: 'more1 == "yes"' },
    { code: 'more6', type: 'text', relevant: 'fact14 == "no" && more5 == "no"', required: false },
  ].map((item) => ({ ...item, text: said(item.code) }));
  const others = [
    { type: 'timePair', code: 'wait', from: said('in'), to: said('out') },
    { type: 'number', code: 'windows', min: 0, max: 40 },
    { type: 'choices', code: 'met', options, exclusive: ['none'] },
    { type: 'choice', code: 'purpose', options },
    { type: 'money', code: 'fee', currency: 'AED', min: 0 },
    { type: 'date', code: 'day' },
    { type: 'text', code: 'remark', required: false },
    { type: 'file', code: 'photos', accept: ['photo'] },
  ].map((item) => ({ ...item, text: said(item.code) }));
  const section = (code: string, items: object[]) => ({ code, title: said(code), items });
  const { instrument, faults } = readInstrument({
    schema: 'nujoom.instrument/1',
    code: 'bench_visit',
    version: 1,
    filledBy: 'mysteryShopper',
    title: said('Visit'),
    languages: ['ar', 'en'],
    scoring: { mode: 'weights' },
    scales: [{ code: 'quality', kind: 'labelled', options: codes.map((code) => ({ code, text: said(code) })) }],
    sections: [section('facts', facts), section('judged', judged), section('others', others), section('more', asked)],
  });
  if (!instrument) throw new Error(`The form of the bench has faults: ${JSON.stringify(faults)}`);
  return compileInstrument(instrument);
}

/** Four visits: with and without what is asked further. */
function answersOf(variant: number): Record<string, unknown> {
  const isLong = variant % 2 === 0;
  const facts = numbered(14, 'fact').map((code, at) => [
    code,
    { value: at === 0 && !isLong ? 'no' : 'yes', comment: 'كان الباب مغلقًا عند الوصول' },
  ]);
  const judged = numbered(12, 'judged').map((code, at) => [code, { value: codes[(at + variant) % 5] }]);
  const further = {
    more1: { value: 'yes' },
    more3: { value: 'no' },
    more5: { value: 'yes' },
  };
  return {
    ...Object.fromEntries<unknown>([...facts, ...judged] as [string, unknown][]),
    wait: { value: { from: '2026-11-22T08:00:00+04:00', to: '2026-11-22T08:27:30+04:00' } },
    windows: { value: 3 },
    met: { value: ['reception', 'counter'] },
    purpose: { value: 'machine' },
    fee: { value: 120.5 },
    day: { value: '2026-11-22' },
    remark: { value: 'استقبلنا الموظف بلطف وشرح لنا الخطوات كلها.' },
    photos: { value: ['ab'.repeat(32), 'cd'.repeat(32)] },
    more4: { value: 2 },
    ...(isLong ? further : {}),
  };
}
