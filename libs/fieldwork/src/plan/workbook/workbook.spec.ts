import fc from 'fast-check';
import type { Sheet } from '#documents';
import { readVisitPlan } from '../read-visit-plan.js';
import { samplePlan } from '../sample-plan.js';
import type { VisitPlan } from '../visit-plan.js';
import { visitPlanFromSheets } from './plan-from-sheets.js';
import { sheetsOfVisitPlan } from './sheets-of-plan.js';

const said = { ar: 'نص', en: 'Text' };
const full = samplePlan({
  centres: [
    { centre: 'c1', visitsPerWave: 3 },
    { centre: '007', visitsPerWave: 0 },
  ],
  weekdays: ['sunday', 'monday'],
  doubles: 0.05,
  scenarios: [
    {
      code: 'renew',
      title: said,
      brief: { ...said, ur: 'متن' },
      channelTypes: ['smart'],
      services: ['visa', 'permit'],
    },
    { code: 'enquire', title: said, brief: said },
  ],
  contradictions: [{ instrument: 'centre_visit', when: 'queue == "no" && wait > 15', message: said }],
  calendar: { weekend: [], holidays: ['2026-12-02', '2026-12-03'] },
});

/** A plan that went out and came back. */
function back(plan: VisitPlan): VisitPlan | null {
  const { json, faults } = visitPlanFromSheets(sheetsOfVisitPlan(plan));
  expect(faults).toEqual([]);
  return readVisitPlan(json).plan;
}

/** The sheets of the full plan, or others, with one cell changed. */
function sheetsWith(sheet: string, line: number, column: string, value: string, of = sheetsOfVisitPlan(full)): Sheet[] {
  return of.map(({ name, rows }) => {
    const at = rows[0]?.indexOf(column) ?? -1;
    return {
      name,
      rows: name === sheet ? rows.map((row, index) => (index === line - 1 ? row.with(at, value) : row)) : rows,
    };
  });
}

/** What is wrong with sheets, in the cells and in the plan they make, as people who know the workbook see it. */
function found(sheets: readonly Sheet[]): string[] {
  const { json, faults, inSheets } = visitPlanFromSheets(sheets);
  const all = faults.length > 0 ? faults : readVisitPlan(json).faults.map(inSheets);
  return all.map(({ sheet, line, where, reason }) => `${sheet} ${line} ${where} ${reason}`);
}

const rowOf = (key: string) =>
  1 +
  (sheetsOfVisitPlan(full)
    .find(({ name }) => name === 'plan')
    ?.rows.findIndex(([cell]) => cell === key) ?? -1);

