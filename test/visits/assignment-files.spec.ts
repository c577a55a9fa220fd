import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook, writeWorkbook } from '#spreadsheets';
import { AssignmentFiles } from '#visits';
import { faultLines, office, refusalOf, VisitRooms } from './visit-rooms.js';

let rooms: VisitRooms;
beforeEach(async () => {
  rooms = await VisitRooms.open();
  await rooms.plan();
});
afterEach(() => rooms.close());

const files = () => rooms.get(AssignmentFiles);
const day = (date: string, sketch = {}) => rooms.visit({ dueFrom: date, dueTo: date, ...sketch });

describe('the table of assignments', () => {
  it.each(['visits.csv', 'visits.xlsx'])('goes out as %s and comes back filled', async (name) => {
    const [first, second] = [await day('2098-03-03'), await day('2098-03-03', { centre: 'clinic' })];
    const held = await day('2098-09-09', { shopper: 'zayd', gender: 'male' });
    const file = join(rooms.home, name);
    expect(await files().write('2026', file)).toBe(3);

    const rows = name.endsWith('.csv')
      ? csvRows(readFileSync(file, 'utf8'))
      : [...((await readWorkbook(file))[0]?.rows ?? [])];
    const [header = [], ...lines] = rows;
    expect(header.slice(0, 3)).toEqual(['id', 'centre', 'agency']);
    const at = (column: string) => header.indexOf(column);
    expect(lines.find((line) => line[0] === held)?.[at('shopper')]).toBe('zayd');
    const filled = lines.map((line) =>
      header.map((_, place) => (place === at('shopper') && line[0] !== held ? 'noor' : (line[place] ?? ''))),
    );
    const back = name.endsWith('.csv')
      ? rooms.file(csvOf([header, ...filled]))
      : rooms.file(await writeWorkbook([{ name: 'visits', rows: [header, ...filled] }]), 'back.xlsx');
    expect(await files().read(office, '2026', back)).toEqual({ rows: 3, assigned: 2, unchanged: 1 });
    const noor = await rooms.actor('noor');
    for (const id of [first, second]) expect((await rooms.visitWith(id)).shopperId).toBe(noor.accountId);
    expect(await files().read(office, '2026', back)).toEqual({ rows: 3, assigned: 0, unchanged: 3 });
  });

  it('takes all rows or none, with every fault at its line; earlier rows count', async () => {
    const [one, two, three] = [await day('2098-03-03'), await day('2098-05-05'), await day('2098-07-07')];
    const taken = await day('2098-09-09', { shopper: 'lina' });
    const elsewhere = await rooms.visit({ cycle: '2025' });
    const table = csvOf([
      ['id', 'shopper', 'exception'],
      [one, 'NOOR', ''],
      [two, 'noor', ''],
      [three, 'nobody', ''],
      [taken, 'noor', ''],
      [elsewhere, 'noor', ''],
      ['7', 'noor', ''],
      [one, 'lina', ''],
    ]);
    expect(await faultLines(files().read(office, '2026', rooms.file(table)))).toEqual([
      'import.rowsFaulty',
      ['7 id unknown', '8 id twice'],
    ]);
    const rest = csvOf([
      ['id', 'shopper', 'exception'],
      [one, 'NOOR', ''],
      [two, 'noor', ''],
      [three, 'nobody', ''],
      [taken, 'noor', ''],
      [elsewhere, 'noor', ''],
    ]);
    expect(await faultLines(files().read(office, '2026', rooms.file(rest)))).toEqual([
      'import.rowsFaulty',
      ['4 shopper unknown', '6 id unknown', '5 shopper contradicts', '3 shopper ruleSameCentre', '3 shopper ruleShare'],
    ]);
    expect(await rooms.sql('select 1 from visit_events')).toEqual([]);
    const excepted = csvOf([
      ['id', 'shopper', 'exception'],
      [one, 'noor', ''],
      [two, 'noor', 'Nobody else speaks Urdu.'],
      [three, '', ''],
    ]);
    expect(await files().read(office, '2026', rooms.file(excepted))).toEqual({ rows: 3, assigned: 2, unchanged: 1 });
    expect(await rooms.trail(two)).toMatchObject([{ reason: 'Nobody else speaks Urdu.' }]);
    expect(await rooms.trail(one)).toMatchObject([{ reason: null }]);
  });

  it('lets nothing of it be a formula', async () => {
    await rooms.sql(
      `insert into accounts (id, name, password_hash, role) values (gen_random_uuid(), '@sum', 'x', 'shopper')`,
    );
    await rooms.sql(
      `insert into shoppers (account_id, gender, languages) select id, 'female', array['ar'] from accounts where name = '@sum'`,
    );
    const id = await day('2098-03-03', { shopper: '@sum' });
    const file = join(rooms.home, 'visits.csv');
    await files().write('2026', file);
    expect(readFileSync(file, 'utf8')).toContain(`"'@sum"`);
    expect(await files().read(office, '2026', file)).toEqual({ rows: 1, assigned: 0, unchanged: 1 });
    expect((await rooms.visitWith(id)).state).toBe('assigned');
  });

  it('is refused when it is none: 50 MB of zeros, garbage, no columns, nothing in it, no file', async () => {
    const zeros = rooms.file('', 'zeros.csv');
    const handle = openSync(zeros, 'r+');
    ftruncateSync(handle, 50 * 1024 * 1024);
    writeSync(handle, 'id,shopper\n');
    closeSync(handle);
    for (const [file, code] of [
      [zeros, /^import\./],
      [rooms.file(Buffer.from([0xff, 0xfe, 0x00, 0x9d, 0x81])), /^import\./],
      [rooms.file(Buffer.from('PK\x03\x04 and no more')), /^import\.fileKind$/],
      [rooms.file('a,b\n1,2\n'), /^import\.columnsMissing$/],
      [rooms.file('id,shopper\n'), /^import\.empty$/],
      [join(rooms.home, 'nowhere.csv'), /^import\.fileUnreadable$/],
      [rooms.home, /^import\.fileUnreadable$/],
    ] as const) {
      expect((await refusalOf(files().read(office, '2026', file))).code).toMatch(code);
    }
    expect((await refusalOf(files().write('2026', join(rooms.home, 'no/such/folder.csv')))).code).toBe(
      'command.failed',
    );
    expect((await refusalOf(files().write('1066', join(rooms.home, 'x.csv')))).code).toBe('cycle.unknown');
  });
});

/** The cells of a CSV in which all are quoted. */
function csvRows(text: string): string[][] {
  const lines = text.replace('\ufeff', '').trimEnd().split('\r\n');
  return lines.map((line) => line.slice(1, -1).split('","'));
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
}
