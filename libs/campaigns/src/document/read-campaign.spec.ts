import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readCampaign } from './read-campaign.js';
import { sampleCampaign, sampleCampaignDocument } from './sample-campaign.js';
import { campaignSchema } from './schema.js';

const found = (json: unknown) =>
  readCampaign(json).faults.map(({ where, reason, params }) => [where, reason, ...Object.values(params ?? {})].join(' ')); // prettier-ignore
const faultsOf = (changes: Readonly<Record<string, unknown>>) => found(sampleCampaignDocument(changes));
const said = { ar: 'نص', en: 'x' };
const gate = { agency: 'WORKS', centre: 'gate' };
const margin = (by: unknown, totals: Record<string, number> = { WORKS: 10 }) => ({ weights: { margins: [{ by, totals }] } }); // prettier-ignore
const employees = { study: 'employee-happiness', outcomeItem: undefined, places: [{ agency: 'WORKS' }] };
/** As JSON has it: what is undefined is not there. */
const sent = (changes: object) => JSON.parse(JSON.stringify(changes)) as Record<string, unknown>;

describe('readCampaign', () => {
  it('puts in what may be left out', () => {
    expect(sampleCampaign()).toMatchObject({
      numerals: 'latn',
      scaleOrder: 'bestFirst',
      target: 0,
      minimum: 30,
      quotas: [],
      guard: { leastSeconds: 3, perNetwork: 60, proofOfWork: 'underAttack' },
      quality: { tooFast: 0.4, straightLine: 8 },
      anonymity: { least: 10, leastForComments: 30 },
      invitations: { validDays: 30, reminders: 2 },
    });
  });

  it.each<[string, object, string[]]>([
    ['another shape', { minutes: 0, colour: 'red' }, ['minutes tooSmall 0.5', 'colour unknown']],
    ['text no page can print', { title: { ar: 'a\0', en: 'x' } }, ['title.ar brokenText']],
    ['a place that is none', { places: [gate, 'gate'] }, ['places[1] notAnObject']],
    ['a place with text no page can print', { places: [gate, { agency: 'a\0' }] }, ['places[1].agency brokenText']],
    ['no places', { places: [] }, ['places tooFew 1']],
    ['a day for an instant', { opens: '2026-03-01' }, ['opens invalid 2026-11-22T09:30:00+04:00']],
    ['an end before its beginning', { closes: '2026-03-01T00:00:00+05:00' }, ['closes emptyRange']],
    ['an end in another zone, later all the same', { closes: '2026-02-28T23:00:00-04:00' }, []],
    ['the code of the schema', { code: 'schema' }, ['code mustDiffer schema']],
    ['a language twice', { languages: ['ar', 'ar'] }, ['languages[1] repeated languages[0]']],
    ['texts without Arabic or English', { title: { en: 'x' }, consent: { version: 1, text: { ar: 'نص' } } }, ['title.ar missing', 'consent.text.en missing']],
    ['texts without a language it is asked in', { languages: ['ur'], asker: { ...said, ur: 'x' } }, ['title.ur missing', 'purpose.ur missing', 'consent.text.ur missing']],
    ['a cut twice', { cuts: ['age', 'age'] }, ['cuts[1] repeated cuts[0]']],
    ['a cut that is the outcome', { cuts: ['age', 'outcome'] }, ['cuts[1] mustDiffer outcomeItem']],
    ['a place twice', { places: [gate, { agency: 'WORKS' }, { centre: 'gate', agency: 'WORKS' }] }, ['places[2] repeated places[0]']],
    ['places that differ in one thing', { places: [gate, { ...gate, service: 'renew' }, { ...gate, channel: 'smart' }, { agency: 'WORKS', service: 'gate' }] }, []],
    ['a quota of a place that is not asked about', { quotas: [{ place: gate, most: 5 }, { place: { agency: 'HEALTH' }, most: 5 }] }, ['quotas[1].place unknown']],
    ['two quotas of a place', { quotas: [{ place: gate, most: 5 }, { place: gate, most: 6 }] }, ['quotas[1].place repeated quotas[0].place']],
    ['a quota that closes, and one that counts', { quotas: [{ place: gate, most: 5, whenFull: 'close' }, { place: { agency: 'WORKS' }, most: 6, whenFull: 'count' }], places: [gate, { agency: 'WORKS' }] }, []],
    ['a quota that does something else', { quotas: [{ place: gate, most: 5, whenFull: 'stop' }] }, ['quotas[0].whenFull notOneOf count, close']],
    ['totals by a cut that is not declared', margin({ cut: 'age' }), ['weights.margins[0].by.cut notOneOf gender']],
    ['totals by a cut', margin({ cut: 'gender' }, { female: 5 }), []],
    ['totals by outcome without its item', { outcomeItem: undefined, ...margin('outcome') }, ['weights.margins[0].by needs outcomeItem']],
    ['totals of nobody', margin('agency', { WORKS: 0 }), ['weights.margins[0].totals weightsAllZero']],
    ['totals of whom nobody asks', margin('centre', { gate: 1, hall: 2 }), ['weights.margins[0].totals.hall unknown']],
    ['two totals by the same', { weights: { margins: [margin('agency'), margin('agency')].map(({ weights }) => weights.margins[0]) } }, ['weights.margins[1].by repeated weights.margins[0].by']],
    ['employees', employees, []],
    ['employees asked about a service', { ...employees, outcomeItem: 'outcome', places: [{ agency: 'WORKS', service: 'renew', channel: 'smart' }] }, ['outcomeItem noEffect', 'places[0].service noEffect', 'places[0].channel noEffect']],
    ['employees with a quota that closes', { ...employees, quotas: [{ place: { agency: 'WORKS' }, most: 20, whenFull: 'close' }] }, ['quotas[0].whenFull noEffect']],
    ['comments of smaller groups than numbers', { ...employees, anonymity: { least: 50, leastForComments: 20 } }, ['anonymity.leastForComments tooSmall 50']],
    ['groups below ten', { ...employees, anonymity: { least: 9 } }, ['anonymity.least tooSmall 10']],
  ])('%s', (_, changes, faults) => expect(found(sent(sampleCampaignDocument(changes as Record<string, unknown>)))).toEqual(faults)); // prettier-ignore

  it('reads the places of a nation, and no more', () => {
    const places = (number: number) =>
      Array.from({ length: number }, (_, at) => ({ agency: `A${at % 50}`, centre: `c${at}`, service: 's', channel: 'smart' })); // prettier-ignore
    expect(faultsOf({ places: places(20_000), outcomeItem: 'outcome' })).toEqual([]);
    expect(faultsOf({ places: Array.from({ length: 100_001 }, () => 0) })).toContain('places tooMany 100000');
  });

  it('law: never throws, and gives a campaign or faults', () => {
    const field = fc.constantFrom('opens', 'places', 'cuts', 'quotas', 'weights', 'title', 'languages', 'anonymity');
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue()).map(sampleCampaignDocument)),
        (json) => {
          const { campaign, faults } = readCampaign(json);
          expect(campaign === null).toBe(faults.length > 0);
        },
      ),
    );
  });

  it('law: what was read reads the same again', () => {
    const { campaign } = readCampaign(sampleCampaignDocument(margin('agency')));
    expect(readCampaign(campaign)).toEqual({ campaign, faults: [] });
  });
});

describe('campaignSchema', () => {
  const isCampaign = new Ajv2020({ strict: true, formats: { 'date-time': true } }).compile(campaignSchema);

  it('has an address that stays', () => {
    expect(campaignSchema['$id']).toBe('https://nujoom.invalid/schema/campaign-1.json');
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['takes a campaign as offices write it, without its defaults', {}, true],
    ['takes one with weights', margin({ cut: 'gender' }), true],
    ['refuses an unknown field', { colour: 'red' }, false],
    ['refuses another schema', { schema: 'nujoom.campaign/2' }, false],
  ])('%s', (_, changes, isGood) => expect(isCampaign(sampleCampaignDocument(changes))).toBe(isGood));
});
