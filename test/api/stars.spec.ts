import type { FormAnswers } from '#results';
import type { Judgement } from '#scoring';
import { alWahaPlace } from '../stars/al-waha.js';
import type { Browser } from './browser.js';
import { servedApi, type Served } from './served-api.js';

const stars = '/api/v1/cycles/2025-26/stars';
let api: Served;
let office: Browser;
beforeAll(async () => {
  const { url, home } = await alWahaPlace();
  api = await servedApi({ databaseUrl: url, environment: { NUJOOM_HOME: home } });
  office = await api.signedIn();
}, 120_000);

describe('stars over HTTP', () => {
  it('of the programme, of agencies, of centres page by page', async () => {
    const { json } = await office.get(stars);
    expect(json).toMatchObject({
      cycle: '2025-26',
      scheme: { code: 'global_stars', version: 2, status: 'illustrative' },
    });
    expect(json.agencies).toHaveLength(12);
    const seen: string[] = [];
    for (let after = ''; ; after = `&after=${seen.at(-1)}`) {
      const page = (await office.get(`${stars}/centres?most=25${after}`)).json as { centre: string }[];
      if (page.length === 0) break;
      seen.push(...page.map(({ centre }) => centre));
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
    expect((await office.get(`${stars}/centres?agency=HR`)).json).toHaveLength(5);
  });

  it('of one centre down to what fed it', async () => {
    const { json } = await office.get(`${stars}/centres/ID-1`);
    expect(json.judgement).toMatchObject({ star: 4, fired: [{ gate: 'weak_experience', to: 4 }] });
    expect(json.path.target).toBe(5);
    const [criterion] = json.judgement.pillars[0].children[0].children;
    expect(criterion).toMatchObject({ level: 'criterion', state: 'scored', gradedLevel: expect.any(String) });
  });

  it('down to the answers: every count, and the scores they make', async () => {
    const { json } = await office.get(`${stars}/centres/MU-1/answers`);
    const forms = json as FormAnswers[];
    expect(forms.map(({ instrument }) => instrument.code)).toEqual(['customer_happiness', 'service_centre_visit']);
    for (const { filled, items } of forms) {
      for (const { answers, notApplicable, missing, notAsked, item } of items) {
        if (item.startsWith('reasons_')) continue; // several may be chosen
        const said = answers.reduce((sum, { count }) => sum + count, 0);
        expect({ item, sum: said + notApplicable + missing + notAsked }).toEqual({ item, sum: filled });
      }
    }
    const { judgement } = (await office.get(`${stars}/centres/MU-1`)).json as { judgement: Judgement };
    const component = (code: string) => judgement.components.find((one) => one.code === code);
    expect(component('customer_happiness')).toMatchObject({ score: forms[0]!.score, n: forms[0]!.scored });
    expect(component('mystery_shopper')).toMatchObject({ score: forms[1]!.score, n: forms[1]!.scored });
  });

  it('what if, the change, and how firm it stands: no map is lost on the way', async () => {
    const question = { weights: { customer_experience: 60 }, gates: { remove: ['weak_experience'] } };
    const { status, json } = await office.post(`${stars}/what-if`, question);
    expect([status, json.effect.units, json.effect.moved[0].unit]).toEqual([200, 60, expect.any(String)]);
    const starsBefore = json.effect.starsBefore as { units: number }[];
    expect(starsBefore.reduce((sum, { units }) => sum + units, 0)).toBe(60);
    const { json: change } = await office.get(`${stars}/change`);
    expect(change.change.units.notComparable).toEqual([{ reason: 'seriesBreak', units: 4 }]);
    const { json: firm } = await office.get(`${stars}/robustness?agency=ID`);
    expect(firm.robustness.units).toHaveLength(5);
    expect(firm.robustness.distributions[0].stars).toContainEqual({ star: 4, units: 1 });
  });

  it.each([
    ['/api/v1/cycles/1999/stars', 404, 'cycle.unknown'],
    [`${stars}/centres/NOBODY`, 404, 'centre.unknown'],
    [`${stars}/centres?agency=NOBODY`, 404, 'agency.unknown'],
    [`${stars}/centres?most=0`, 400, 'request.invalid'],
    [`${stars}/centres?most=100000`, 400, 'request.invalid'],
    [`${stars}/centres?colour=red`, 400, 'request.invalid'],
  ])('%s: %i %s', async (path, status, code) => {
    const answer = await office.get(path);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
  });

  it('a question that makes no sense is refused by its places', async () => {
    const { status, json } = await office.post(`${stars}/what-if`, { weights: { nowhere: 1 }, colour: 1 });
    expect([status, json.code]).toEqual([422, 'method.faulty']);
  });

  it('are closed to visitors', async () => {
    for (const path of [stars, `${stars}/centres`, `${stars}/change`, `${stars}/robustness`]) {
      expect((await api.browser().get(path)).status).toBe(401);
    }
    expect((await api.browser().post(`${stars}/what-if`, {})).status).toBe(401);
  });
});

describe('violations', () => {
  const id = '5f0c9a1e-7a52-4c1b-9a44-0d8c1c1e2f30';
  const at = `/api/v1/centres/ID-2/violations/${id}`;
  const star = async () => (await office.get(`${stars}/centres/ID-2`)).json.judgement as { star: number };

  it('cap the star while they are open at the end of the cycle', async () => {
    const { star: free } = await star();
    expect(free).toBeGreaterThan(3);
    const note = { kind: 'staff_conduct', note: 'A customer was sent away.', openedOn: '2026-02-01' };
    expect((await office.ask('PUT', at, { body: note })).json).toMatchObject({ centre: 'ID-2', closedOn: null });
    expect(
      (
        await office.ask(
          'PUT',
          at.toUpperCase().replace('/API/V1/CENTRES/', '/api/v1/centres/').replace('/VIOLATIONS/', '/violations/'),
          { body: note },
        )
      ).status,
    ).toBe(200);
    expect((await office.ask('PUT', at, { body: { ...note, note: 'Other' } })).json.code).toBe('violation.conflict');
    expect(await star()).toMatchObject({ star: 3, fired: [{ gate: 'open_violation', from: free, to: 3 }] });

    const end = (closedOn: string) => office.ask('PUT', `${at}/end`, { body: { closedOn } });
    expect((await end('2026-01-01')).json.code).toBe('request.invalid');
    expect((await end('2026-02-30')).json.code).toBe('request.invalid');
    expect((await end('2026-03-01')).status).toBe(200);
    expect((await end('2026-04-01')).json.code).toBe('violation.conflict');
    expect(await star()).toMatchObject({ star: free, fired: [] });
    expect((await office.get('/api/v1/centres/ID-2/violations')).json).toHaveLength(1);
  });

  it('of centres that are not there are refused', async () => {
    expect((await office.get('/api/v1/centres/NOBODY/violations')).json.code).toBe('centre.unknown');
    expect(
      (await office.ask('PUT', `/api/v1/centres/ID-1/violations/${id}/end`, { body: { closedOn: '2026-03-01' } })).json
        .code,
    ).toBe('violation.unknown');
    expect((await office.get('/api/v1/centres')).json).toHaveLength(61);
  });
});
