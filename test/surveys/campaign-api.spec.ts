import { randomUUID } from 'node:crypto';
import { routesOf, type Route } from '../../apps/api/src/docs/routes.js';
import type { Answer } from '../api/browser.js';
import { campaignDoors } from './campaign-matrix.js';
import { surveyApi, type SurveyApi } from './survey-api.js';
import { campaignDocument, customerSheet, sentResponse, staffDocument } from './survey-rooms.js';

let api: SurveyApi;
beforeAll(async () => void (api = await surveyApi()), 60_000);

const ask = (method: string, path: string, body?: unknown) =>
  api.people.rania.ask(method, `/api/v1/campaigns${path}`, body === undefined ? {} : { body });
const codeOf = ({ status, json }: Answer) => [status, (json as { code?: string }).code];

describe('the doors of campaigns', () => {
  it('tell the schema to everybody', async () => {
    const { status, json } = await api.browser().ask('GET', '/api/v1/campaigns/schema');
    expect([status, json]).toMatchObject([200, { title: 'nujoom.campaign/1' }]);
  });

  it('keep, list, open, watch and close a campaign', async () => {
    const saved = await ask('PUT', '/happiness', campaignDocument());
    expect([saved.status, saved.json]).toMatchObject([200, { code: 'happiness', changed: true, state: 'draft' }]);
    expect((await ask('PUT', '/happiness', campaignDocument())).json).toMatchObject({ changed: false });
    expect((await ask('GET', '')).json).toMatchObject([{ code: 'happiness', cycle: '2026', state: 'draft', places: 5 }]); // prettier-ignore
    expect((await ask('GET', '?cycle=2025')).json).toEqual([]);
    expect((await ask('GET', '?after=happiness')).json).toEqual([]);
    expect((await ask('GET', '/happiness/ways')).json).toEqual([]);

    expect((await ask('POST', '/happiness/opening')).json).toEqual({ code: 'happiness', state: 'open', changed: true });
    expect((await ask('GET', '/happiness')).json).toMatchObject({ state: 'open', document: { minimum: 30 } });
    const ways = (await ask('GET', '/happiness/ways')).json as unknown as { n: number; ways: { address: string }[] }[];
    expect(ways).toHaveLength(5);
    expect(ways[0]?.ways[0]?.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/s\/[0-9a-z]{18}$/);
    expect((await ask('GET', `/happiness/ways?after=${ways[2]?.n}`)).json).toHaveLength(2);
    expect((await ask('GET', '/happiness/status')).json).toMatchObject({
      state: 'open',
      closedAt: null,
      places: 5,
      responses: { counted: 0, held: 0, excluded: 0 },
      isTargetReached: null,
      days: [],
    });
    const poster = await ask('GET', `/happiness/poster/${ways[1]?.n}.pdf`);
    expect([poster.status, poster.headers.get('content-type'), poster.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']); // prettier-ignore
    expect(poster.headers.get('content-disposition')).toBe(`inline; filename="happiness-${ways[1]?.n}.pdf"`);
    expect(codeOf(await ask('GET', '/happiness/poster/999999.pdf'))).toEqual([404, 'campaign.placeUnknown']);
    expect((await ask('POST', '/happiness/closing')).json).toEqual({ code: 'happiness', state: 'closed', changed: true }); // prettier-ignore
    expect(codeOf(await ask('POST', '/happiness/opening'))).toEqual([409, 'campaign.moveRefused']);
  });

  it('erase what somebody wrote when he asks', async () => {
    await ask('PUT', '/asked', campaignDocument({ code: 'asked', retention: { words: 400 } }));
    await ask('POST', '/asked/opening');
    const ways = (await ask('GET', '/asked/ways')).json as unknown as { ways: { way: string; code: string }[] }[];
    const code = ways[0]?.ways.find(({ way }) => way === 'kiosk')?.code ?? '';
    const id = randomUUID();
    const body = sentResponse(code, { sheet: customerSheet({ comment: { value: 'Amna' } }) });
    expect((await api.browser().ask('PUT', `/api/v1/responses/${id}`, { body })).status).toBe(201);
    const erase = (of: string, sent: unknown) => ask('POST', `/asked/responses/${of}/erasure`, sent);
    expect((await erase(id, { reason: 'by letter' })).json).toEqual({ id, changed: true });
    expect((await erase(id, { reason: 'by letter' })).json).toEqual({ id, changed: false });
    expect(codeOf(await erase(randomUUID(), { reason: 'by letter' }))).toEqual([404, 'response.unknown']);
    for (const wrong of [
      {},
      { reason: '' },
      { reason: ' ' },
      { reason: 'x'.repeat(4_001) },
      { reason: 'x', more: 1 },
    ]) {
      expect(codeOf(await erase(id, wrong))).toEqual([400, 'request.invalid']);
    }
    expect((await erase('7', { reason: 'by letter' })).status).toBe(400);
    const link = ways[0]?.ways.find(({ way }) => way === 'link')?.code ?? '';
    const statement = (language: string) =>
      api.browser().get(`/s/${link}/statement`, { accept: 'text/html', 'accept-language': language });
    expect((await statement('en')).text).toContain('is erased 400 days after the survey has ended');
    expect((await statement('ar')).text).toContain('بعد 400 يوم من انتهاء الاستبيان');
    const { retention, imports } = (await ask('GET', '/asked/status')).json as Record<string, unknown>;
    expect([imports, retention]).toMatchObject([
      [],
      {
        contacts: { areKept: false },
        words: { dueAt: '2101-02-04T19:59:59.000Z', erasedAt: null, erasedOnRequest: 1 },
      },
    ]);
  });

  it('refuse what is wrong, each thing by its place, in both languages', async () => {
    const document = campaignDocument({ code: 'wrong', minutes: 0, cuts: ['a', 'a'] });
    const { status, json } = await ask('PUT', '/wrong', document);
    expect([status, json]).toMatchObject([422, { code: 'campaign.invalid', faults: [{ where: 'minutes' }] }]);
    expect(codeOf(await ask('PUT', '/other', campaignDocument()))).toEqual([422, 'campaign.invalid']);
    expect((await ask('PUT', '/other', campaignDocument())).json).toMatchObject({ faults: [{ where: 'code' }] });
    await ask('PUT', '/lost', campaignDocument({ code: 'lost', places: [{ agency: 'NOBODY' }] }));
    const arabic = { headers: { 'accept-language': 'ar' } };
    const refused = await api.people.rania.ask('POST', '/api/v1/campaigns/lost/opening', arabic);
    expect([refused.status, refused.json]).toMatchObject([422, { code: 'campaign.notOpenable' }]);
    expect(refused.text).toContain('لم تُفتح الحملة lost');
  });

  it('tell what is not there, and what is no code', async () => {
    for (const path of ['', '/status', '/ways']) {
      expect(codeOf(await ask('GET', `/nobody${path}`))).toEqual([404, 'campaign.unknown']);
    }
    for (const move of ['opening', 'closing']) {
      expect(codeOf(await ask('POST', `/nobody/${move}`))).toEqual([404, 'campaign.unknown']);
    }
    expect(codeOf(await ask('GET', '?cycle=1999'))).toEqual([404, 'cycle.unknown']);
    for (const path of [
      '/No%20Code',
      '/happiness/ways?after=-1',
      '/happiness/ways?after=x',
      '?colour=red',
      '/happiness/poster/x.pdf',
      '/happiness/poster/0.pdf',
    ]) {
      expect([path, ...codeOf(await ask('GET', path))]).toEqual([path, 400, 'request.invalid']);
    }
  });

  it('take thousands of places, and no body that is larger than the API takes', async () => {
    const places = (many: number) => Array.from({ length: many }, (_, at) => ({ agency: 'WORKS', centre: `c${at}` }));
    const wide = campaignDocument({ code: 'wide', places: places(20_000) });
    expect((await ask('PUT', '/wide', wide)).status).toBe(200);
    expect((await ask('GET', '/wide')).json).toMatchObject({ document: { places: { length: 20_000 } } });
    const wider = campaignDocument({ code: 'wide', places: places(50_000) });
    expect(codeOf(await ask('PUT', '/wide', wider))).toEqual([413, 'request.tooLarge']);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'campaign'],
    ['places that are none', campaignDocument({ places: [null, 7, ['x'], {}] })],
    ['numbers out of bounds', campaignDocument({ target: -1, minimum: 1.5, minutes: 1e9 })],
    ['words of the database', campaignDocument({ cycle: `'; drop table campaigns; --` })],
    ['wordings that are none', campaignDocument({ title: { 'x y': 'a' }, consent: { version: 0 } })],
    ['a time that is none', campaignDocument({ opens: '2026-02-30T00:00:00Z' })],
  ])('refuse %s without a fault of theirs', async (_, document) => {
    const { status } = await ask('PUT', '/happiness_2', document);
    expect([400, 415, 422]).toContain(status);
  });
});

describe('who gets in at the doors of campaigns', () => {
  it('is the office, and everybody to the schema', async () => {
    await ask('PUT', '/staff', staffDocument());
    const { people, tablet } = api;
    const visitor = api.browser();
    const askers = [
      (route: Route) => visitor.ask(route.method, pathOf(route), bodyOf(route)),
      ...[people.viewer, people.assessor, people.works].map(
        (browser) => (route: Route) => browser.ask(route.method, pathOf(route), bodyOf(route)),
      ),
      (route: Route) => visitor.ask(route.method, pathOf(route), { ...bodyOf(route), headers: tablet }),
      (route: Route) => people.rania.ask(route.method, pathOf(route), bodyOf(route)),
    ];
    const rows: Record<string, string> = {};
    for (const route of routesOf(api.app).filter(({ name }) => /^(Campaigns|Erasures|Posters)\./.test(name))) {
      rows[route.name] = '';
      for (const asker of askers) rows[route.name] += letterOf(await asker(route));
    }
    expect(rows).toEqual(campaignDoors);
  });
});

function pathOf({ path }: Route): string {
  return path.replace(':code', 'staff').replace(':place', '1');
}

function bodyOf({ name }: Route): { body?: unknown } {
  return name === 'Campaigns.save' ? { body: staffDocument() } : {};
}

/** s: to sign in first; c: closed to the role; o: let in. */
function letterOf({ status, json, text }: Answer): string {
  if (status >= 500) throw new Error(text);
  const letters: Readonly<Record<string, string>> = { 'access.signInNeeded': 's', 'access.notAllowed': 'c' };
  return letters[(json as { code?: string } | null)?.code ?? ''] ?? 'o';
}
