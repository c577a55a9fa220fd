import { compileInstrument, check } from '#instruments';
import { servedApi, type Served } from '../api/served-api.js';
import { chanceOf } from '../drills/kept.js';
import { hostileRequest, type HostileRequest } from './hostile-answers.js';
import { hostileForm, type HostileForm } from './hostile-forms.js';
import { Citizen, fieldsIn, invite } from './page-world.js';
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
  report(`${requests} answers`, seen, taken.size);
  // The control: there were good ones and bad ones, or this proves nothing.
  expect(taken.size).toBeGreaterThan(requests / 10);
  expect([400, 422].map((status) => (seen.get(status) ?? 0) > requests / 20)).toEqual([true, true]);
}, 1_200_000);

/** Forms of pages: a quarter as many, since each is looked for in the table. */
const forms = Math.floor(requests / 4);

it(`${forms} hostile forms: none is a fault of ours, only what was thanked for is stored, each once, and all of it holds`, async () => {
  const chance = chanceOf(20_261_123);
  const code = await rooms.code({ centre: 'desk' });
  const count = async () => Number((await rooms.sql<{ n: string }>('select count(*) as n from responses'))[0]?.n);
  const seen = new Map<number, number>();
  const sent: HostileForm[] = [];
  const [first, beginning] = [await count(), await count()];
  let before = first;
  for (let at = 0; at < forms; at++) {
    const isPersonal = chance() < 0.2;
    const path = isPersonal ? '/a' : `/s/${code}`;
    const start = isPersonal ? `/a/${await invite(rooms, { centre: 'gate' })}` : path;
    const page = await Citizen.at(api.browser(), start);
    const fields = { ...fieldsIn(page.page), ...complete };
    const again = chance() < 0.1 ? sent[Math.floor(chance() * sent.length)] : undefined;
    const form = again ?? hostileForm({ path, fields }, chance);
    sent.push(form);
    const { status, text } = await api.browser().ask('POST', form.path, {
      raw: form.body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
      },
    });
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if (status >= 500) throw new Error(`${status} ${text.slice(0, 500)} for ${JSON.stringify(form).slice(0, 2_000)}`);
    const now = await count();
    // Of a replay nothing is stored again, and nothing that was not thanked for.
    expect(now - before).toBeLessThanOrEqual(again || status >= 400 ? 0 : 1);
    before = now;
  }
  const stored = await rooms.sql<{ sheet: unknown }>('select sheet from responses');
  const compiled = compileInstrument(shippedInstrument('customer-happiness-1'));
  for (const { sheet } of stored) expect(check(compiled, sheet, { finished: true })).toEqual([]);
  report(`${forms} forms`, seen, before - beginning);
  expect(before - beginning).toBeGreaterThan(forms / 10);
  expect(seen.get(400) ?? 0).toBeGreaterThan(forms / 20);
}, 1_200_000);

/** A form that is filled: what is sent from the check page. */
const complete = { page: '.check', go: 'next', 'a.overall': 'happy', 'a.outcome': 'received', 'a.reasons_good.staff': '1', 'a.need_met': 'agree', 'a.effort_level': 'easy' }; // prettier-ignore

/** Told in drills alone. */
function report(what: string, seen: ReadonlyMap<number, number>, taken: number): void {
  if (process.env['HOSTILE_REQUESTS'] === undefined) return;
  const statuses = [...seen].sort(([one], [other]) => one - other).map(([status, times]) => `${status}: ${times}`);
  process.stderr.write(`${what}: ${statuses.join(', ')}; ${taken} stored\n`);
}
