import { campaignDocument } from './campaign-documents.js';
import { readInstrument, type Instrument } from '#instruments';

const said = (en: string, ar: string, ur?: string) => ({ ar, en, ...(ur && { ur }) });
const option = (code: string, en: string, ar: string, ur?: string) => ({ code, text: said(en, ar, ur) });
const reasons = { reasons: [option('not_me', 'Somebody else did this for me', 'قام به غيري نيابةً عني')] };

const scales = [
  {
    code: 'stars',
    kind: 'star',
    options: [
      option('one', 'One star: very poor', 'نجمة واحدة: ضعيف جدًا'),
      option('two', 'Two stars: poor', 'نجمتان: ضعيف'),
      option('three', 'Three stars: fair', 'ثلاث نجوم: مقبول'),
      option('four', 'Four stars: good', 'أربع نجوم: جيد'),
      option('five', 'Five stars: very good', 'خمس نجوم: جيد جدًا'),
    ],
  },
  { code: 'nps', kind: 'nps', options: Array.from({ length: 11 }, (_, at) => option(String(at), String(at), String(at), String(at))) },
  {
    code: 'quality',
    kind: 'labelled',
    options: [option('poor', 'Poor', 'ضعيف'), option('fair', 'Fair', 'مقبول'), option('good', 'Good', 'جيد')],
  },
]; // prettier-ignore

const items = [
  { type: 'scale', code: 'overall', text: said('How many stars do you give the service?', 'كم نجمة تمنحون الخدمة؟', 'آپ خدمت کو کتنے ستارے دیں گے؟'), scale: 'stars' },
  { type: 'scale', code: 'recommend', text: said('Would you recommend it to others?', 'هل توصون بها غيركم؟'), help: said('10 is “certainly”, 0 is “certainly not”.', '10 تعني «بالتأكيد» و0 تعني «بالتأكيد لا».'), scale: 'nps', required: false },
  { type: 'note', code: 'hello', text: said('The next questions are about your last visit.', 'الأسئلة التالية عن زيارتكم الأخيرة.') },
  { type: 'yesNo', code: 'first', text: said('Was it done at the first attempt?', 'هل أُنجزت من المحاولة الأولى؟'), notApplicable: reasons },
  { type: 'number', code: 'wait', text: said('How many minutes did you wait?', 'كم دقيقة انتظرتم؟'), unit: said('minutes', 'دقيقة'), min: 0, max: 600, notApplicable: reasons },
  { type: 'money', code: 'paid', text: said('How much did you pay?', 'كم دفعتم؟'), currency: 'AED', min: 0, max: 100000, required: false },
  { type: 'date', code: 'day', text: said('When was your visit?', 'متى كانت زيارتكم؟'), min: '2020-01-01', max: '2030-12-31' },
  { type: 'time', code: 'hour', text: said('At what time did you arrive?', 'في أي ساعة وصلتم؟'), required: false },
  { type: 'timePair', code: 'stay', text: said('How long were you there?', 'كم بقيتم هناك؟'), from: said('Arrival', 'الوصول'), to: said('Departure', 'المغادرة'), maxMinutes: 600, required: false },
  { type: 'matrix', code: 'parts', text: said('How were these?', 'كيف كان كل مما يلي؟'), scale: 'quality', rows: [option('staff', 'The staff', 'الموظفون'), option('place', 'The place', 'المكان')] },
  { type: 'choices', code: 'channels', text: said('Which channels did you use?', 'ما القنوات التي استخدمتموها؟'), options: [option('app', 'The app', 'التطبيق'), option('desk', 'The desk', 'المكتب'), option('phone', 'The phone', 'الهاتف'), option('none', 'None of these', 'لا شيء مما سبق')], max: 2, exclusive: ['none'] },
  { type: 'ranking', code: 'wishes', text: said('What should be better first?', 'ما الذي ينبغي تحسينه أولًا؟'), options: [option('time', 'Waiting times', 'أوقات الانتظار'), option('cost', 'Fees', 'الرسوم'), option('words', 'Clear words', 'وضوح المعلومات')], ranks: 2, required: false },
  { type: 'choice', code: 'outcome', text: said('How did it end?', 'كيف انتهت المعاملة؟'), options: [option('received', 'I got it', 'حصلت عليها'), option('refused', 'It was refused', 'رُفضت')], comment: { rule: 'required', on: ['refused'] } },
  { type: 'text', code: 'why', text: said('Why was it refused?', 'لماذا رُفضت؟'), lines: 'one', relevant: 'outcome == "refused"' },
  { type: 'text', code: 'comment', text: said('How could we improve?', 'كيف نتحسن؟'), maxLength: 1200, required: false },
]; // prettier-ignore

/** A questionnaire of every type that pages can ask, in Arabic, English and partly Urdu: each item on a page, or all in two sections. */
export function everyTypeInstrument(page: 'item' | 'section'): Instrument {
  const { instrument, faults } = readInstrument({
    schema: 'nujoom.instrument/1',
    code: `every_type_${page}`,
    version: 1,
    filledBy: 'customer',
    title: said('Every type', 'كل الأنواع'),
    languages: ['ar', 'en', 'ur'],
    presentation: { page },
    scoring: { mode: 'weights' },
    scales,
    sections: [
      { code: 'visit', title: said('Your visit', 'زيارتكم', 'آپ کا دورہ'), intro: said('Think of the last time.', 'نسأل عن المرة الأخيرة.'), items: items.slice(0, 9) },
      { code: 'more', title: said('More about it', 'المزيد عنها'), items: items.slice(9) },
    ],
  }); // prettier-ignore
  if (!instrument) throw new Error(JSON.stringify(faults));
  return instrument;
}

/** A campaign with it, in Arabic-Indic numerals. */
export function everyTypeCampaign(page: 'item' | 'section'): Record<string, unknown> {
  return campaignDocument({
    code: `every_${page}`,
    instrument: { code: `every_type_${page}`, version: 1 },
    title: said('How was our service?', 'كيف كانت خدمتنا؟', 'ہماری خدمت کیسی تھی؟'),
    asker: said('The Excellence Office', 'مكتب التميز', 'دفتر برائے عمدگی'),
    purpose: said('To improve our services.', 'لتحسين خدماتنا.', 'ہماری خدمات کو بہتر بنانے کے لیے۔'),
    consent: {
      version: 3,
      text: said('Your answers are anonymous.', 'إجاباتكم دون ذكر الاسم.', 'آپ کے جوابات گمنام ہیں۔'),
    },
    numerals: 'arab',
    calendar: page === 'item' ? 'islamic-umalqura' : 'gregory',
  });
}
