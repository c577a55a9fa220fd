import { servedApi, type Served } from './served-api.js';

const wrong = 'aaaaa-aaaaa-aaaaa-aaaaa';

async function networks(api: Served): Promise<string[]> {
  const rows = await api.sql<{ bucket: string }>(
    `select bucket from sign_in_failures where bucket like 'network:%' order by bucket`,
  );
  return rows.map(({ bucket }) => bucket.replace('network:', ''));
}

describe('behind https', () => {
  it('hands out cookies that no other host or plain connection can set, and asks for https', async () => {
    const api = await servedApi({ environment: { NUJOOM_URL: 'https://nujoom.example' } });
    const browser = api.browser();
    const answer = await browser.signIn('office', api.office.password);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-nujoom_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      expect.stringMatching(
        /^__Host-nujoom_device=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect((await browser.get('/api/v1/session')).status).toBe(200);
    // The proxy may hand on another Host; the address people use is trusted all the same.
    const ours = { origin: 'https://nujoom.example' };
    expect((await browser.ask('DELETE', '/api/v1/session', { headers: ours })).status).toBe(204);
    const plain = api.browser();
    plain.cookies.set('nujoom_session', browser.cookies.get('__Host-nujoom_session') ?? 'x');
    expect((await plain.get('/api/v1/session')).status).toBe(401);
  });
});

describe('what a request says of its way', () => {
  it('is not believed without a proxy of ours', async () => {
    const api = await servedApi({ environment: { NUJOOM_PROXIES: '0' } });
    for (let network = 0; network < 3; network++) await api.browser(`203.0.${network}.1`).signIn('office', wrong);
    expect(await networks(api)).toEqual(['127.0.0.0/24']);
  });

  it('is believed of as many proxies as there are, counted from us', async () => {
    const api = await servedApi({ environment: { NUJOOM_PROXIES: '2' } });
    await api.browser('10.9.9.9, 203.0.1.1, 192.0.2.8').signIn('one', wrong);
    await api.browser('2001:db8:1:2:3:4:5:6, 192.0.2.8').signIn('two', wrong);
    await api.browser('nonsense, 192.0.2.8').signIn('three', wrong);
    expect(await networks(api)).toEqual(['2001:db8:1:2::/64', '203.0.1.0/24', 'unknown']);
  });
});
