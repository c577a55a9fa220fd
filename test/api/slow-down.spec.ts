import { Sessions } from '#access';
import type { Answer, Browser } from './browser.js';
import { servedApi, type Served } from './served-api.js';

let api: Served;
beforeAll(async () => void (api = await servedApi()));
beforeEach(() => api.sql('truncate sign_in_failures, sessions, known_devices'));

const wrong = 'aaaaa-aaaaa-aaaaa-aaaaa';
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);

/** Makes every wait there is last an hour longer, so that no test depends on how fast it runs. */
const hold = () =>
  api.sql(`update sign_in_failures set next_at = next_at + interval '1 hour' where next_at > failed_at`);
/** Ends every wait there is. */
const pass = () => api.sql('update sign_in_failures set next_at = least(next_at, now())');

async function guess(browser: Browser, name: string, times: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let count = 0; count < times; count++) answers.push(await browser.signIn(name, wrong));
  return answers;
}

/** Guesses once from each of so many networks. */
async function guessFromAfar(name: string, networks: number): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let network = 0; network < networks; network++) answers.push(await api.browser().signIn(name, wrong));
  return answers;
}

describe('guessing', () => {
  it.each(['office', 'nobody'])('is slowed by growing waits, whether %s is an account or not', async (name) => {
    const browser = api.browser();
    const waits: number[] = [];
    for (let count = 0; count < 9; count++) {
      expect((await browser.signIn(name, wrong)).status).toBe(401);
      const [bucket] = await api.sql<{ wait: number }>(
        `select extract(epoch from next_at - failed_at)::float8 as wait from sign_in_failures where bucket like 'account:%@%'`,
      );
      waits.push(Math.round(bucket?.wait ?? NaN));
      await hold();
      if (count >= 2) expect((await browser.signIn(name, wrong)).status).toBe(429);
      await pass();
    }
    expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 16, 16]);
  });

  it('looks at no password while it has to wait, and says for how long', async () => {
    const browser = api.browser();
    await guess(browser, 'office', 3);
    await hold();
    const refused = await browser.signIn('office', api.office.password);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(refused.status).toBe(429);
    expect(refused.json).toMatchObject({ code: 'access.slowDown', params: { seconds } });
    expect(seconds).toBeGreaterThan(3500);
    await pass();
    expect((await browser.signIn('office', api.office.password)).status).toBe(200);
  });

  it('gains nothing by guessing at the same moment, in two processes', async () => {
    const other = await servedApi({ databaseUrl: api.databaseUrl });
    const [one, two] = [api.browser('203.0.113.5'), other.browser('203.0.113.5')];
    await one.signIn('office', wrong);
    // All connections are open before the race, so that nobody wins it by having the only one.
    await Promise.all(Array.from({ length: 60 }, (_, index) => (index % 2 ? one : two).get('/health/ready')));
    // From now on each failure costs the longest wait, far longer than this takes.
    await api.sql(`update sign_in_failures set failures = 6 where bucket like 'account:%@%'`);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? one : two).signIn('office', wrong)),
    );
    expect(statuses(answers).filter((status) => status === 401)).toHaveLength(1);
    expect(statuses(answers).filter((status) => status === 429)).toHaveLength(39);
  });

  it('of one network is slowed whatever the account', async () => {
    const browser = api.browser();
    for (let account = 0; account < 30; account++) {
      expect((await browser.signIn(`name${account}`, wrong)).status).toBe(401);
    }
    await hold();
    expect((await browser.signIn('another', wrong)).status).toBe(429);
    expect((await api.browser().signIn('another', wrong)).status).toBe(401);
  });

  it('from many networks shares one line for the account, with turns four seconds apart', async () => {
    expect(statuses(await guessFromAfar('office', 10))).toEqual(Array(10).fill(401));
    await hold();
    expect(statuses(await guessFromAfar('office', 3))).toEqual([429, 429, 429]);
    const turns = await api.sql<{ at: number }>(
      `select extract(epoch from next_at)::float8 as at from sign_in_failures where bucket like 'turn:%' order by at`,
    );
    const [first = 0, second = 0, third = 0] = turns.map(({ at }) => at);
    expect([Math.round(second - first), Math.round(third - second)]).toEqual([4, 4]);
  });
});

describe('an attack', () => {
  it('delays no device that has signed in before', async () => {
    const owner = await api.signedIn();
    await owner.ask('DELETE', '/api/v1/session');
    await guess(api.browser(owner.address), 'office', 3);
    await guessFromAfar('office', 10);
    await hold();
    expect((await api.browser(owner.address).signIn('office', api.office.password)).status).toBe(429);
    expect((await api.browser().signIn('office', api.office.password)).status).toBe(429);
    expect((await owner.signIn('office', api.office.password)).status).toBe(200);
  });

  it('delays no other network while it comes from one', async () => {
    const attacker = api.browser();
    await guess(attacker, 'office', 6);
    expect((await api.browser().signIn('office', api.office.password)).status).toBe(200);
  });

  it('from many networks takes nobody’s turn', async () => {
    await guessFromAfar('office', 10);
    await hold();
    const owner = api.browser();
    expect((await owner.signIn('office', api.office.password)).status).toBe(429);
    // The owner's turn has come; there is no other for an hour, however many ask.
    await api.sql(`update sign_in_failures set next_at = now() where bucket like 'turn:%'`);
    expect(statuses(await guessFromAfar('office', 5))).toEqual(Array(5).fill(429));
    expect((await owner.signIn('office', api.office.password)).status).toBe(200);
    expect((await api.browser(owner.address).signIn('office', api.office.password)).status).toBe(429);
  });

  it('with a stolen device cookie is slowed as well', async () => {
    const owner = await api.signedIn();
    expect(statuses(await guess(owner, 'office', 3))).toEqual([401, 401, 401]);
    await hold();
    expect((await owner.signIn('office', wrong)).status).toBe(429);
  });

  it('is not believed a device cookie of another account, or a made-up one', async () => {
    const owner = await api.signedIn();
    const thief = api.browser();
    thief.cookies.set('nujoom_device', owner.cookies.get('nujoom_device') ?? '');
    await thief.signIn('nobody', wrong);
    thief.cookies.set('nujoom_device', 'B'.repeat(43));
    await thief.signIn('office', wrong);
    expect(await api.sql(`select * from sign_in_failures where bucket like 'device:%'`)).toEqual([]);
  });
});

describe('what failed', () => {
  it('is taken back when it was right', async () => {
    await api.signedIn();
    const rows = await api.sql(`select bucket from sign_in_failures where failures > 0 or next_at > clock_timestamp()`);
    expect(rows).toEqual([]);
  });

  it('names nobody', async () => {
    await api.browser().signIn('somebody', wrong);
    const rows = await api.sql('select * from sign_in_failures');
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('somebody');
  });

  it('is forgotten after a day', async () => {
    await api.browser().signIn('somebody', wrong);
    await api.sql(`update sign_in_failures set failed_at = failed_at - interval '25 hours'`);
    const fresh = await servedApi({ databaseUrl: api.databaseUrl });
    const from = { address: '::1', deviceToken: null, sessionToken: null };
    const refused = { code: 'access.wrongCredentials' };
    await expect(fresh.app.get(Sessions, { strict: false }).open('x', wrong, from)).rejects.toMatchObject(refused);
    expect(await api.sql(`select bucket from sign_in_failures where bucket like 'network:%'`)).toEqual([
      { bucket: 'network:0:0:0:0::/64' },
    ]);
  });
});