describe('the workbook of a plan', () => {
  it.each([
    ['with everything', full],
    ['with nothing that may be left out', samplePlan()],
  ])('%s is read back as it was', (_, plan) => expect(back(plan)).toEqual(plan));

  it('law: what goes out comes back equal', () => {
    const text = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 30, unit: 'binary' }),
        fc.constantFrom('=1+1', "'=x", "''=", '0', '٣', '-'),
      )
      .map((one) => one.toWellFormed().replaceAll('\0', '').trim() || '-');
    const wording = fc.dictionary(fc.constantFrom('ar', 'en', 'ur', 'zh-Hans'), text);
    const list = <T>(...from: T[]) => fc.subarray(from, { minLength: 1 });
    const changes = fc.record({
      visitsPerWave: fc.integer({ min: 1, max: 50 }),
      centres: fc.uniqueArray(fc.record({ centre: text, visitsPerWave: fc.nat(50) }), { maxLength: 5, selector: ({ centre }) => centre }), // prettier-ignore
      weekdays: fc.constant(['monday', 'tuesday', 'thursday', 'friday', 'sunday']),
      languages: list('ar', 'en'),
      genders: list('female', 'male'),
      doubles: fc.double({ min: 0, max: 0.5, noNaN: true }),
      graceHours: fc.double({ min: 0, max: 720, noNaN: true }),
      rules: fc.record({ sameCentreDays: fc.nat(1_000), shareOfCentre: fc.double({ min: 1e-9, max: 1, noNaN: true }), daysBetween: fc.nat(60) }), // prettier-ignore
      scenarios: fc.tuple(wording, wording, fc.option(list('visa', 'permit', 'licence'))).map(([title, brief, services]) => [{ code: 'renew', title, brief, ...(services && { services }) }]), // prettier-ignore
      contradictions: fc.array(fc.record({ instrument: fc.constant('centre_visit'), when: text, message: wording }), { maxLength: 3 }), // prettier-ignore
      calendar: fc.record({ weekend: fc.subarray(['friday', 'saturday'] as const), holidays: fc.subarray(['2026-12-02', '2027-01-01']) }), // prettier-ignore
    });
    fc.assert(
      fc.property(changes, (some) => {
        const plan = samplePlan(some);
        expect(back(plan)).toEqual(plan);
      }),
      { numRuns: 50 },
    );
  });

  it('takes what people and spreadsheets write: Arabic digits, 8:00 and 08:00:00, a part as a percentage', () => {
    const changes: readonly (readonly [string, number, string, string])[] = [
      ['plan', rowOf('doubles'), 'value', '5%'],
      ['hours', 2, 'from', '8:00'],
      ['hours', 4, 'from', '١٤:٠٠:٠٠'],
      ['waves', 2, 'from', '٢٠٢٦-٠٣-٠٢'],
      ['centres', 2, 'visitsPerWave', '٣'],
    ];
    const sheets = changes.reduce<readonly Sheet[]>(
      (all, change) => sheetsWith(...change, all),
      sheetsOfVisitPlan(full),
    );
    expect(sheets).not.toEqual(sheetsOfVisitPlan(full));
    expect(readVisitPlan(visitPlanFromSheets(sheets).json).plan).toEqual(full);
  });

  it('leaves defaults to cells that are empty, and to sheets that are not there', () => {
    const sheets = sheetsOfVisitPlan(samplePlan()).filter(({ name }) => !['centres', 'contradictions', 'holidays'].includes(name)); // prettier-ignore
    const emptied = sheets.map(({ name, rows }) => ({
      name,
      rows:
        name === 'plan'
          ? rows.filter(([key = '']) => ['key', 'timeZone', 'visitsPerWave', 'doubles'].includes(key))
          : rows,
    }));
    expect(readVisitPlan(visitPlanFromSheets(emptied).json).plan).toEqual(samplePlan());
  });

  it.each<[string, Sheet[], string[]]>([
    ['a formula', sheetsWith('waves', 2, 'from', '=TODAY()'), ['waves 2 from formula']],
    ['a number that is none', sheetsWith('plan', rowOf('visitsPerWave'), 'value', 'two'), [`plan ${rowOf('visitsPerWave')} value notANumber`]],
    ['a number out of range', sheetsWith('plan', rowOf('photoBits'), 'value', '99'), [`plan ${rowOf('photoBits')} value tooLarge`]],
    ['a time zone that is none', sheetsWith('plan', rowOf('timeZone'), 'value', 'Mars'), [`plan ${rowOf('timeZone')} value invalid`]],
    ['nothing where something is needed', sheetsWith('plan', rowOf('timeZone'), 'value', ''), [`plan ${rowOf('timeZone')} value missing`]],
    ['a key that is not known', sheetsWith('plan', 2, 'key', 'colour'), ['plan 2 key unknown']],
    ['a day that is none', sheetsWith('holidays', 3, 'day', '2026-02-30'), ['holidays 3 day invalid']],
    ['a day twice', sheetsWith('holidays', 3, 'day', '2026-12-02'), ['holidays 3 day repeated']],
    ['a weekday that is none', sheetsWith('plan', rowOf('weekdays'), 'value', 'caturday'), [`plan ${rowOf('weekdays')} value notOneOf`]],
    ['hours backwards', sheetsWith('hours', 3, 'to', '09:00'), ['hours 3 to emptyRange']],
    ['an hour that is none', sheetsWith('hours', 2, 'from', 'early'), ['hours 2 from invalid']],
    ['a wave that ends before it begins', sheetsWith('waves', 3, 'to', '2026-08-01'), ['waves 3 to outOfRange']],
    ['a channel type without a scenario', sheetsWith('scenarios', 3, 'channelTypes', 'smart'), ['instruments 2 channelTypes needs']],
    ['a scenario of a channel type that is not visited', sheetsWith('scenarios', 2, 'channelTypes', 'smart، web'), ['scenarios 2 channelTypes notOneOf']],
    ['a centre twice', sheetsWith('centres', 3, 'centre', 'c1'), ['centres 3 centre repeated']],
    ['a contradiction of another instrument', sheetsWith('contradictions', 2, 'instrument', 'other'), ['contradictions 2 instrument notOneOf']],
    ['a text under a misspelt key', sheetsWith('texts', 2, 'key', 'wave.spring.tilte'), ['texts 1 wave.spring.title missing', 'texts 2 key noEffect']],
    ['a text too long', sheetsWith('texts', 2, 'en', 'x'.repeat(4_001)), ['texts 2 en tooLong']],
    ['a column that is not known', sheetsWith('hours', 1, 'to', 'until'), ['hours 1 until unknown', 'hours 1 to missing']],
    ['a sheet without rows', sheetsOfVisitPlan(full).map((one) => (one.name === 'hours' ? { ...one, rows: one.rows.slice(0, 1) } : one)), ['hours 1 from tooFew']],
    ['a sheet that is missing', sheetsOfVisitPlan(full).filter(({ name }) => name !== 'waves'), ['waves 1 waves missing']],
    ['a sheet of something else', [...sheetsOfVisitPlan(full), { name: 'Sheet1', rows: [] }], ['Sheet1 1 Sheet1 unknown']],
  ])('%s is told by sheet, row and column', (_, sheets, faults) => expect(found(sheets)).toEqual(faults)); // prettier-ignore

  it('faults that only others can tell stand in their rows too, by place or by code', () => {
    const { inSheets } = visitPlanFromSheets(sheetsOfVisitPlan(full));
    const places = ['waves[1].to', 'waves.autumn', 'scenarios.enquire', 'centres[1].centre', 'centres', 'instruments[0]', 'contradictions[0].when', 'calendar.holidays', 'rules.daysBetween', 'hours']; // prettier-ignore
    expect(places.map((where) => inSheets({ where, reason: 'contradicts' })).map(({ sheet, line, where }) => `${sheet} ${line} ${where}`)).toEqual([
      'waves 3 to', 'waves 3 code', 'scenarios 3 code', 'centres 3 centre', 'centres 1 centre', 'instruments 2 code', 'contradictions 2 when', 'holidays 1 day', `plan ${rowOf('daysBetween')} value`, 'hours 1 from',
    ]); // prettier-ignore
  });

  it('law: never throws, and gives a plan or faults', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('-', '=1', '2026-01-01', 'spring', '8:00', '%'));
    const rows = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 });
    const names = fc.subarray(['plan', 'instruments', 'waves', 'hours', 'scenarios', 'centres', 'holidays', 'texts']);
    fc.assert(
      fc.property(names, rows, (some, given) => {
        const whole = sheetsOfVisitPlan(full).map((one) => (some.includes(one.name) ? { ...one, rows: [...one.rows, ...given] } : one)); // prettier-ignore
        const { json, faults, inSheets } = visitPlanFromSheets(whole);
        const read = readVisitPlan(json);
        expect(faults.length + read.faults.map(inSheets).length > 0).toBe(read.plan === null);
      }),
    );
  });
});
