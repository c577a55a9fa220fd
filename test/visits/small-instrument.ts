import { contentHash } from '#documents';
import { readInstrument, type Instrument } from '#instruments';

const said = (en: string, ar: string) => ({ ar, en });

const document = {
  schema: 'nujoom.instrument/1',
  code: 'small_visit',
  version: 1,
  filledBy: 'mysteryShopper',
  title: said('A short visit', 'زيارة قصيرة'),
  languages: ['ar', 'en'],
  scoring: { mode: 'weights' },
  dimensions: [
    { code: 'place', title: said('Place', 'المكان'), weight: 1 },
    { code: 'people', title: said('People', 'الموظفون'), weight: 1 },
  ],
  scales: [
    {
      code: 'quality',
      kind: 'labelled',
      options: ['poor', 'fair', 'good', 'excellent'].map((code) => ({ code, text: said(code, `تقدير ${code}`) })),
    },
  ],
  sections: [
    {
      code: 'arrival',
      title: said('Arrival', 'الوصول'),
      dimension: 'place',
      items: [
        { type: 'yesNo', code: 'signs', text: said('The signs lead to the centre.', 'اللوحات توصل إلى المركز.') },
        { type: 'scale', code: 'clean', text: said('How clean was it?', 'ما مدى النظافة؟'), scale: 'quality' },
        { type: 'yesNo', code: 'queue', text: said('There was a queue.', 'كان هناك طابور.'), weight: 0 },
        {
          type: 'number',
          code: 'wait',
          text: said('How long did you wait?', 'كم انتظرت؟'),
          unit: said('minutes', 'دقيقة'),
          min: 0,
          max: 240,
          points: [{ to: 5, points: 10 }, { from: 5, to: 15, points: 5 }, { from: 15, points: 0 }], // prettier-ignore
        },
      ],
    },
    {
      code: 'service',
      title: said('Service', 'الخدمة'),
      dimension: 'people',
      items: [
        {
          type: 'yesNo',
          code: 'greeting',
          text: said('The employee greeted you.', 'رحّب بك الموظف.'),
          notApplicable: { reasons: [{ code: 'self_service', text: said('Self-service', 'خدمة ذاتية') }] },
          comment: { rule: 'required', on: ['no'] },
          evidence: { rule: 'optional', maxCount: 4 },
        },
        { type: 'text', code: 'remark', text: said('Anything else?', 'أي شيء آخر؟'), required: false, weight: 0 },
      ],
    },
  ],
};

/** An instrument of six items; saying no to `greeting` needs a comment, and may show photos. */
export const smallInstrument: Instrument = read();

function read(): Instrument {
  const { instrument, faults } = readInstrument(document);
  if (!instrument) throw new Error(JSON.stringify(faults));
  return instrument;
}

/** Puts it into a database, published. */
export const withSmallInstrument = `
  insert into method_versions (id, kind, code, version, hash, document, published_at)
  values (gen_random_uuid(), 'instrument', 'small_visit', 1, '${contentHash(smallInstrument)}',
    $json$${JSON.stringify(smallInstrument)}$json$, now());`;
