import { join } from 'node:path';
import { Calendars, Sites } from '#network';
import { readWorkbook, writeWorkbook } from '#spreadsheets';
import { PlanFiles, VisitPlans } from '#visits';
import { faultLines, office, planDocument, refusalOf, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
beforeEach(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
});
afterEach(() => rooms.close());

describe('the plan as a file', () => {
  const contradictions = [
    { instrument: 'small_visit', when: 'queue == "no" && wait > 5', message: { ar: 'تناقض', en: '=1+1' } },
  ];
  const rich = {
    contradictions,
    centres: [{ centre: 'gate', visitsPerWave: 3 }],
    calendar: { weekend: [], holidays: ['2026-12-02'] },
    rules: { shareOfCentre: 1 / 3 },
  };

  it.each(['out.json', 'out.xlsx'])('goes out as %s and comes back the same', async (name) => {
    const plans = rooms.get(PlanFiles);
    expect((await plans.read('2026', rooms.file(JSON.stringify(planDocument()), 'plan.json'))).changed).toBe(false);
    await plans.read('2026', rooms.file(JSON.stringify(planDocument(rich)), 'plan.json'));
    const { plan } = await rooms.get(VisitPlans).find('2026');
    const file = join(rooms.home, name);
    await plans.write('2026', file);
    await plans.read('2026', rooms.file(JSON.stringify(planDocument()), 'plan.json'));
    expect((await plans.read('2026', file)).changed).toBe(true);
    expect((await rooms.get(VisitPlans).find('2026')).plan).toEqual(plan);
  });

  it('tells every fault of a workbook by sheet, line and column, also those that only the platform can tell', async () => {
    const plans = rooms.get(PlanFiles);
    await plans.read('2026', rooms.file(JSON.stringify(planDocument(rich)), 'plan.json'));
    const sheets = await readWorkbook(rooms.file(await plans.workbook('2026'), 'plan.xlsx'));
    const faultsWith = async (changes: Readonly<Record<string, readonly string[]>>) => {
      const changed = sheets.map(({ name, rows }) => ({ name, rows: [...rows.slice(0, 1), ...(changes[name] ? [changes[name]] : rows.slice(1))] })); // prettier-ignore
      const { code, faults = [] } = await refusalOf(plans.read('2026', rooms.file(await writeWorkbook(changed), 'wrong.xlsx'))); // prettier-ignore
      return [code, ...faults.map(({ sheet, line, where, value, reason }) => `${sheet} ${line} ${where} ${reason} ${value ?? ''}`.trim())]; // prettier-ignore
    };
    expect(await faultsWith({ hours: ['early', '25:00'] })).toEqual(['visit.planInvalid', 'hours 2 from invalid early', 'hours 2 to invalid 25:00']); // prettier-ignore
    expect(await faultsWith({ centres: ['nowhere', '1'], contradictions: ['small_visit', 'nothing == 1'] })).toEqual(['visit.planInvalid', 'contradictions 2 when conditionUnknownItem nothing == 1', 'centres 2 centre unknown nowhere']); // prettier-ignore
    await rooms.get(VisitPlans).make(office, '2026');
    expect(await faultsWith({ hours: ['08:00', '09:00'] })).toEqual(['visit.planInvalid', 'hours 1 from contradicts']);
  });

  it('is refused when it is none', async () => {
    const plans = rooms.get(PlanFiles);
    for (const [content, code] of [
      ['{', 'method.fileKind'],
      [Buffer.from([0xff, 0x00]), 'method.fileKind'],
      [Buffer.alloc(6 * 1024 * 1024, ' '), 'import.fileTooLarge'],
      ['PK and no more', 'import.fileKind'],
      [await writeWorkbook([{ name: 'Sheet1', rows: [['a']] }]), 'visit.planInvalid'],
      [await writeWorkbook([{ name: 'plan', rows: [...Array(10_001)].map(() => ['a']) }]), 'import.fileTooLarge'],
      ['[]', 'visit.planInvalid'],
    ] as const) {
      expect((await refusalOf(plans.read('2026', rooms.file(content)))).code).toBe(code);
    }
  });
});

describe('places', () => {
  const sites = () => rooms.get(Sites);
  const header = 'centre,latitude,longitude,monday,tuesday,wednesday,thursday,friday,saturday,sunday';

  it('come from a table; hours that are all empty are not known', async () => {
    const table = `${header}\ngate,24.5,54.4,07:30-12:00;16:00-20:00,7:30-14:30,,,00:00-24:00,,\ndesk,,,,,,,,,\n`;
    expect(await sites().import(rooms.file(table))).toBe(2);
    expect(await sites().find('gate')).toEqual({
      latitude: 24.5,
      longitude: 54.4,
      hours: {
        monday: [
          { from: '07:30', to: '12:00' },
          { from: '16:00', to: '20:00' },
        ],
        tuesday: [{ from: '07:30', to: '14:30' }],
        wednesday: [],
        thursday: [],
        friday: [{ from: '00:00', to: '00:00' }],
        saturday: [],
        sunday: [],
      },
    });
    expect(await sites().find('desk')).toEqual({ latitude: null, longitude: null, hours: null });
    expect(await sites().find('clinic')).toEqual({ latitude: null, longitude: null, hours: null });
  });

  it('are refused whole, each fault with line and column', async () => {
    const table = [
      header,
      'gate,95,54.4,07:30-14:30,,,,,,',
      'gate,24,,14:30-12:00;13:00-15:00,,,,,,',
      'nowhere,x,54,25:00-26:00,,,,,,',
      ',,,,,,,,,',
    ].join('\n');
    expect(await faultLines(sites().import(rooms.file(table)))).toEqual([
      'import.rowsFaulty',
      [
        '2 latitude outOfRange',
        '3 longitude missing',
        '3 monday invalid',
        '3 centre twice',
        '4 centre unknown',
        '4 latitude notANumber',
        '4 monday invalid',
      ],
    ]);
    expect((await sites().find('gate')).latitude).toBe(24.4539);
    expect((await refusalOf(sites().import(rooms.file('centre\ngate\n')))).code).toBe('import.columnsMissing');
  });

  it('and calendars', async () => {
    const calendars = rooms.get(Calendars);
    expect(await calendars.find('WORKS')).toBeNull();
    const table = 'agency,weekend,holidays\nWORKS,saturday;sunday,2026-12-03;2026-12-02\nHEALTH,,\n';
    expect(await calendars.import(rooms.file(table))).toBe(2);
    expect(await calendars.find('WORKS')).toEqual({
      weekend: ['saturday', 'sunday'],
      holidays: ['2026-12-02', '2026-12-03'],
    });
    expect(await calendars.find('HEALTH')).toEqual({ weekend: [], holidays: [] });
    const wrong =
      'agency,weekend,holidays\nWORKS,caturday,2026-02-30\nNONE,monday;tuesday;wednesday;thursday;friday;saturday;sunday,\n';
    expect(await faultLines(calendars.import(rooms.file(wrong)))).toEqual([
      'import.rowsFaulty',
      ['2 weekend notOneOf', '2 holidays invalid', '3 agency unknown', '3 weekend outOfRange'],
    ]);
    expect((await refusalOf(calendars.find('NONE'))).code).toBe('agency.unknown');
  });
});
