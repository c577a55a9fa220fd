import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { OptOuts } from '#surveys';
import { addCampaignInvite } from '../../apps/cli/src/commands/campaign-invite.js';
import type { Asked } from '../api/browser.js';
import { saidBy } from '../commands/said-by.js';
import { campaignDocument, office, SurveyRooms } from './survey-rooms.js';
import { surveyApi, type SurveyApi } from './survey-api.js';

let api: SurveyApi;
beforeAll(async () => {
  api = await surveyApi();
  const { rania } = api.people;
  await rania.ask('PUT', '/api/v1/campaigns/happiness', { body: campaignDocument() });
  await rania.ask('POST', '/api/v1/campaigns/happiness/opening');
}, 60_000);

const route = '/api/v1/campaigns/happiness/invitations';
const invite = (invitations: unknown, who = api.people.rania) => who.post(route, { invitations });
const bytes = { 'content-type': 'application/octet-stream' };
const sendFile = (raw: string | Uint8Array, who = api.people.rania) => who.ask('POST', `${route}/file`, { raw, headers: bytes }); // prettier-ignore

describe('the doors of invitations', () => {
  it('invite, once, and count', async () => {
    const first = await invite([{ agency: 'WORKS', reference: 'T-1' }, { agency: 'WORKS', reference: 'T-2', email: 'amna@works.example' }]); // prettier-ignore
    expect([first.status, first.json]).toMatchObject([201, { added: 2, links: [{ reference: 'T-1' }] }]);
    const again = await sendFile('agency,reference,email\nWORKS,T-1,\nWORKS,T-2,amna@works.example\nHEALTH,T-3,\n');
    expect([again.status, again.json]).toMatchObject([422, { code: 'import.rowsFaulty', faults: [{ line: 4 }] }]);
    const more = await sendFile('agency,reference,centre\nWORKS,T-1,\nHEALTH,T-3,clinic\n');
    expect([more.status, more.json]).toMatchObject([201, { added: 1, known: 1 }]);
    expect((await api.people.rania.get(`${route}/summary`)).json).toEqual({
      invited: 3,
      waiting: 1,
      sent: 2,
      reminders: 0,
      failed: 0,
      optedOut: 0,
      answered: 0,
    });
  });

  it('are open to the office alone', async () => {
    const { works, viewer, assessor } = api.people;
    for (const who of [works, viewer, assessor]) {
      expect((await invite([{ agency: 'WORKS', reference: 'x' }], who)).status).toBe(403);
      expect((await sendFile('agency,reference\n', who)).status).toBe(403);
      expect((await who.get(`${route}/summary`)).status).toBe(403);
    }
    expect((await invite([], api.browser())).status).toBe(401);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no list', {}],
    ['an empty list', []],
    ['too many', Array.from({ length: 501 }, (_, n) => ({ agency: 'WORKS', reference: `${n}` }))],
    ['no text', [{ agency: 1, reference: {} }]],
    ['a field of the table', [{ agency: 'WORKS', reference: 'a', answered: true }]],
    ['a long text', [{ agency: 'WORKS', reference: 'a', email: 'x'.repeat(2_000) }]],
    ['half a character', [{ agency: 'WORKS', reference: '\ud800' }]],
    ['a NUL', [{ agency: 'WORKS', reference: '\0' }]],
  ])('refuse %s', async (_, body) => {
    const { status } = await invite(body);
    expect([400, 422]).toContain(status);
  });

  it.each([
    ['no table', Buffer.from([0, 1, 2, 255])],
    ['a broken workbook', Buffer.from('PK\x03\x04nothing', 'latin1')],
    ['nothing', ''],
    ['other columns', 'a,b\n1,2\n'],
  ])('refuse a file that is %s', async (_, raw) => expect((await sendFile(raw)).status).toBe(422));
});

