import { readInstrument, type Instrument } from '#instruments';
import { instrumentMisfits } from './instrument-misfits.js';
import { sampleCampaign } from './sample-campaign.js';

const said = { ar: 'نص', en: 'x' };
const choice = (code: string, ...options: string[]) => ({
  type: 'choice',
  code,
  text: said,
  options: options.map((option) => ({ code: option, text: said })),
});
const asked = [
  choice('outcome', 'received', 'refused'),
  choice('gender', 'female', 'male'),
  { type: 'yesNo', code: 'good', text: said },
];

function instrument(changes: object = {}, section: object = {}): Instrument {
  const read = readInstrument({
    schema: 'nujoom.instrument/1',
    code: 'sample',
    version: 1,
    filledBy: 'customer',
    title: said,
    languages: ['ar', 'en'],
    scoring: { mode: 'weights' },
    sections: [{ code: 'all', title: said, items: asked, ...section }],
    ...changes,
  });
  if (!read.instrument) throw new Error(JSON.stringify(read.faults));
  return read.instrument;
}

const faultsOf = (changes: object, of: Instrument) =>
  instrumentMisfits(sampleCampaign(changes as Record<string, unknown>), of).map(({ where, reason, value, params }) =>
    [where, reason, value, ...Object.values(params ?? {})].filter((part) => part !== undefined).join(' '),
  );

describe('instrumentMisfits', () => {
  const margins = (by: unknown, totals: object) => ({ weights: { margins: [{ by, totals }] } });
  it.each<[string, object, Instrument, string[]]>([
    ['one that fits', margins({ cut: 'gender' }, { female: 1, male: 1 }), instrument(), []],
    ['an instrument of others', {}, instrument({ filledBy: 'employee' }), ['instrument invalid employee filledBy customer']],
    ['a language it is not in', { languages: ['en', 'ar'] }, instrument({ languages: ['ar'] }), ['languages[0] notOneOf en ar']],
    ['texts that lack a language of the instrument', { languages: ['ar', 'en'] }, instrument({ languages: ['ar', 'en', 'ur'] }), []],
    ['all languages, one without texts', {}, instrument({ languages: ['ar', 'ur'] }), ['title.ur missing', 'asker.ur missing', 'purpose.ur missing', 'consent.text.ur missing']],
    ['an outcome that is no choice', { outcomeItem: 'good' }, instrument(), ['outcomeItem notOneOf good outcome, gender']],
    ['a cut that is not there', { cuts: ['age'] }, instrument(), ['cuts[0] notOneOf age outcome, gender']],
    ['what is asked again and again', {}, instrument({}, { repeat: { min: 0, max: 3 } }), ['instrument notSupported all: repeat', 'outcomeItem notOneOf outcome ', 'cuts[0] notOneOf gender ']],
    ['what no page can ask', {}, instrument({}, { items: [...asked, { type: 'signature', code: 'sign', text: said }, { type: 'location', code: 'where', text: said }, { type: 'file', code: 'photo', text: said, accept: ['photo'] }] }), ['instrument notSupported sign: signature', 'instrument notSupported where: location', 'instrument notSupported photo: file']],
    ['what is asked by what somebody wrote', {}, instrument({}, { items: [...asked, { type: 'text', code: 'why', text: said }, { type: 'yesNo', code: 'more', text: said, relevant: 'size(why) > 10' }] }), ['instrument notSupported more: relevant, why: text']],
    ['a number without end', {}, instrument({}, { items: [...asked, { type: 'number', code: 'age', text: said, min: 0 }, { type: 'number', code: 'visits', text: said, min: 0, max: 99 }] }), ['instrument endsNeeded age -1000000000 1000000000']],
    ['totals of answers that are not there', margins('outcome', { received: 1, lost: 1 }), instrument(), ['weights.margins[0].totals.lost notOneOf received, refused']],
  ])('%s', (_, changes, of, faults) => expect(faultsOf(changes, of)).toEqual(faults)); // prettier-ignore
});
