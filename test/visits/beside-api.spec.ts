import { randomUUID } from 'node:crypto';
import { sentVisit } from './visit-documents.js';
import { visitApi, type VisitApi } from './visit-api.js';

let api: VisitApi;
beforeAll(async () => void (api = await visitApi()), 60_000);

it('a tablet gets its receipt for a visit that was taken from it, once the office lets the report in', async () => {
  const visit = await api.visit({ dueFrom: '2097-03-03', dueTo: '2097-03-03' });
  const { rania } = api.people;
  const reason = 'She does not answer.';
  const tell = async (method: string, path: string, body?: unknown) => {
    const { status, json } = await rania.ask(method, `/api/v1/visits/${visit}/${path}`, { body });
    return [status, (json as { code?: string }).code ?? (json as unknown)];
  };
  expect(await tell('PUT', 'reports-beside/noor', { reason })).toEqual([409, 'visit.wayOpen']);
  expect(await tell('POST', 'withdrawal', { reason })).toEqual([200, { id: visit, state: 'planned' }]);
  expect(await tell('PUT', 'shopper', { shopper: 'lina', exception: reason })).toMatchObject([
    200,
    { state: 'assigned' },
  ]);

  const report = randomUUID();
  const sending = () =>
    api.browser().ask('PUT', `/api/v1/visits/${report}`, { body: sentVisit(visit), headers: api.tablet });
  expect((await sending()).json.code).toBe('visit.unknown');
  for (const [shopper, body, expected] of [
    ['noor', {}, [400, 'request.invalid']],
    ['noor', { reason: ' ' }, [400, 'request.invalid']],
    ['zayd', { reason }, [409, 'visit.notHeld']],
    ['viewer', { reason }, [422, 'visit.notShopper']],
    ['noor', { reason }, [200, { id: visit, state: 'assigned' }]],
  ] as const) {
    expect(await tell('PUT', `reports-beside/${shopper}`, body)).toEqual(expected);
  }
  const { status, json } = await sending();
  expect([status, json]).toMatchObject([201, { id: report, assignment: visit, revision: 0 }]);
  expect((await sending()).status).toBe(200);
  expect(await tell('GET', 'reports-beside')).toMatchObject([200, [{ id: report, account: 'noor', score: {} }]]);
  expect(await tell('GET', 'review')).toEqual([404, 'visit.unknown']); // nobody has sent what counts
});
