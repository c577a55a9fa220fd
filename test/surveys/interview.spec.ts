import { randomUUID } from 'node:crypto';
import { Devices } from '#access';
import type { InterviewPlacePage, InterviewWork } from '#campaigns';
import { OpenCampaigns } from '#surveys';
import type { Answer } from '../api/browser.js';
import { campaignDocument, customerSheet, staffDocument } from './campaign-documents.js';
import { surveyApi, type SurveyApi } from './survey-api.js';

let api: SurveyApi;
beforeAll(async () => {
  api = await surveyApi();
  const { rania } = api.people;
  const save = async (document: Record<string, unknown>, then?: 'opening' | 'closing') => {
    const address = `/api/v1/campaigns/${String(document['code'])}`;
    expect((await rania.ask('PUT', address, { body: document })).status).toBe(200);
    if (then) expect((await rania.post(`${address}/opening`, {})).status).toBe(200);
    if (then === 'closing') expect((await rania.post(`${address}/closing`, {})).status).toBe(200);
  };
  await save(campaignDocument(), 'opening');
  await save(campaignDocument({ code: 'sooner', opens: '2090-01-01T00:00:00Z', languages: ['en'] }), 'opening');
  await save(campaignDocument({ code: 'draft' }));
  await save(campaignDocument({ code: 'closed' }), 'closing');
  await save(campaignDocument({ code: 'over' }), 'opening');
  await api.sql(
    `update campaigns set document = document || '{"closes": "2026-01-02T00:00:00Z"}', hash = 'over' where code = 'over'`,
  );
  await save(staffDocument(), 'opening');
}, 60_000);

const visitor = () => api.browser();
const asTablet = (method: string, path: string, body?: unknown, headers: object = api.tablet): Promise<Answer> =>
  visitor().ask(method, path, { headers: { ...headers }, ...(body === undefined ? {} : { body }) });
const placesOf = (campaign: string, after = 0) =>
  asTablet('GET', `/api/v1/device/surveys/${campaign}/places?after=${after}`);
const sentBy = (code: string) => ({
  schema: 'nujoom.response/1',
  code,
  language: 'en',
  consent: 1,
  seconds: 60,
  sheet: customerSheet(),
});
const codeOf = ({ status, json }: Answer) => [status, (json as { code?: string } | null)?.code];

describe('what a tablet takes with it to interview people', () => {
  it('are the open campaigns among customers, also those to come, with their texts and instruments', async () => {
    const work = (await asTablet('GET', '/api/v1/device/surveys')).json as unknown as InterviewWork;
    expect(work.campaigns.map(({ code }) => code)).toEqual(['happiness', 'sooner']);
    expect(work.campaigns[0]).toMatchObject({
      title: { en: 'How was our service?' },
      asker: { en: 'The Excellence Office' },
      consent: { version: 1 },
      minutes: 1,
      instrument: { code: 'customer_happiness', version: 1 },
      placeCount: 5,
    });
    expect(work.campaigns.map(({ languages }) => languages.includes('ar'))).toEqual([true, false]);
    expect(work.instruments.map(({ code, version }) => [code, version])).toEqual([['customer_happiness', 1]]);
    expect(JSON.stringify(work.campaigns)).not.toContain('places');
  });

  it('are their places, by number, each with its code for interviews', async () => {
    const { places, next } = (await placesOf('happiness')).json as unknown as InterviewPlacePage;
    expect(places.map(({ agency, centre, service }) => [agency, centre, service])).toEqual([
      ['WORKS', null, null],
      ['WORKS', 'gate', null],
      ['WORKS', 'gate', 'renew'],
      ['WORKS', 'desk', null],
      ['HEALTH', 'clinic', null],
    ]);
    expect([new Set(places.map(({ code }) => code)).size, next]).toEqual([5, null]);
    const rest = (await placesOf('happiness', places[2]?.n)).json as unknown as InterviewPlacePage;
    expect(rest.places).toEqual(places.slice(3));
  });

  it('come a thousand at once', async () => {
    await api.sql(`insert into survey_places (campaign_id, agency_id, service)
      select campaigns.id, agencies.id, 'service ' || n from campaigns, agencies, generate_series(1, 1500) as n
      where campaigns.code = 'sooner' and agencies.code = 'WORKS'`);
    const first = (await placesOf('sooner')).json as unknown as InterviewPlacePage;
    const second = (await placesOf('sooner', first.next ?? 0)).json as unknown as InterviewPlacePage;
    expect([first.places.length, second.places.length, second.next]).toEqual([1_000, 505, null]);
    expect(new Set([...first.places, ...second.places].map(({ n }) => n)).size).toBe(1_505);
  });

  it.each(['staff', 'draft', 'closed', 'nobody'])('are not the places of %s', async (campaign) => {
    expect(codeOf(await placesOf(campaign))).toEqual([404, 'campaign.unknown']);
  });

  it.each(['after=-1', 'after=x', 'after=9999999999', 'else=1'])('are asked for without ?%s', async (query) => {
    expect(codeOf(await asTablet('GET', `/api/v1/device/surveys/happiness/places?${query}`))).toEqual([
      400,
      'request.invalid',
    ]);
  });

  it('are for tablets of shoppers alone', async () => {
    const { rania, works, viewer, assessor } = api.people;
    for (const path of ['/api/v1/device/surveys', '/api/v1/device/surveys/happiness/places']) {
      expect(codeOf(await visitor().ask('GET', path))).toEqual([401, 'access.signInNeeded']);
      for (const browser of [rania, works, viewer, assessor])
        expect(codeOf(await browser.ask('GET', path))).toEqual([403, 'access.notAllowed']);
    }
  });
});

