import { built } from '../start/processes.js';
import { servedApi, type Served } from './served-api.js';

let api: Served;
beforeAll(async () => {
  await built();
  api = await servedApi();
}, 120_000);

describe('the files of the tablet', () => {
  it('are for everybody, with rules that let in nothing from elsewhere', async () => {
    const page = await api.browser().get('/tablet/');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const files = [...page.text.matchAll(/(?:src|href)="(\/tablet\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect([file, (await api.browser().get(file)).status]).toEqual([file, 200]);
    expect(page.text).not.toMatch(/(?:src|href)="https?:/);
  });

  it('lie under the slash, which alone can be kept for offline use', async () => {
    const answer = await api.browser().get('/tablet');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/tablet/']);
  });

  it('never change under a name with a mark of their content; the others are asked for each time', async () => {
    const { text } = await api.browser().get('/tablet/');
    const script = /src="(\/tablet\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
    expect((await api.browser().get(script)).headers.get('cache-control')).toContain('immutable');
    expect((await api.browser().get('/tablet/sw.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['nothing.js', '..%2f..%2fpackage.json', 'assets/..%2findex.html', 'toString', '.nujoom-built'])(
    'are no %s',
    async (name) => expect((await api.browser().get(`/tablet/${name}`)).json.code).toBe('route.unknown'),
  );
});
