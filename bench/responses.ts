import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { closedLoop } from './load.js';
import type { Measure } from './measure.js';
import { onFreshPlatform } from './platform.js';
import { PreparedRequest } from './prepared-request.js';
import { RawClient } from './raw-client.js';
import { servedProcess, type ServedProcess } from './served-process.js';
import { surveyWorld, type HandedOut, type SurveyWorld } from './survey-world.js';
import { figuresOf, inTurns, serverOf, type Work } from './turns.js';

/** By clients: how many times the baseline, and the time within which 99 of 100 are answered, in ms. */
const aims = [
  { clients: 64, ratio: 1.3, p99: 150 },
  { clients: 256, ratio: 2, p99: 150 },
] as const;

/** Forms handed out beforehand: more than are sent in one measure. */
const forms = 150_000;

/**
 * Answers of citizens over HTTP to one process of the API, each acknowledged after a durable commit, against bare inserts of
 * the same text: one row a transaction, over as many connections. The clients of both are in this process.
 */
export async function measureResponses(): Promise<Measure[]> {
  process.env['NUJOOM_SECRET'] ??= 'the secret of a bench, the same for its processes';
  const measures: Measure[] = [];
  for (const aim of aims) measures.push(await onFreshPlatform((platform) => measured(platform, aim)));
  return measures;
}

type Platform = Parameters<Parameters<typeof onFreshPlatform<Measure>>[0]>[0];

async function measured({ rooms, folder, url }: Platform, aim: (typeof aims)[number]): Promise<Measure> {
  const world = await surveyWorld(rooms);
  await rooms.get(DataSource).query('create table bench_rows (id uuid primary key, content jsonb not null)');
  const api = await servedProcess(url, folder);
  // Embedded servers take a hundred connections: more clients than that share them, as they would through a pooler.
  const pool = new Pool({ connectionString: url, max: Math.min(aim.clients, 80) });
  try {
    const bare: Work = (seconds) => closedLoop(aim.clients, seconds, () => insert(pool, world.text));
    const watched = { api: api.pid, database: await serverOf(pool) };
    const told = await inTurns({ ours: await answering(api, world, aim.clients), bare }, watched);
    const ratio = told.ours.rate / told.bare.rate;
    return {
      name: `answers of citizens over HTTP, ${aim.clients} clients, one process of the API`,
      figures: figuresOf('responses', told.ours, told.bare),
      baseline: { what: 'single-row inserts of the same text by pg', value: told.bare.rate, unit: 'inserts/s' },
      ratio,
      aim: `at least ${aim.ratio} of the baseline, p99 at most ${aim.p99} ms`,
      met: ratio >= aim.ratio && told.ours.p99 <= aim.p99,
    };
  } finally {
    await pool.end();
    await api.stop();
  }
}

async function insert(pool: Pool, text: string): Promise<boolean> {
  await pool.query('insert into bench_rows (id, content) values ($1, $2)', [randomUUID(), text]);
  return true;
}

async function answering({ port }: ServedProcess, world: SurveyWorld, clients: number): Promise<Work> {
  const handedOut = Array.from({ length: forms }, () => world.next());
  const { text, first } = world;
  const parts = {
    method: 'PUT',
    path: `/api/v1/responses/${first.id}`,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(text),
  };
  const senders = await Promise.all(
    Array.from({ length: clients }, async () => ({
      connection: await RawClient.to(port),
      request: new PreparedRequest(parts, [first.id, first.stamp]),
    })),
  );
  return (seconds) =>
    closedLoop(clients, seconds, async (client) => {
      const form = handedOut.pop();
      const sender = senders[client];
      if (form === undefined || sender === undefined) return false;
      await answer(sender.connection, sender.request, form);
      return true;
    });
}

async function answer(connection: RawClient, request: PreparedRequest, { id, stamp }: HandedOut): Promise<void> {
  const { status, body } = await connection.ask(request.with([id, stamp]));
  if (status !== 201) throw new Error(`An answer was answered with ${status}: ${body}`);
}