describe('an interview', () => {
  const firstCode = async () =>
    ((await placesOf('happiness')).json as unknown as InterviewPlacePage).places[1]?.code ?? '';
  const respond = async (headers: object, code?: string, id = randomUUID()) =>
    asTablet('PUT', `/api/v1/responses/${id}`, sentBy(code ?? (await firstCode())), headers);

  it('is stored once, with who interviewed', async () => {
    const id = randomUUID();
    expect((await respond(api.tablet, undefined, id)).status).toBe(201);
    expect((await respond(api.tablet, undefined, id)).status).toBe(200);
    const rows = await api.sql(
      `select way, name, language, standing from responses join accounts on accounts.id = interviewer_id where responses.id = $1`,
      [id],
    );
    expect(rows).toEqual([{ way: 'interviewer', name: 'noor', language: 'en', standing: 0 }]);
  });

  it('is refused without a tablet, from a browser of the office, and from a withdrawn tablet', async () => {
    const devices = api.app.get(Devices, { strict: false });
    const { code } = await devices.issue('lina', 'A lost tablet');
    const { device, token } = await devices.enrol(code, '1.0.0');
    await devices.revoke(device);
    expect(codeOf(await respond({}))).toEqual([401, 'access.signInNeeded']);
    const body = sentBy(await firstCode());
    const byOffice = await api.people.rania.ask('PUT', `/api/v1/responses/${randomUUID()}`, { body });
    expect(codeOf(byOffice)).toEqual([403, 'access.notAllowed']);
    expect(codeOf(await respond({ authorization: `Device ${token}` }))).toEqual([401, 'device.revoked']);
    expect(
      codeOf(await asTablet('GET', '/api/v1/device/surveys', undefined, { authorization: `Device ${token}` })),
    ).toEqual([401, 'device.revoked']);
    expect(codeOf(await respond({ authorization: 'Device made-up' }))).toEqual([401, 'access.signInNeeded']);
  });

  it('is never held with employees, whatever code is made for it', async () => {
    const [place] = await api.sql<{ n: number }>(
      `select n from survey_places join campaigns on campaigns.id = campaign_id where code = 'staff' limit 1`,
    );
    const code = await api.app.get(OpenCampaigns, { strict: false }).codeFor(place?.n ?? 0, 'interviewer');
    expect(codeOf(await respond(api.tablet, code))).toEqual([404, 'response.wayUnknown']);
    const [{ count } = { count: 1 }] = await api.sql<{ count: number }>(
      `select count(*)::int from responses where place_n = $1`,
      [place?.n],
    );
    expect(count).toBe(0);
  });
});
