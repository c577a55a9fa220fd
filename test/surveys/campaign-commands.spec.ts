import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCampaigns } from '../../apps/cli/src/commands/campaign.js';
import { saidBy } from '../commands/said-by.js';
import { campaignDocument, refusalOf, sharedRooms } from './survey-rooms.js';
import { writtenBy } from './words.js';

const held = sharedRooms({ NUJOOM_URL: 'http://127.0.0.1:3000' });
const run = (line: string, language: 'ar' | 'en' = 'en') => saidBy([addCampaigns], held.rooms, line, language);
const file = (changes: Record<string, unknown> = {}) =>
  held.rooms.file(JSON.stringify(campaignDocument({ code: 'spring', ...changes })));

it('the commands walk from a file to a closed campaign', async () => {
  expect(await run(`campaign save ${file()}`)).toMatch(
    /^The campaign spring is kept \([0-9a-f]{12}\); it is a draft\.$/,
  );
  expect(await run(`campaign save ${file()}`, 'ar')).toMatch(
    /^الحملة spring محفوظة من قبل \(.{12}\)، وحالتها: مسودة\.$/,
  );
  expect(await run('campaign ways spring')).toBe('0 ways in');
  expect(await run('campaign open spring')).toBe('The campaign spring is open now.');
  expect(await run('campaign open spring')).toBe('The campaign spring was open already.');
  expect(await run(`campaign save ${file({ closes: '2098-01-01T00:00:00+04:00' })}`)).toMatch(/; it is open\.$/);
  expect(await run('campaign list --cycle 2026')).toBe(
    [
      'happiness\t2026\topen\t2026-01-01T00:00:00+04:00\t2099-12-31T23:59:59+04:00',
      'spring\t2026\topen\t2026-01-01T00:00:00+04:00\t2098-01-01T00:00:00+04:00',
      '2 campaigns',
    ].join('\n'),
  );
  expect(await run('campaign list --cycle 2025', 'ar')).toBe('0 حملة');
  expect(await run('campaign status spring')).toBe(
    [
      'spring (2026) is open: 2026-01-01T00:00:00+04:00 to 2098-01-01T00:00:00+04:00',
      '5 places',
      'Responses: 0 counted, 0 held for a decision, 0 excluded',
      'The minimum of 30 is not reached: no result is shown.',
      'What people wrote is erased on 2099-12-31.',
    ].join('\n'),
  );
  expect(await run('campaign close spring', 'ar')).toBe('أصبحت حالة الحملة spring: مغلقة.');
});

it('the ways in are listed, and written to a table in which nothing is a formula', async () => {
  await held.rooms.sql(`update centres set name_en = '=HYPERLINK("x")' where code = 'gate'`);
  const listed = (await run('campaign ways happiness')).split('\n');
  expect(listed).toHaveLength(16);
  expect(listed[6]).toMatch(/^\d+\tWORKS gate renew\tlink\thttp:\/\/127\.0\.0\.1:3000\/s\/[0-9a-z]{18}$/);
  const csv = join(held.rooms.home, 'ways.csv');
  expect(await run(`campaign ways happiness --csv ${csv}`)).toBe(`15 ways in were written to ${csv}.`);
  const table = readFileSync(csv, 'utf8').split('\r\n');
  expect(table[0]).toBe(
    '\ufeff"place","agency","agency_ar","agency_en","centre","centre_ar","centre_en","service","channel","way","code","address"',
  );
  expect(table[7]).toMatch(
    /^\d+,"WORKS","الأشغال","Works","gate","البوابة","'=HYPERLINK\(""x""\)","renew","centre","link","\w{18}","http:\/\/127\.0\.0\.1:3000\/s\/\w{18}"$/,
  );
});

it('quotas, ways and days are told in both languages', async () => {
  await held.rooms.campaign(
    campaignDocument({ code: 'told', target: 5, minimum: 1, quotas: [{ place: { agency: 'WORKS' }, most: 9 }] }),
  );
  const place = await held.rooms.place({ campaign: 'told', agency: 'WORKS' });
  await held.rooms.sql(
    `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution, marks, received_at)
     select cycle_id, agency_id, gen_random_uuid(), n, 'kiosk', 'ar', '', '', 0, 1, '{}', '\\x00000000', '{}', '2026-03-01T21:00:00Z'
     from generate_series(1, 2), survey_places as places join campaigns on campaigns.id = campaign_id where n = $1`,
    [place],
  );
  await held.rooms.sql(
    `insert into survey_invitations (id, campaign_id, place_n, token_hash, language, expires_at, answered)
     select gen_random_uuid(), campaign_id, n, sha256(at::text::bytea), 'ar', now() + '1 day', at = 1
     from survey_places, generate_series(1, 2) as at where n = $1`,
    [place],
  );
  expect((await run('campaign status told')).split('\n').slice(2)).toEqual([
    'Responses: 2 counted, 0 held for a decision, 0 excluded',
    'Target: 2 of 5',
    'The minimum of 1 is reached.',
    'Quota of WORKS: 2 of 9',
    'personal link: 0 received; 1 of 2 invited answered, 50.0 % (9.5 to 90.5 %)',
    'kiosk: 2 received',
    '2026-03-02: 2 received',
    'What people wrote is erased on 2101-12-31.',
  ]);
  expect(await run('campaign status told', 'ar')).toContain('جهاز التقييم: وصل 2');
});

it('what somebody wrote is erased when he asks, by the command', async () => {
  const id = await writtenBy(held.rooms, 'Amna');
  const done = `What was written in the response ${id} is erased.`;
  expect(await run(`campaign erase happiness ${id} --reason asked_by_letter`)).toBe(done);
  expect(await run(`campaign erase happiness ${id} --reason asked_again`)).toContain('There is nothing');
  expect(await run('campaign status happiness')).toContain('Erased on request: 1 response.');
  expect(await run('campaign status happiness', 'ar')).toContain('مُحي بطلب من أصحابه: استجابة واحدة.');
  expect((await refusalOf(run('campaign erase happiness 7 --reason x'))).code).toBe('response.unknown');
});

it.each([
  ['campaign open nobody', 'campaign.unknown'],
  ['campaign close nobody', 'campaign.unknown'],
  ['campaign status nobody', 'campaign.unknown'],
  ['campaign ways nobody', 'campaign.unknown'],
  ['campaign list --cycle 1066', 'cycle.unknown'],
  ['campaign save nowhere.json', 'import.fileUnreadable'],
])('%s is %s', async (line, code) => expect((await refusalOf(run(line))).code).toBe(code));

it('what cannot be read or written is refused, and leaves nothing behind', async () => {
  const refusal = async (line: string) => (await refusalOf(run(line))).code;
  expect(await refusal(`campaign save ${held.rooms.file('{ no json')}`)).toBe('method.fileKind');
  expect(await refusal(`campaign save ${held.rooms.file('PK\u0003\u0004', 'book.xlsx')}`)).toMatch(/^(method|import)\.file/); // prettier-ignore
  expect(await refusal(`campaign save ${file({ minutes: 0 })}`)).toBe('campaign.invalid');
  const csv = join(held.rooms.home, 'none.csv');
  expect(await refusal(`campaign ways nobody --csv ${csv}`)).toBe('campaign.unknown');
  expect(existsSync(csv)).toBe(false);
  expect(await refusal(`campaign ways happiness --csv ${held.rooms.home}/no/folder.csv`)).toBe('command.failed');
});
