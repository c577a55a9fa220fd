import { ownServer, type OwnServer } from '../platform/database.js';
import { servedApi, type Served } from './served-api.js';

let server: OwnServer;
let api: Served;
beforeAll(async () => {
  server = await ownServer();
  api = await servedApi({ databaseUrl: server.url });
});
afterAll(async () => {
  await server.stop();
});

it('lives and is ready', async () => {
  const browser = api.browser();
  for (const path of ['/health', '/health/ready']) {
    const answer = await browser.get(path);
    expect([answer.status, answer.json]).toEqual([200, { status: 'up' }]);
  }
});

it('lives while the database is away, says so, and comes back by itself', async () => {
  const browser = await api.signedIn();
  const paths = ['/health/ready', '/api/v1/session', '/sign-in'];
  for (const how of ['fast', 'immediate'] as const) {
    await server.stop(how);
    expect((await browser.get('/health')).status).toBe(200);
    for (const path of paths) {
      const answer = await browser.get(path);
      expect([path, answer.status, answer.json.code]).toEqual([path, 503, 'database.unavailable']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await browser.signIn(api.office.name, api.office.password)).status).toBe(503);
    await server.start();
    expect((await browser.get('/health/ready')).status).toBe(200);
    // The server of the tests does not wait for its disk, so that only an orderly stop keeps the last session.
    if (how === 'fast') expect((await browser.get('/api/v1/session')).status).toBe(200);
    expect((await browser.signIn(api.office.name, api.office.password)).status).toBe(200);
  }
});
