import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Actor } from '#access';
import { Cycles } from '#cycles';
import { Centres } from '#network';
import { AnswersImport, Stars } from '#results';
import { CampaignStatuses, ResponsesImport, SurveyTallies } from '#surveys';
import { refusalOf } from '../results/results-rooms.js';
import { alWaha, asked } from './al-waha.js';

/** What the stars of Al Waha come from, as it came in. */
let rooms: INestApplicationContext;
let stars: Stars;
let url: string;
beforeAll(async () => {
  ({ rooms, url } = await alWaha());
  stars = rooms.get(Stars);
}, 120_000);
afterAll(() => rooms.close());

describe('answers that come in', () => {
  it('a second time change nothing', async () => {
    const file = new URL('../../demo/al-waha/contact-centre-visit-2025-26.csv', import.meta.url).pathname;
    const again = await rooms
      .get(AnswersImport)
      .run({ cycle: '2025-26', file, instrument: 'contact_centre_visit', version: 1 });
    expect(again).toMatchObject({ added: 0, corrected: 0, unchanged: again.rows });
  });

  it('a register does not quietly make a known centre another agency’s, or of another kind', async () => {
    const register = (row: string, corrects = false) =>
      rooms.get(Centres).register(fileOf(`code,agency,channel_type,name_en,name_ar\n${row}\n`), { corrects });
    expect((await refusalOf(register('ID-2,ED,customer_happiness_centre,x,س'))).faults).toMatchObject([
      { where: 'agency', reason: 'contradicts' },
    ]);
    expect((await refusalOf(register('ID-2,ID,contact_centre,x,س'))).faults).toMatchObject([
      { where: 'channel_type', reason: 'contradicts' },
    ]);
    expect(await register('LB-1,HR,customer_happiness_centre,Named anew,اسم جديد')).toEqual({ rows: 1, added: 0 });
    expect((await stars.centres('2024-25', { agency: 'LB' })).map(({ centre }) => centre)).toContain('LB-1');
  });

  it('a cycle without a scheme has no stars', async () => {
    await rooms.get(AnswersImport).run({
      cycle: '2024',
      file: fileOf('id,centre,date,overall\n1,ID-1,2024-03-01,happy\n'),
      instrument: 'customer_happiness',
      version: 1,
    });
    expect(await refusalOf(stars.centres('2024'))).toMatchObject({ code: 'cycle.schemeMissing' });
    expect(await refusalOf(stars.centres('1999'))).toMatchObject({ code: 'cycle.unknown' });
    expect((await rooms.get(Cycles).list()).map(({ key }) => key)).toContain('2024');
  });
});

describe('the surveys of Al Waha', () => {
  it('are responses: four campaigns that are over, one that is open with some that are suspected', async () => {
    const statuses = rooms.get(CampaignStatuses);
    const of = async (name: string) => {
      const { state, places, responses } = await statuses.status(`al_waha_${name}`);
      return [state, places, responses.counted, responses.held, responses.excluded];
    };
    expect(await of('customers_2024_25')).toEqual(['closed', 60, 2382, 0, 0]);
    expect(await of('customers_2025_26')).toEqual(['closed', 60, 2382, 0, 0]);
    expect(await of('employees_2024_25')).toEqual(['closed', 12, 419, 0, 0]);
    expect(await of('employees_2025_26')).toEqual(['closed', 12, 427, 0, 0]);
    expect(await of('customers_2026_27')).toEqual(['open', 60, 36, 6, 0]);
  });

  it('are counted at once, and a recount from the answers gives the same', async () => {
    for (const cycle of ['2024-25', '2025-26', '2026-27']) {
      expect(await rooms.get(SurveyTallies).check(cycle)).toMatchObject({ tallies: [], wrong: [] });
    }
    const outcomes = await asked<{ outcome: string; responses: number }>(
      url,
      `select outcome, sum(responses)::int as responses from survey_tallies join cycles on cycles.id = cycle_id
       where key = '2026-27' and standing = 0 group by outcome order by outcome`,
    );
    expect(outcomes).toEqual([
      { outcome: 'gave_up', responses: 6 },
      { outcome: 'received', responses: 18 },
      { outcome: 'refused', responses: 6 },
      { outcome: 'waiting', responses: 6 },
    ]);
  });

  it('of employees say nothing of anybody: one agency has too few to be shown', async () => {
    const rows = await asked<{ agency: string; responses: number; days: number; ways: string[] }>(
      url,
      `select agencies.code as agency, count(*)::int as responses, count(distinct received_at)::int as days,
         array_agg(distinct way || language || coalesce(seconds::text, '')) as ways
       from responses join survey_places on n = place_n join campaigns on campaigns.id = campaign_id
         join agencies on agencies.id = survey_places.agency_id
       where campaigns.code = 'al_waha_employees_2025_26' group by 1 order by 2 limit 2`,
    );
    expect(rows).toEqual([
      { agency: 'SO', responses: 7, days: 1, ways: ['import'] },
      { agency: 'MU', responses: 16, days: 1, ways: ['import'] },
    ]);
  });

  it('a second time change nothing', async () => {
    await asked(url, `update campaigns set state = 'open' where code = 'al_waha_customers_2025_26'`);
    const file = new URL('../../demo/al-waha/customer-happiness-2025-26.csv', import.meta.url).pathname;
    const again = await rooms.get(ResponsesImport).run(new Actor(null, '', 'office'), {
      campaign: 'al_waha_customers_2025_26',
      file,
    });
    expect(again).toMatchObject({ rows: 2382, added: 0, unchanged: 2382 });
  });
});

function fileOf(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'nujoom-story-')), 'table.csv');
  writeFileSync(file, text);
  return file;
}
