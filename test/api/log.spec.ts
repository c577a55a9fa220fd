import { servedApi, type Served } from './served-api.js';

let api: Served;
beforeAll(async () => void (api = await servedApi()));

const canary = 'canary-4f1d';

it('tells of every request and nothing that is secret or personal', async () => {
  const browser = await api.signedIn();
  await browser.get(`/api/v1/session?token=${canary}`, { authorization: `Bearer ${canary}`, 'x-secret': canary });
  await browser.get(`/nowhere?name=${canary}`);
  await browser.signIn(canary, canary);
  await browser.post('/api/v1/session', { name: 'a', password: canary, [canary]: canary });
  await browser.ask('POST', '/sign-in', { form: { name: canary, password: canary } });
  const log = api.log.join('');
  expect(api.log.filter((line) => line.includes('"path":"/api/v1/session"')).length).toBeGreaterThanOrEqual(4);
  for (const secret of [canary, api.office.password, ...browser.cookies.values()]) expect(log).not.toContain(secret);
});

it('tells who signed in and that somebody could not', async () => {
  const [account] = await api.sql<{ id: string }>('select id from accounts');
  await api.browser().signIn('office', 'wrong');
  await api.browser().signIn('nobody', 'wrong');
  const told = (text: string) =>
    api.log.map((line) => JSON.parse(line) as object).filter((line) => JSON.stringify(line).includes(text));
  expect(told('signed in')[0]).toMatchObject({
    account: account?.id,
    context: 'Sessions',
    req: { address: expect.any(String) },
  });
  expect(told('sign-in refused').slice(-2)).toMatchObject([{ account: account?.id }, { account: null }]);
});

it('tells nothing of probes that are answered', async () => {
  await api.browser().get('/health/ready');
  await api.browser().get('/assets/nothing');
  const paths = api.log.map((line) => (JSON.parse(line) as { req?: { path: string } }).req?.path);
  expect(paths).not.toContain('/health/ready');
  expect(paths).toContain('/assets/nothing');
});

it('tells an error of the database without its values', async () => {
  await api.sql(`alter table sessions rename to sessions_away`);
  const browser = api.browser();
  const answer = await browser.signIn('office', api.office.password);
  expect([answer.status, answer.json.code]).toEqual([500, 'internal']);
  const line = api.log.find((one) => one.includes('sessions') && one.includes('does not exist'));
  expect(line).toContain(answer.headers.get('x-request-id'));
  expect(line).not.toContain('$argon2');
  await api.sql(`alter table sessions_away rename to sessions`);
});
