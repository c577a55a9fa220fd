import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addVisits } from '../../apps/cli/src/commands/visit.js';
import { saidBy } from '../commands/said-by.js';
import { planDocument, refusalOf, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
beforeAll(async () => void (rooms = await VisitRooms.open()));
afterAll(() => rooms.close());

const run = (line: string, language: 'ar' | 'en' = 'en') => saidBy([addVisits], rooms, line, language);

it('the commands walk from a plan to assigned visits', async () => {
  const file = (name: string, content: string) => rooms.file(content, name);
  const hours = '07:30-14:30,,,,,,';
  const sites = file(
    'sites.csv',
    `centre,latitude,longitude,monday,tuesday,wednesday,thursday,friday,saturday,sunday\ngate,24.5,54.4,${hours}\n`,
  );
  expect(await run(`visit sites ${sites}`)).toBe('1 site kept');
  const calendar = file('calendar.csv', 'agency,weekend,holidays\nWORKS,saturday;sunday,2026-12-02\n');
  expect(await run(`visit calendar ${calendar}`, 'ar')).toBe('حُفظ تقويم واحد');
  expect(await run('visit shopper huda --gender female --languages ar,en')).toMatch(
    /^huda is a shopper\.\nhuda signs in with the password [a-z0-9-]{23} /,
  );
  expect(await run('visit shopper huda --gender female --languages ar --inactive')).toBe('huda is a shopper.');
  expect(await run('visit conflict omar HEALTH --reason A_brother.')).toBe(
    '0 visits taken back; 0 begun or sent, for you to decide',
  );

  const waves = [{ code: 'one', title: { en: 'One' }, from: '2098-01-06', to: '2098-05-30' }];
  const plan = file('plan.json', JSON.stringify(planDocument({ waves })));
  expect(await run(`visit plan in ${plan} --cycle 2026`)).toMatch(/^The plan of 2026 is kept \([0-9a-f]{12}\)\.$/);
  expect(await run(`visit plan in ${plan} --cycle 2026`)).toMatch(/was there already/);
  const out = join(rooms.home, 'out.json');
  expect(await run(`visit plan out ${out} --cycle 2026`)).toBe(`The plan of 2026 is in ${out}.`);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ waves, graceHours: 48 });
  const workbook = join(rooms.home, 'out.xlsx');
  await run(`visit plan out ${workbook} --cycle 2026`);
  expect(await run(`visit plan in ${workbook} --cycle 2026`)).toMatch(/was there already/);
  expect(await run('visit plan make --cycle 2026')).toBe('3 visits made at 3 centres');
  expect(await run('visit coverage --cycle 2026')).toMatch(
    /\nTogether: 3 planned, 0 assigned, 0 done, 0 approved, 0 missing, 0 late, 0 replaced$/,
  );
  expect(await run('visit power --cycle 2026')).toContain(
    'gate: 1 planned, – needed for a change of 3 points; the plan shows – points (spread –)',
  );

  const table = join(rooms.home, 'visits.csv');
  expect(await run(`visit assignments out ${table} --cycle 2026`)).toBe(`3 visits are in ${table}`);
  expect(await run('visit propose --cycle 2026')).toMatch(
    /\n3 proposed, 0 without a shopper; nothing is assigned yet \(--apply\)$/,
  );
  expect(await run('visit propose --cycle 2026 --apply')).toMatch(/\n3 assigned, 0 without a shopper$/);
  expect(await run('visit propose --cycle 2026', 'ar')).toBe('اقتُرح 0 وبقي 0 بلا متسوق؛ لم يُسند شيء بعد (--apply)');
  expect(await run(`visit assignments in ${table} --cycle 2026`)).toBe('3 rows read; 0 assigned, 3 unchanged');
  const shoppers = await rooms.sql<{ n: number }>('select count(shopper_id)::int as n from visits');
  expect(shoppers).toEqual([{ n: 3 }]);
});

it.each([
  ['visit plan make --cycle 2025', 'visit.planMissing'],
  ['visit coverage --cycle 1066', 'cycle.unknown'],
  ['visit shopper viewer --gender female --languages ar', 'visit.notShopper'],
  ['visit sites nowhere.csv', 'import.fileUnreadable'],
])('%s is %s', async (line, code) => expect((await refusalOf(run(line))).code).toBe(code));

it('options that cannot be are refused', async () => {
  await expect(run('visit shopper huda --gender other --languages ar')).rejects.toThrow();
  await expect(run('visit shopper huda --gender female --languages ar,fr')).rejects.toThrow();
});
