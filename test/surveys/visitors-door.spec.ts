import { randomUUID } from 'node:crypto';
import { pageWorld, type PageWorld } from './page-world.js';
import { sentResponse } from './survey-rooms.js';

let world: PageWorld;
let code: string;
beforeAll(async () => {
  world = await pageWorld();
  await world.rooms.campaign();
  code = await world.rooms.code();
}, 60_000);
afterAll(() => world.rooms.close());

interface Sent {
  readonly id?: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly query?: string;
}

/** A cookie of nobody's: it leads through the framework, and says nothing. */
const byTheOther = { cookie: 'somebody=else' };

async function send({ id = randomUUID(), body, type = 'application/json', more = {}, query = '' }: Sent, way = {}) {
  const headers = { 'content-type': type, 'x-forwarded-for': '198.51.9.9', ...more, ...way };
  const answer = await fetch(`${world.api.url}/api/v1/responses/${id}${query}`, { method: 'PUT', headers, body });
  const number = answer.headers.get('x-request-id') ?? 'no number';
  const text = (await answer.text()).replaceAll(number, 'NUMBER').replaceAll(id, 'ID');
  const told = [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name)).sort();
  return { status: answer.status, text, told: told.map(([name, value]) => `${name}: ${value.replaceAll(number, 'NUMBER')}`) }; // prettier-ignore
}

const good = () => JSON.stringify(sentResponse(code));
const large = (size: number) => JSON.stringify({ ...sentResponse(code), website: 'x'.repeat(size) });

describe('an answer is told the same at the door of visitors as by the route', () => {
  it.each<[string, () => Sent, number, string]>([
    ['without a body', () => ({ body: '' }), 400, 'request.notJson'],
    ['that is no JSON', () => ({ body: '{"a":' }), 400, 'request.notJson'],
    ['that is not UTF-8', () => ({ body: Uint8Array.of(34, 255, 34) }), 400, 'request.notJson'],
    ['with a name twice', () => ({ body: '{"a":1,"a":2}' }), 400, 'request.invalid'],
    ['that reaches for a prototype', () => ({ body: '{"__proto__":{}}' }), 400, 'request.invalid'],
    ['of nothing', () => ({ body: '{}' }), 400, 'request.invalid'],
    ['as a form', () => ({ body: 'a=1', type: 'application/x-www-form-urlencoded' }), 415, 'request.mediaType'],
    ['as XML', () => ({ body: '<a/>', type: 'application/xml' }), 415, 'request.mediaType'],
    ['in another alphabet', () => ({ body: good(), type: 'application/json; charset=latin1' }), 415, 'request.mediaType'], // prettier-ignore
    ['under a name that is no number', () => ({ id: 'x', body: good() }), 400, 'request.invalid'],
    ['with an unreadable query', () => ({ body: good(), query: '?a=%00' }), 400, 'request.unreadable'],
    ['with an unreadable name', () => ({ id: '%zz', body: good() }), 400, 'request.unreadable'],
    ['that is too large', () => ({ body: large(1024 * 1024) }), 413, 'request.tooLarge'],
    ['with a field that is too long', () => ({ body: large(3_000) }), 400, 'request.invalid'],
    ['to a way that is not known', () => ({ body: JSON.stringify(sentResponse('0'.repeat(18))) }), 404, 'response.wayUnknown'], // prettier-ignore
    ['to an older text', () => ({ body: JSON.stringify(sentResponse(code, { consent: 9 })) }), 409, 'response.consentDiffers'], // prettier-ignore
    ['with answers that do not hold', () => ({ body: JSON.stringify(sentResponse(code, { sheet: { answers: { a: {} } } })) }), 422, 'response.answersInvalid'], // prettier-ignore
  ])('%s', async (_, sent, status, problem) => {
    const one = sent();
    const here = await send(one);
    expect([here.status, JSON.parse(here.text)]).toMatchObject([status, { code: problem }]);
    expect(here).toEqual(await send(one, byTheOther));
    const inArabic = { ...one, more: { 'accept-language': 'ar' } };
    expect(await send(inArabic)).toEqual(await send(inArabic, byTheOther));
  });

  it('that is taken, also when it comes again by the other', async () => {
    const id = randomUUID();
    const [first, again] = [await send({ id, body: good() }), await send({ id, body: good() })];
    const other = await send({ id, body: good() }, byTheOther);
    expect([first.status, again.status, other.status]).toEqual([201, 200, 200]);
    expect(again).toEqual(other);
    expect(first.text).toBe(other.text);
  });

  it('that is refused, in the log too', async () => {
    const lines = async (way: object) => {
      const before = world.api.log.length;
      await send({ body: '{}' }, way);
      const told = world.api.log.slice(before).map((line) => JSON.parse(line) as Record<string, object>);
      return told.map(({ level, req, res, msg }) => ({ level, req: { ...req, id: '' }, res, msg }));
    };
    const here = await lines({});
    expect(here).toMatchObject([{ req: { method: 'PUT', path: '/api/v1/responses/…', address: '198.51.9.9' }, res: { statusCode: 400 } }]); // prettier-ignore
    expect(here).toEqual(await lines(byTheOther));
  });
});
