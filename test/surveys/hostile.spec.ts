import { compileInstrument, check } from '#instruments';
import { servedApi, type Served } from '../api/served-api.js';
import { chanceOf } from '../drills/kept.js';
import { hostileRequest, type HostileRequest } from './hostile-answers.js';
import { SurveyRooms } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';

/** `npm run drills -- hostile` sends ten thousand. */
const requests = Number(process.env['HOSTILE_REQUESTS'] ?? 400);

let rooms: SurveyRooms;
let api: Served;
beforeAll(async () => {
  rooms = await SurveyRooms.open();
  await rooms.campaign();
  api = await servedApi({ databaseUrl: rooms.url, environment: { NUJOOM_HOME: rooms.home } });
}, 60_000);
afterAll(() => rooms.close());

async function send({ id, type, body }: HostileRequest): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${api.url}/api/v1/responses/${id}`, {
    method: 'PUT',
    headers: { 'content-type': type },
    body,
  });
  return { status: answer.status, text: await answer.text() };
}

it(`${requests} hostile requests: none is a fault of ours, none that was refused is stored, what is stored holds`, async () => {
  const chance = chanceOf(20_261_122);
  const code = await rooms.code();
  const sent: HostileRequest[] = [];
  const taken = new Set<string>();
  const seen = new Map<number, number>();
  for (let at = 0; at < requests; at++) {
    const request = hostileRequest(code, sent.slice(-50), chance);
    sent.push(request);
    const { status, text } = await send(request);
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if (status >= 500) throw new Error(`${status} ${text} for ${JSON.stringify(request).slice(0, 2_000)}`);
    if (status === 201) taken.add(request.id.toLowerCase());
    if (status >= 400) expect(text).toContain('"code"');
  }
  const stored = await rooms.sql<{ id: string; sheet: unknown }>('select id, sheet from responses');
  expect(new Set(stored.map(({ id }) => id))).toEqual(taken);
  const compiled = compileInstrument(shippedInstrument('customer-happiness-1'));
  for (const { sheet } of stored) expect(check(compiled, sheet, { finished: true })).toEqual([]);
  // The control: there were good ones and bad ones, or this proves nothing.
  expect(taken.size).toBeGreaterThan(requests / 10);
  expect([400, 422].map((status) => (seen.get(status) ?? 0) > requests / 20)).toEqual([true, true]);
}, 1_200_000);
