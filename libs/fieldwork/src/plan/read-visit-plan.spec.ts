import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readVisitPlan } from './read-visit-plan.js';
import { samplePlan, samplePlanDocument } from './sample-plan.js';
import { visitPlanSchema } from './schema.js';

const found = (json: unknown) =>
  readVisitPlan(json).faults.map(({ where, reason, params }) => [where, reason, ...Object.values(params ?? {})].join(' ')); // prettier-ignore
const faultsOf = (changes: Readonly<Record<string, unknown>>) => found(samplePlanDocument(changes));
const said = { en: 'x' };
const wave = (from: string, to: string, code = 'w') => ({ code, title: said, from, to });
const scenario = (code: string, more: object = {}) => ({ code, title: said, brief: said, ...more });
const instruments = [{ channelTypes: ['centre', 'smart'], code: 'centre_visit', version: 1 }];

describe('readVisitPlan', () => {
  it('puts in what may be left out', () => {
    expect(samplePlan()).toMatchObject({
      rules: { sameCentreDays: 180, shareOfCentre: 0.2, daysBetween: 3 },
      checks: { fenceMetres: 200 },
      graceHours: 48,
      appeals: { workingDays: 10 },
      calendar: { weekend: ['saturday', 'sunday'], holidays: [] },
      weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    });
  });

  it.each<[string, object, string[]]>([
    ['another shape', { visitsPerWave: -1, colour: 'red' }, ['visitsPerWave tooSmall 0', 'colour unknown']],
    ['text no page can print', { timeZone: 'Asia\0' }, ['timeZone brokenText']],
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }, ['timeZone invalid Asia/Dubai']],
    ['an offset for a time zone', { timeZone: '+04:00' }, ['timeZone invalid Asia/Dubai']],
    ['a wave backwards', { waves: [wave('2026-03-02', '2026-03-01')] }, ['waves[0].to outOfRange 2026-03-02 2029-03-02']],
    ['a wave without end', { waves: [wave('2026-03-02', '9999-12-31')] }, ['waves[0].to outOfRange 2026-03-02 2029-03-02']],
    ['a wave at the end of days', { waves: [wave('9999-12-01', '9999-12-31')] }, []],
    ['waves that overlap', { waves: [wave('2026-03-01', '2026-03-31', 'b'), wave('2026-02-01', '2026-03-01', 'a')] }, ['waves[1] rangesOverlap waves[0]']],
    ['a wave of free days', { waves: [wave('2026-03-07', '2026-03-08')] }, ['waves[0] noPlannedDay']],
    ['a wave of holidays', { waves: [wave('2026-03-06', '2026-03-08')], calendar: { holidays: ['2026-03-06'] } }, ['waves[0] noPlannedDay']],
    ['two waves of a code', { waves: [wave('2026-03-02', '2026-03-06'), wave('2026-04-02', '2026-04-06')] }, ['waves[1].code repeated waves[0].code']],
    ['hours backwards', { hours: [{ from: '11:00', to: '08:00' }] }, ['hours[0].to emptyRange']],
    ['hours that overlap', { hours: [{ from: '08:00', to: '11:00' }, { from: '10:59', to: '12:00' }] }, ['hours[1] rangesOverlap hours[0]']],
    ['hours that meet', { hours: [{ from: '08:00', to: '11:00' }, { from: '11:00', to: '12:00' }] }, []],
    ['two instruments for a channel type', { instruments: [...instruments, { channelTypes: ['smart'], code: 'other', version: 2 }] }, ['instruments[1].channelTypes[0] repeated instruments[0].channelTypes[1]']],
    ['two scenarios of a code', { scenarios: [scenario('a'), scenario('a')] }, ['scenarios[1].code repeated scenarios[0].code']],
    ['a scenario for what is not visited', { scenarios: [scenario('a'), scenario('b', { channelTypes: ['web'] })] }, ['scenarios[1].channelTypes[0] notOneOf centre, smart']],
    ['a channel type without a scenario', { scenarios: [scenario('a', { channelTypes: ['smart'] })] }, ['instruments[0].channelTypes[0] needs scenarios']],
    ['a service twice', { scenarios: [scenario('a', { services: ['visa', 'visa'] })] }, ['scenarios[0].services[1] repeated scenarios[0].services[0]']],
    ['a centre twice', { centres: [{ centre: 'c1', visitsPerWave: 1 }, { centre: 'c1', visitsPerWave: 2 }] }, ['centres[1].centre repeated centres[0].centre']],
    ['a weekday twice', { weekdays: ['monday', 'monday'] }, ['weekdays[1] repeated weekdays[0]']],
    ['a language and a gender twice', { languages: ['ar', 'ar'], genders: ['male', 'male'] }, ['languages[1] repeated languages[0]', 'genders[1] repeated genders[0]']],
    ['a free day twice', { calendar: { weekend: ['friday', 'friday'], holidays: ['2026-12-02', '2026-12-02'] } }, ['calendar.weekend[1] repeated calendar.weekend[0]', 'calendar.holidays[1] repeated calendar.holidays[0]']],
    ['a contradiction of another instrument', { contradictions: [{ instrument: 'other', when: 'a == 1', message: said }] }, ['contradictions[0].instrument notOneOf centre_visit']],
    ['no visits at all', { visitsPerWave: 0, centres: [{ centre: 'c1', visitsPerWave: 0 }] }, ['visitsPerWave tooSmall 1']],
    ['visits to some centres alone', { visitsPerWave: 0, centres: [{ centre: 'c1', visitsPerWave: 1 }] }, []],
  ])('%s', (_, changes, faults) => expect(faultsOf(changes as Record<string, unknown>)).toEqual(faults)); // prettier-ignore

  it('law: never throws, and gives a plan or faults', () => {
    const field = fc.constantFrom('timeZone', 'waves', 'hours', 'centres', 'scenarios', 'rules', 'calendar', 'doubles');
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(field, fc.jsonValue()).map(samplePlanDocument)), (json) => {
        const { plan, faults } = readVisitPlan(json);
        expect(plan === null).toBe(faults.length > 0);
      }),
    );
  });
});

describe('visitPlanSchema', () => {
  const isPlan = new Ajv2020({ strict: true, formats: { date: true } }).compile(visitPlanSchema);

  it('has an address that stays', () => {
    expect(visitPlanSchema['$id']).toBe('https://nujoom.invalid/schema/visit-plan-1.json');
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['takes a plan as offices write it, without its defaults', {}, true],
    ['takes one with rules', { rules: { daysBetween: 0 }, appeals: {}, calendar: { holidays: ['2026-12-02'] } }, true],
    ['refuses an unknown field', { colour: 'red' }, false],
    ['refuses another schema', { schema: 'nujoom.visit-plan/2' }, false],
  ])('%s', (_, changes, isGood) => expect(isPlan(samplePlanDocument(changes))).toBe(isGood));
});
