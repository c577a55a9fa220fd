import { addCampaigns } from '../../apps/cli/src/commands/campaign.js';
import { saidBy } from '../commands/said-by.js';
import { refusalOf, sharedRooms } from './survey-rooms.js';
import { campaignDocument } from './campaign-documents.js';
import { surveyApi, type SurveyApi } from './survey-api.js';

const table = 'id,centre,date,overall\n1,gate,2026-02-01,happy\n2,desk,2026-02-02,unhappy\n';

describe('over HTTP', () => {
  let api: SurveyApi;
  beforeAll(async () => {
    api = await surveyApi();
    const { rania } = api.people;
    await rania.ask('PUT', '/api/v1/campaigns/happiness', { body: campaignDocument() });
    await rania.ask('POST', '/api/v1/campaigns/happiness/opening');
  }, 60_000);

  const bytes = { 'content-type': 'application/octet-stream' };
  const send = (raw: string | Uint8Array, who = api.people.rania, campaign = 'happiness', headers: Record<string, string> = bytes) =>
    who.ask('POST', `/api/v1/campaigns/${campaign}/responses-file`, { raw, headers }); // prettier-ignore

  it('a file comes in, once', async () => {
    expect(await send(table)).toMatchObject({ status: 200, json: { campaign: 'happiness', rows: 2, added: 2, unchanged: 0 } }); // prettier-ignore
    expect(await send(table)).toMatchObject({ status: 200, json: { added: 0, unchanged: 2 } });
  });

  it('what is wrong is told by row and column, and nothing comes in', async () => {
    const { status, json } = await send('id,centre,overall\n8,gate,happy\n9,gate,glad\n');
    expect([status, json]).toMatchObject([422, { code: 'import.rowsFaulty', faults: [{ where: 'overall', line: 3, value: 'glad' }] }]); // prettier-ignore
    expect(await send('id,centre,overall\n8,gate,happy\n')).toMatchObject({ json: { added: 1 } });
  });

  it('is open to the office alone', async () => {
    const { works, viewer, assessor } = api.people;
    for (const who of [works, viewer, assessor]) expect((await send(table, who)).status).toBe(403);
    expect((await send(table, api.browser())).status).toBe(401);
  });

  it.each<[string, string | Uint8Array, number, string]>([
    ['nothing', '', 422, 'import.headerInvalid'],
    ['no rows', 'centre,overall\n', 422, 'import.empty'],
    ['bytes of nothing', new Uint8Array([0, 255, 1, 2]), 422, 'import.fileKind'],
    ['half a workbook', 'PK\u0003\u0004 and no more', 422, 'import.fileKind'],
    ['an open quote', 'centre,overall\n"gate,happy\n', 422, 'import.quoteNotClosed'],
    ['more than can be read safely', 'x'.repeat(5_242_881), 422, 'import.fileTooLarge'],
  ])('%s is refused', async (_, raw, status, code) => {
    const { status: found, json } = await send(raw);
    expect([found, json.code]).toEqual([status, code]);
  });

  it('another campaign, and another way of sending, are refused', async () => {
    expect(await send(table, api.people.rania, 'nothing')).toMatchObject({ status: 404, json: { code: 'campaign.unknown' } }); // prettier-ignore
    expect((await send(table, api.people.rania, 'x'.repeat(80))).status).toBe(400);
    expect((await send(table, api.people.rania, 'happiness', { 'content-type': 'text/csv' })).status).toBe(415);
  });
});

describe('by the command', () => {
  const held = sharedRooms();
  const run = (line: string, language: 'ar' | 'en' = 'en') => saidBy([addCampaigns], held.rooms, line, language);

  it('a file comes in, in the words of its mapping', async () => {
    const file = held.rooms.file('Branch,Q\ngate,5\ndesk,1\n', 'answers.csv');
    const mapping = held.rooms.file(
      JSON.stringify({ columns: { centre: 'Branch', overall: 'Q' }, values: { overall: { '5': 'very_happy', '1': 'very_unhappy' } } }), // prettier-ignore
    );
    const line = `campaign import happiness ${file} --mapping ${mapping}`;
    expect(await run(line)).toBe('2 rows read into happiness: 2 added, 0 there already.');
    expect(await run(line, 'ar')).toBe('happiness: قُرئ صفان، أُضيف منها 0، والموجود من قبل 2.');
    expect(await refusalOf(run(`campaign import happiness ${file}`))).toMatchObject({ code: 'import.headerInvalid' });
  });
});
