import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Answer } from '../api/browser.js';
import { sentVisit, sheet } from './visit-rooms.js';
import { visitApi, type VisitApi } from './visit-api.js';

let api: VisitApi;
beforeAll(async () => void (api = await visitApi()), 60_000);

const put = (report: string, body: unknown): Promise<Answer> =>
  api.browser().ask('PUT', `/api/v1/visits/${report}`, { body, headers: api.tablet });
const reportsOf = (visit: string) => api.sql('select id from visit_reports where visit_id = $1', [visit]);

describe('PUT /api/v1/visits/{id}', () => {
  it('answers 201 first and 200 then, with the same receipt; 409 for a single byte', async () => {
    const visit = await api.visit();
    const report = randomUUID();
    const first = await put(report, sentVisit(visit));
    expect([first.status, first.json]).toEqual([
      201,
      {
        id: report,
        assignment: visit,
        revision: 1,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        receivedAt: expect.any(String),
        late: false,
        media: [],
      },
    ]);
    const again = await put(report.toUpperCase(), sentVisit(visit));
    expect([again.status, again.text]).toEqual([200, first.text]);
    const text = JSON.stringify(sentVisit(visit));
    for (const other of [text.replace('"value":7', '"value":8'), text.replace('1.0.0', '1.0.1')]) {
      const refused = await put(report, JSON.parse(other));
      expect([refused.status, refused.json.code]).toEqual([409, 'visit.conflict']);
    }
    expect(await reportsOf(visit)).toHaveLength(1);
  });

  it('sixteen at once, fifty times over HTTP: one row, sixteen equal answers', async () => {
    for (let round = 0; round < 10; round += 1) {
      const visit = await api.visit();
      const report = randomUUID();
      const answers = await Promise.all(Array.from({ length: 16 }, () => put(report, sentVisit(visit))));
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(await reportsOf(visit)).toHaveLength(1);
    }
  });

  it('is for an enrolled tablet of its shopper', async () => {
    const visit = await api.visit();
    const path = `/api/v1/visits/${randomUUID()}`;
    const ask = async (headers: Record<string, string>, browser = api.browser()) => {
      const { status, json } = await browser.ask('PUT', path, { body: sentVisit(visit), headers });
      return [status, (json as { code: string }).code];
    };
    expect(await ask({})).toEqual([401, 'access.signInNeeded']);
    expect(await ask({ authorization: 'Device nobody' })).toEqual([401, 'access.signInNeeded']);
    expect(await ask({}, api.people.works)).toEqual([403, 'access.notAllowed']);
    expect(await ask({}, api.people.rania)).toEqual([403, 'access.notAllowed']);
  });

  it('tells all faults in the language of its reader, and takes no more than a megabyte', async () => {
    const visit = await api.visit();
    const faulty = sentVisit(visit, { sheet: sheet({ wait: { value: 'long' }, clean: { value: 'spotless' } }) });
    const { status, json } = await api.browser().ask('PUT', `/api/v1/visits/${randomUUID()}`, {
      body: faulty,
      headers: { ...api.tablet, 'accept-language': 'ar' },
    });
    expect([status, json.code]).toEqual([422, 'visit.answersInvalid']);
    const faults = json.faults as { where: string; text: string }[];
    expect(faults.map(({ where }) => where)).toEqual(['answers.clean', 'answers.wait']);
    expect(faults[0]?.text).toMatch(/[\u0600-\u06ff]/);
    const huge = sentVisit(visit, { sheet: sheet({ remark: { value: 'x'.repeat(1_100_000) } }) });
    expect((await put(randomUUID(), huge)).json.code).toBe('request.tooLarge');
    expect((await put('not-a-uuid', sentVisit(visit))).json.code).toBe('request.invalid');
  });

  it('an answer that is lost costs nothing: R-4', async () => {
    const visits = await Promise.all(Array.from({ length: 40 }, () => api.visit()));
    await Promise.all(
      visits.map(async (visit, at) => {
        const report = randomUUID();
        if (at % 3 !== 0) await cutOff(report, JSON.stringify(sentVisit(visit)), at % 2 === 0);
        const { status } = await put(report, sentVisit(visit));
        expect([200, 201]).toContain(status);
      }),
    );
    const [stored] = await api.sql<{ visits: number; reports: number }>(
      `select count(distinct visit_id)::int as visits, count(*)::int as reports from visit_reports where visit_id = any($1::uuid[])`,
      [visits],
    );
    expect(stored).toEqual({ visits: 40, reports: 40 });
  });
});

/** Sends a whole request, or half of one, and goes away without waiting for what is said. */
function cutOff(report: string, body: string, whole: boolean): Promise<void> {
  const { hostname, port } = new URL(api.url);
  const head = [
    `PUT /api/v1/visits/${report} HTTP/1.1`,
    `host: ${hostname}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(api.tablet).map(([name, value]) => `${name}: ${value}`),
  ];
  const bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const sent = whole ? bytes : bytes.subarray(0, bytes.length - 500);
      socket.write(sent, () => setImmediate(() => socket.destroy()));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
  });
}
