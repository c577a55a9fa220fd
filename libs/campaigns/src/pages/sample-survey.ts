import { compileInstrument, readInstrument, type CompiledInstrument } from '#instruments';

const said = (en: string) => ({ ar: `نص ${en}`, en });
const options = (...codes: string[]) => codes.map((code) => ({ code, text: said(code) }));

interface Sketch {
  readonly page?: 'item' | 'section';
  readonly sections: readonly {
    readonly items: readonly Record<string, unknown>[];
    readonly [field: string]: unknown;
  }[];
}

/** A questionnaire as offices write it, with one scale `mood` and texts of its own. For specs only. */
export function sampleSurvey({ page = 'item', sections }: Sketch): CompiledInstrument {
  const { instrument, faults } = readInstrument({
    schema: 'nujoom.instrument/1',
    code: 'sample',
    version: 1,
    filledBy: 'customer',
    title: said('Sample'),
    languages: ['ar', 'en'],
    presentation: { page },
    scoring: { mode: 'weights' },
    scales: [{ code: 'mood', kind: 'smiley', options: options('bad', 'fair', 'good') }],
    sections: sections.map(({ items, ...rest }, at) => ({
      code: `s${at + 1}`,
      title: said(`Section ${at + 1}`),
      ...rest,
      items: items.map((item) => ({
        text: said(`Item ${String(item['code'])}`),
        ...defaults[String(item['type'])],
        ...item,
      })),
    })),
  });
  if (!instrument) throw new RangeError(JSON.stringify(faults));
  return compileInstrument(instrument);
}

const defaults: Readonly<Record<string, object>> = {
  scale: { scale: 'mood' },
  choice: { options: options('a', 'b', 'c') },
  choices: { options: options('a', 'b', 'c') },
  ranking: { options: options('a', 'b', 'c') },
  money: { currency: 'AED' },
  matrix: { scale: 'mood', rows: options('r1', 'r2') },
  file: { accept: ['photo'] },
  timePair: { from: said('Arrival'), to: said('Departure') },
};

const reasons = { reasons: [{ code: 'closed', text: said('closed') }] };

/** Every type that pages can ask for, and a few that they cannot. */
export const everyType = sampleSurvey({
  sections: [
    {
      items: [
        { code: 'helped', type: 'yesNo', notApplicable: reasons },
        { code: 'overall', type: 'scale' },
        { code: 'outcome', type: 'choice', comment: { rule: 'optional' } },
        { code: 'why', type: 'choices', notApplicable: reasons },
        { code: 'extras', type: 'choices', min: 0 },
        { code: 'hello', type: 'note' },
        { code: 'wait', type: 'number', min: 0, max: 500, decimals: 1, notApplicable: reasons },
        { code: 'paid', type: 'money' },
        { code: 'remark', type: 'text', maxLength: 1_200 },
        { code: 'day', type: 'date' },
        { code: 'hour', type: 'time' },
        { code: 'stay', type: 'timePair', maxMinutes: 600 },
        { code: 'grid', type: 'matrix' },
        { code: 'order', type: 'ranking' },
        { code: 'photo', type: 'file', required: false },
      ],
    },
  ],
});
