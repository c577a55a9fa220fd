import { Cycles } from '#cycles';
import { Agencies } from '#network';
import { CountsImport, ResultsImport } from '#results';
import { importPeopleSurvey, importSatisfaction } from '../platform/demonstration.js';
import { servedApi, type Served } from './served-api.js';

let api: Served;
beforeAll(async () => {
  api = await servedApi();
  const rooms = <T>(room: new (...args: never[]) => T): T => api.app.get(room, { strict: false });
  await importPeopleSurvey(rooms(ResultsImport), rooms(Agencies));
  await importSatisfaction(rooms(CountsImport), 'year');
  await rooms(Cycles).publish('2024');
});

describe('the published page', () => {
  it.each([
    ['ar', 'rtl', 'بطاقات الأداء المنشورة', 'وزارة الخزانة'],
    ['en', 'ltr', 'Published scorecards', 'HM Treasury'],
  ])(
    'in %s lists the agencies of the newest published cycle with their PDFs',
    async (language, direction, title, agency) => {
      const { status, text } = await api.browser().get(`/?language=${language}`);
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(text).toContain(title);
      expect(text).toContain(agency);
      expect(text.match(/\/api\/v1\/cycles\/2024\/scorecards\/[A-Z_a-z-]+\/ar/g)?.length).toBeGreaterThanOrEqual(103);
      expect(text).not.toMatch(/null|undefined|NaN|<script/);
    },
  );

  it('finds an agency by part of its name in either language, as people type it', async () => {
    for (const find of ['هيئه التفتيش', 'inspectorate of CONSTABULARY']) {
      const { text } = await api.browser().get(`/?language=en&find=${encodeURIComponent(find)}`);
      expect(text).toContain('HM Inspectorate of Constabulary');
      expect(text).not.toContain('HM Treasury</th>');
    }
    const { text } = await api.browser().get('/?language=en&find=%3Cscript%3E');
    expect(text).toContain('No agency’s name or code holds');
    expect(text).not.toContain('<script');
  });

  it('keeps cycles that are not published to the office', async () => {
    expect((await api.browser().get('/?cycle=2023')).status).toBe(404);
    expect((await api.browser().get('/?language=en')).text).not.toContain('cycle=2023');
    const { status, text } = await (await api.signedIn()).get('/?cycle=2023&language=en');
    expect(status).toBe(200);
    expect(text).toContain('not published; only the office sees it');
  });
});

describe('figures', () => {
  it('are for those who signed in, whole or of one agency', async () => {
    expect((await api.browser().get('/api/v1/cycles/2024/figures')).status).toBe(401);
    const office = await api.signedIn();
    expect((await office.get('/api/v1/cycles/2024/figures')).json.agencies).toHaveLength(103);
    const { json } = await office.get('/api/v1/cycles/2024/figures?agency=ACAS');
    expect(json.agencies[0].studies[0].headline.now).toMatchObject({
      value: 63.174,
      whyNoInterval: 'sourceGivesNoCounts',
    });
    expect(json.agencies[0].studies[0].headline.now.sources[0]).toMatchObject({
      file: 'people-survey-2024.csv',
      line: 2,
    });
  });

  it.each([
    ['/api/v1/cycles/1066/figures', 404, 'cycle.unknown'],
    ['/api/v1/cycles/2024/figures?agency=NOBODY', 404, 'agency.unknown'],
    ['/api/v1/cycles/2024/figures?agency=%00', 400, 'request.unreadable'],
    ['/api/v1/cycles/2024/figures?colour=red', 400, 'request.invalid'],
    ['/api/v1/cycles/%3Cscript%3E/figures', 400, 'request.invalid'],
  ])('%s is %d %s', async (path, status, code) => {
    const answer = await (await api.signedIn()).get(path);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });
});

describe('cycles and agencies', () => {
  it('a cycle is published and withdrawn; saying it twice changes nothing', async () => {
    const office = await api.signedIn();
    const first = await office.ask('PUT', '/api/v1/cycles/2025/publication');
    const again = await office.ask('PUT', '/api/v1/cycles/2025/publication');
    expect([first.status, again.json.publishedAt]).toEqual([200, first.json.publishedAt]);
    expect((await office.ask('DELETE', '/api/v1/cycles/2025/publication')).json.publishedAt).toBeNull();
    const all = (await office.get('/api/v1/cycles')).json as { key: string }[];
    expect(all.map(({ key }) => key)).toContain('2021');
    expect((await api.browser().ask('PUT', '/api/v1/cycles/2025/publication')).status).toBe(401);
  });

  it('an agency goes on as another', async () => {
    const office = await api.signedIn();
    const line = (from: string, to: string, since: unknown = '2024') =>
      office.ask('PUT', `/api/v1/agencies/${from}/successors/${to}`, { body: { since } });
    expect((await line('DLUHC', 'MHCLG')).status).toBe(204);
    expect((await line('DLUHC', 'MHCLG')).status).toBe(204);
    expect((await line('MHCLG', 'DLUHC')).json.code).toBe('agency.successionLoop');
    expect((await line('ACAS', 'ACAS')).json.code).toBe('agency.selfSuccession');
    expect((await line('ACAS', 'NOBODY')).json.code).toBe('agency.unknown');
    expect((await line('ACAS', 'AGO', 'soon')).json.code).toBe('cycle.keyInvalid');
    expect((await line('ACAS', 'AGO', 7)).json.code).toBe('request.invalid');
  });
});

describe('scorecards', () => {
  it('are queued by the office only', async () => {
    const path = '/api/v1/cycles/2024/scorecards';
    expect((await api.browser().ask('POST', path, { body: {} })).status).toBe(401);
    const office = await api.signedIn();
    const queued = await office.ask('POST', path, { body: { agency: 'ACAS', language: 'ar' } });
    expect([queued.status, queued.json]).toEqual([202, { queued: 1 }]);
    expect((await office.get(path)).json).toEqual({ queued: 1, printed: 0, failed: 0 });
    expect((await office.ask('POST', path, { body: { agency: 'NOBODY' } })).json.code).toBe('agency.unknown');
    expect((await office.ask('POST', path, { body: { language: 'fr' } })).json.code).toBe('request.invalid');
    expect((await office.ask('POST', path, { body: { all: true } })).json.code).toBe('request.invalid');
  });

  it('of unpublished cycles and of nobody are equally unknown to a visitor', async () => {
    for (const path of ['2023/scorecards/ACAS/ar', '2024/scorecards/NOBODY/ar', '1999/scorecards/ACAS/ar']) {
      const { status, json } = await api.browser().get(`/api/v1/cycles/${path}`);
      expect([status, json.code]).toEqual([404, 'scorecard.unknown']);
    }
  });
});
