import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAccount } from '../../apps/cli/src/commands/account.js';
import { addAssessment } from '../../apps/cli/src/commands/assessment.js';
import { addImport } from '../../apps/cli/src/commands/import.js';
import { Client } from 'pg';
import { saidBy } from '../commands/said-by.js';
import { testDatabase, testFolder } from '../platform/database.js';
import { refusalOf } from './assessment-rooms.js';
import { withSmallScheme } from './small-scheme.js';

let url: string;
let home: string;
beforeAll(async () => {
  [url, home] = [await testDatabase(), await testFolder()];
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`
    insert into agencies (id, code, name_en) values (gen_random_uuid(), 'WORKS', 'Works');
    insert into centres (id, agency_id, code, channel_type, name_en) select gen_random_uuid(), id, 'gate', 'centre', 'Gate' from agencies;
    insert into cycles (id, key, kind, starts_on, ends_on) values (gen_random_uuid(), '2026', 'year', '2026-01-01', '2099-12-31');`);
  await client.query(withSmallScheme);
  await client.end();
});

const run = (line: string) => saidBy([addAccount, addAssessment, addImport], { url, home }, line);

describe('the commands of assessments', () => {
  it('walk from accounts to a settled level', async () => {
    for (const name of ['amal', 'badr', 'dana']) await run(`account add ${name} --role assessor`);
    expect(await run('account add works --role agency --agency WORKS')).toContain('works signs in');
    expect(await run('assessment work --cycle 2026')).toBe('There is nothing to do.');
    expect(await run('assessment open gate --cycle 2026 --self-due 2098-01-31')).toBe(
      'gate is assessed by its agency until 2098-01-31 and graded until 2099-12-31.',
    );
    expect(await run('assessment assign gate amal --cycle 2026 --slot first')).toBe(
      'amal is the first of gate in 2026.',
    );
    await run('assessment assign gate badr --cycle 2026 --slot second');
    await run('assessment assign gate dana --cycle 2026 --slot settler');
    expect(
      await run('assessment self-assess gate queue --cycle 2026 --as works --level leading --reason Ours.'),
    ).toContain('Stored as revision 1');
    await run('assessment grade gate queue --cycle 2026 --as amal --level basic --reason Seen.');
    await run('assessment grade gate queue --cycle 2026 --as badr --not-applicable --reason None.');
    expect(await run('assessment work --cycle 2026 --as dana')).toContain('1 to settle');
    await run('assessment settle gate queue --cycle 2026 --as dana --level basic --reason Seen.');
    expect(await run('assessment status --cycle 2026')).toBe(
      '1 centre: 1 with assessors, 1 criteria graded, 1 settled, 0 open differences, 1 assessed by the agencies',
    );
    expect(await run('assessment conflict amal WORKS --reason A_brother.')).toBe(
      '1 assignment ended, 1 grading no longer counted.',
    );
  });

  it('import gradings', async () => {
    const file = join(home, 'gradings.csv');
    writeFileSync(file, 'centre,criterion,assessor,level,reason\ngate,greeting,badr,basic,Seen\n');
    expect(await run(`import gradings ${file} --cycle 2026`)).toBe(
      '1 row read; 1 added, 0 corrected, 0 unchanged; 0 new files, 0 new assignments',
    );
  });

  it.each([
    ['account add nowhere --role agency', 'access.agencyNeeded'],
    ['account add nowhere --role agency --agency NOBODY', 'agency.unknown'],
    ['assessment grade gate queue --cycle 2026 --as badr --reason Seen.', 'request.invalid'],
    ['assessment grade gate queue --cycle 2026 --as nobody --level basic --reason Seen.', 'access.accountUnknown'],
  ])('%s is %s', async (line, code) => expect((await refusalOf(run(line))).code).toBe(code));
});
