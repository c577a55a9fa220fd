import { visitApi, type VisitApi } from './visit-api.js';

let api: VisitApi;
beforeAll(async () => void (api = await visitApi()), 60_000);

const site = '/api/v1/centres/gate/site';
const returned = '/api/v1/visits/6f9619ff-8b86-4d01-b42d-00cf4fc964ff/return';

describe('a list where an object is to be', () => {
  it.each([
    ['POST', returned, { reason: 'Look again.', notes: [[]] }, 'notes'],
    ['POST', returned, { reason: 'Look again.', notes: [[{ note: 'Here.' }]] }, 'notes'],
    ['PUT', site, { hours: [] }, 'hours'],
    ['PUT', site, { hours: [{ monday: [] }] }, 'hours'],
    ['PUT', site, { hours: { monday: [[]] } }, 'hours.monday'],
  ])('is a fault: %s %s %j', async (method, path, body, where) => {
    const { status, json } = await api.people.rania.ask(method, path, { body });
    const faults = (json as { faults?: { where: string }[] }).faults ?? [];
    expect([status, faults[0]?.where]).toEqual([400, where]);
  });
});
