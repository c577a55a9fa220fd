import { Accounts } from '#access';
import type { Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';

let api: Served;
let office: Browser;
beforeAll(async () => {
  api = await servedApi();
  office = await api.signedIn();
  const accounts = api.app.get(Accounts, { strict: false });
  await accounts.create('noor', 'shopper');
  await accounts.create('viewer', 'viewer');
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, string>;
}

async function asDevice(
  token: string,
  path = '/api/v1/session',
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(`${api.url}${path}`, { headers: { authorization: `Device ${token}`, ...headers } });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

async function code(): Promise<string> {
  const { json } = await office.post('/api/v1/device-enrolments', { shopper: 'noor', label: 'Tablet 1' });
  return (json as { code: string }).code;
}

async function enrol(
  secret: string,
): Promise<{ status: number; json: Record<'device' | 'token' | 'shopper' | 'code', string> }> {
  const { status, json } = await api.browser().post('/api/v1/devices', { secret, appVersion: '1.0.0' });
  return { status, json: json as Record<'device' | 'token' | 'shopper' | 'code', string> };
}

describe('a tablet', () => {
  it('is enrolled by its code and known by its token from then on', async () => {
    const { status, json } = await enrol(await code());
    expect([status, json.shopper]).toEqual([201, 'noor']);
    expect(await asDevice(json.token)).toMatchObject({
      status: 200,
      body: { account: { name: 'noor', role: 'shopper' } },
    });
  });

  it('is enrolled once by a code, also of sixteen tries at the same time', async () => {
    const secret = await code();
    const tries = await Promise.all(Array.from({ length: 16 }, () => enrol(secret)));
    expect(tries.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 15 }, () => 401)]);
    expect((await enrol(secret)).json.code).toBe('device.secretInvalid');
  });

  it('is not enrolled by a code that has expired, or is none', async () => {
    const secret = await code();
    await api.sql('update device_enrolments set expires_at = now() where device_id is null');
    for (const wrong of [secret, 'nonsense', '00000-00000-00000-00000']) {
      expect((await enrol(wrong)).json.code).toBe('device.secretInvalid');
    }
  });

  it('tells its last contact and what waits on it', async () => {
    const { json } = await enrol(await code());
    const oldest = '2026-11-20T08:00:00.000Z';
    await asDevice(json.token, '/api/v1/session', {
      'device-app': '1.2.0',
      'device-waiting': '3',
      'device-oldest': oldest,
    });
    const listed = (await office.get('/api/v1/devices')).json as unknown as Record<string, unknown>[];
    expect(listed.find(({ id }) => id === json.device)).toMatchObject({
      shopper: 'noor',
      label: 'Tablet 1',
      appVersion: '1.2.0',
      waiting: 3,
      oldestWaitingAt: oldest,
      revokedAt: null,
    });
  });

  it('that is revoked is refused by a name of its own, everywhere', async () => {
    const { json } = await enrol(await code());
    expect((await asDevice(json.token)).status).toBe(200);
    expect((await office.ask('DELETE', `/api/v1/devices/${json.device}`)).status).toBe(204);
    expect((await office.ask('DELETE', `/api/v1/devices/${json.device}`)).status).toBe(204);
    expect(await asDevice(json.token)).toMatchObject({ status: 401, body: { code: 'device.revoked' } });
  });

  it('that nobody knows is a visitor, and so is a token that is none', async () => {
    for (const token of ['x'.repeat(43), 'short']) {
      expect(await asDevice(token)).toMatchObject({ status: 401, body: { code: 'access.signInNeeded' } });
    }
  });

  it('says nonsense about itself and is served all the same', async () => {
    const { json } = await enrol(await code());
    const nonsense = { 'device-waiting': '-1', 'device-oldest': '9999-99-99T99:99:99Z', 'device-app': 'x'.repeat(500) };
    expect((await asDevice(json.token, '/api/v1/session', nonsense)).status).toBe(200);
  });

  it('has no more rights than a shopper', async () => {
    const { json } = await enrol(await code());
    for (const path of ['/api/v1/devices', '/api/v1/agencies']) {
      expect((await asDevice(json.token, path)).status).toBe(403);
    }
  });
});

describe('a code', () => {
  it('is made for shoppers alone', async () => {
    for (const [shopper, expected] of [
      ['viewer', 'visit.notShopper'],
      ['nobody', 'access.accountUnknown'],
    ]) {
      const { json } = await office.post('/api/v1/device-enrolments', { shopper, label: 'x' });
      expect(json.code).toBe(expected);
    }
  });

  it('and a token are kept as hashes alone', async () => {
    const secret = await code();
    const { json } = await enrol(secret);
    const rows = await api.sql(
      'select device_enrolments::text as row from device_enrolments union all select devices::text from devices',
    );
    const stored = rows.map(({ row }) => String(row)).join('\n');
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(json.token);
    expect(api.log.join('\n')).not.toContain(json.token);
    expect(api.log.join('\n')).not.toContain(secret);
  });
});
