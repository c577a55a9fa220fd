import { Sessions, Accounts } from '#access';
import { servedApi, type Served } from './served-api.js';

let api: Served;
beforeAll(async () => void (api = await servedApi()));

const wrong = 'aaaaa-aaaaa-aaaaa-aaaaa';

describe('signing in', () => {
  it('gives the account, a session and a device', async () => {
    const browser = api.browser();
    const answer = await browser.signIn('  OFFICE ', api.office.password);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ account: { name: 'office', role: 'office' } });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^nujoom_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^nujoom_device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await browser.get('/api/v1/session')).json).toEqual({ account: { name: 'office', role: 'office' } });
  });

  it('stores no token that could be used', async () => {
    const browser = await api.signedIn();
    const tokens = [...browser.cookies.values()];
    const stored = await api.sql(
      `select encode(token_hash, 'escape') as hash from sessions union select encode(token_hash, 'escape') from known_devices`,
    );
    expect(stored.length).toBeGreaterThanOrEqual(2);
    for (const token of tokens) expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('says the same of a wrong password and of an account there is not', async () => {
    const known = await api.browser().signIn('office', wrong);
    const unknown = await api.browser().signIn('nobody', wrong);
    const impossible = await api.browser().signIn('no body\u200b!', wrong);
    expect(known.status).toBe(401);
    expect(known.json).toMatchObject({
      code: 'access.wrongCredentials',
      type: 'urn:nujoom:problem:access.wrongCredentials',
    });
    for (const other of [unknown, impossible]) {
      expect(other.status).toBe(401);
      expect({ ...other.json, instance: '' }).toEqual({ ...known.json, instance: '' });
      expect(other.headers.getSetCookie()).toEqual([]);
    }
  });

  it('renews the session and keeps the device', async () => {
    const browser = await api.signedIn();
    const [session, device] = [browser.cookies.get('nujoom_session'), browser.cookies.get('nujoom_device')];
    await browser.signIn('office', api.office.password);
    expect(browser.cookies.get('nujoom_session')).not.toBe(session);
    expect(browser.cookies.get('nujoom_device')).toBe(device);
    const old = api.browser();
    old.cookies.set('nujoom_session', session ?? '');
    expect((await old.get('/api/v1/session')).json).toMatchObject({ code: 'access.signInNeeded' });
  });

  it('adopts no token that somebody else chose', async () => {
    const planted = 'A'.repeat(43);
    const browser = api.browser();
    browser.cookies.set('nujoom_session', planted).set('nujoom_device', planted);
    await browser.signIn('office', api.office.password);
    expect([...browser.cookies.values()]).not.toContain(planted);
  });
});

describe('a session', () => {
  it('ends when it is closed', async () => {
    const browser = await api.signedIn();
    const session = browser.cookies.get('nujoom_session') ?? '';
    expect((await browser.ask('DELETE', '/api/v1/session')).status).toBe(204);
    expect(browser.cookies.has('nujoom_session')).toBe(false);
    expect(browser.cookies.has('nujoom_device')).toBe(true);
    browser.cookies.set('nujoom_session', session);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  it.each([
    ['after seven days', `set expires_at = now() - interval '1 second'`, 401],
    ['after twelve hours without a request', `set seen_at = now() - interval '12 hours 1 second'`, 401],
    ['not after eleven', `set seen_at = now() - interval '11 hours'`, 200],
  ])('ends %s', async (_, change, status) => {
    const browser = await api.signedIn();
    await api.sql(`update sessions ${change}`);
    expect((await browser.get('/api/v1/session')).status).toBe(status);
  });

  it('is written to at most once a minute', async () => {
    const browser = await api.signedIn();
    const seen = async (ago: string) => {
      await api.sql(`update sessions set seen_at = now() - $1::interval`, [ago]);
      const [before] = await api.sql<{ seen_at: Date }>('select max(seen_at) as seen_at from sessions');
      await browser.get('/api/v1/session');
      const [after] = await api.sql<{ seen_at: Date }>('select max(seen_at) as seen_at from sessions');
      return Number(after?.seen_at) - Number(before?.seen_at);
    };
    expect(await seen('30 seconds')).toBe(0);
    expect(await seen('2 minutes')).toBeGreaterThanOrEqual(120_000);
  });

  it('has no verbs when its role is no longer known', async () => {
    const made = await api.app.get(Accounts, { strict: false }).create('auditor', 'viewer');
    const browser = api.browser();
    expect((await browser.signIn(made.name, made.password)).json.account.role).toBe('viewer');
    await api.sql(`update accounts set role = 'abolished' where name = 'auditor'`);
    expect((await browser.get('/api/v1/session')).status).toBe(401);
  });

  it('ends everywhere at once when the account is signed out or gets a new password', async () => {
    const [one, other] = [await api.signedIn(), await api.signedIn()];
    const [account] = await api.sql<{ id: string }>(`select id from accounts where name = 'office'`);
    await api.app.get(Sessions, { strict: false }).closeAll(account?.id ?? '');
    expect((await one.get('/api/v1/session')).status).toBe(401);
    expect((await other.get('/api/v1/session')).status).toBe(401);

    const made = await api.app.get(Accounts, { strict: false }).create('reader', 'viewer');
    const third = api.browser();
    await third.signIn(made.name, made.password);
    const renewed = await api.app.get(Accounts, { strict: false }).renewPassword('Reader');
    expect((await third.get('/api/v1/session')).status).toBe(401);
    expect((await third.signIn(made.name, made.password)).status).toBe(401);
    expect((await third.signIn(renewed.name, renewed.password)).status).toBe(200);
  });
});

describe('an account', () => {
  it('of the office is made once, also by processes that start together', async () => {
    const accounts = api.app.get(Accounts, { strict: false });
    expect(await accounts.createFirst()).toBeNull();
    await api.sql(`delete from accounts where name = 'office'`);
    const made = await Promise.all(Array.from({ length: 4 }, () => accounts.createFirst()));
    const first = made.filter((account) => account !== null);
    expect(first).toHaveLength(1);
    Object.assign(api.office, first[0]);
    expect((await api.browser().signIn('office', first[0]?.password ?? '')).status).toBe(200);
  });

  it('has a name of its own, of letters and digits', async () => {
    const accounts = api.app.get(Accounts, { strict: false });
    await expect(accounts.create('OFFICE', 'viewer')).rejects.toMatchObject({ code: 'access.accountNameTaken' });
    await expect(accounts.create('two words', 'viewer')).rejects.toMatchObject({ code: 'access.accountNameInvalid' });
    await expect(accounts.renewPassword('nobody')).rejects.toMatchObject({ code: 'access.accountUnknown' });
  });

  it('whose password was hashed with other parameters is hashed anew when it signs in', async () => {
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash('an old password', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await api.sql(
      `insert into accounts (id, name, password_hash, role) values (gen_random_uuid(), 'old', $1, 'viewer')`,
      [weak],
    );
    expect((await api.browser().signIn('old', 'an old password')).status).toBe(200);
    const [row] = await api.sql<{ password_hash: string }>(`select password_hash from accounts where name = 'old'`);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect((await api.browser().signIn('old', 'an old password')).status).toBe(200);
  });
});