describe('the page to opt out', () => {
  const token = async (reference: string) => {
    const [row] = await api.sql<{ id: string }>('select id from survey_invitations where reference = $1', [reference]);
    return api.app.get(OptOuts, { strict: false }).tokenOf(row?.id ?? '');
  };

  it('asks first, in the language of the invitation, and does it when told', async () => {
    await invite([{ agency: 'WORKS', reference: 'O-1', email: 'noor@works.example', language: 'ar' }]);
    const address = `/o/${await token('O-1')}`;
    const visitor = api.browser();
    const page = await visitor.get(address);
    expect(page.text).toContain('<html lang="ar" dir="rtl">');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect((await visitor.get(`${address}?language=en`)).text).toContain('No more invitations?');
    expect(await api.sql('select 1 from survey_opt_outs')).toEqual([]);
    const done = await visitor.ask('POST', `${address}?language=en`, { form: {} });
    expect([done.status, done.text]).toEqual([200, expect.stringContaining('You will not be invited any more')]);
    expect((await invite([{ agency: 'WORKS', reference: 'O-2', email: 'noor@works.example' }])).json).toMatchObject({ optedOut: 1 }); // prettier-ignore
  });

  const oneClick = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n';
  const inParts = { raw: oneClick, headers: { 'content-type': 'multipart/form-data; boundary=b' } };

  it.each<[string, string, Asked]>([
    ['a form', 'O-3', { form: { 'List-Unsubscribe': 'One-Click' } }],
    ['a form in parts', 'O-4', inParts],
  ])('does it for mail programs that post by themselves, as %s (RFC 8058, 3.2)', async (_, reference, asked) => {
    await invite([{ agency: 'WORKS', reference, email: `${reference}@works.example` }]);
    expect((await api.browser().ask('POST', `/o/${await token(reference)}`, asked)).status).toBe(200);
    const optedOut = `select 1 from survey_invitations where reference = $1 and opted_out`;
    expect(await api.sql(optedOut, [reference])).toHaveLength(1);
  });

  it('and nothing else takes a form in parts', async () => {
    for (const path of ['/a', '/api/v1/session', '/o'])
      expect([404, 415]).toContain((await api.browser().ask('POST', path, inParts)).status);
    expect((await api.browser().ask('POST', '/a', inParts)).json.code).toBe('request.mediaType');
  });

  it('is not there for others', async () => {
    for (const other of ['x', '0'.repeat(54), encodeURIComponent('<script>'), 'x'.repeat(200)]) {
      for (const method of ['GET', 'POST']) {
        const { status } = await api.browser().ask(method, `/o/${other}`, method === 'POST' ? { form: {} } : {});
        expect([400, 404]).toContain(status);
      }
    }
  });

  it('and no personal link is told to the log', async () => {
    const seen = await token('O-3');
    await api.browser().get(`/a/${'k'.repeat(43)}`);
    await api.browser().get(`/o/${seen}`);
    await api.browser().get(`/o/${'0'.repeat(54)}`);
    const log = api.log.join('');
    for (const secret of ['k'.repeat(12), seen.slice(-22), '0'.repeat(54)]) expect(log).not.toContain(secret);
  });
});

it('the command invites from a file and writes the links', async () => {
  const rooms = await SurveyRooms.open();
  try {
    await rooms.campaign();
    const file = rooms.file('agency,reference,email\nWORKS,=1+1,\nWORKS,T-2,amna@works.example\n', 'people.csv');
    const links = `${rooms.home}/links.csv`;
    const add = (program: Command, context: Parameters<typeof addCampaignInvite>[1]) =>
      addCampaignInvite(program.command('campaign'), context, office);
    const run = (line: string, language?: 'ar') => saidBy([add], rooms, `campaign invite happiness ${line}`, language);
    expect(await run(`${file} --links ${links}`)).toBe(
      `2 people were invited; 0 had been before, 0 do not want to be.\n1 link was written to ${links}.`,
    );
    expect(readFileSync(links, 'utf8')).toMatch(/^\ufeffreference,link\r\n"'=1\+1","http:\/\/127\.0\.0\.1:3000\/a\/[\w-]{43}"\r\n$/); // prettier-ignore
    expect(statSync(links).mode & 0o077).toBe(0);
    expect(await run(file, 'ar')).toContain('سبقت دعوة 2');
  } finally {
    await rooms.close();
  }
});
