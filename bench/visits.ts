import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { closedLoop } from './load.js';
import type { Measure } from './measure.js';
import { onFreshPlatform } from './platform.js';
import { servedProcess, type ServedProcess } from './served-process.js';
import { figuresOf, inTurns, serverOf, type Work } from './turns.js';
import { VisitSender } from './visit-sender.js';
import { visitWorld, type VisitWorld } from './visit-world.js';

const clients = 32;
const visits = 120_000;
const aim = { ratio: 0.7, p99: 50 } as const;

/**
 * Visits of 94 items sent over HTTP to one process of the API, each acknowledged after a durable commit, against bare inserts
 * of the same text: one row a transaction, over as many connections. The clients of both are in this process.
 */
export function measureVisits(): Promise<Measure[]> {
  return onFreshPlatform(async ({ rooms, folder, url }) => {
    const world = await visitWorld(rooms, clients, visits);
    await rooms.get(DataSource).query('create table bench_rows (id uuid primary key, content jsonb not null)');
    const api = await servedProcess(url, folder);
    const pool = new Pool({ connectionString: url, max: clients });
    try {
      return [await measured(api, pool, world)];
    } finally {
      await pool.end();
      await api.stop();
    }
  });
}

async function measured(api: ServedProcess, pool: Pool, world: VisitWorld): Promise<Measure> {
  const bare: Work = (seconds) => closedLoop(clients, seconds, () => insert(pool, world.text));
  const watched = { api: api.pid, database: await serverOf(pool) };
  const told = await inTurns({ ours: await submitting(api.port, world), bare }, watched);
  const ratio = told.ours.rate / told.bare.rate;
  return {
    name: `visits of 94 items over HTTP, ${clients} clients, one process of the API`,
    figures: figuresOf('submissions', told.ours, told.bare),
    baseline: {
      what: `single-row inserts of the same text by pg over ${clients} connections`,
      value: told.bare.rate,
      unit: 'inserts/s',
    },
    ratio,
    aim: `at least ${aim.ratio} of the baseline, p99 at most ${aim.p99} ms`,
    met: ratio >= aim.ratio && told.ours.p99 <= aim.p99,
  };
}

async function insert(pool: Pool, text: string): Promise<boolean> {
  await pool.query('insert into bench_rows (id, content) values ($1, $2)', [randomUUID(), text]);
  return true;
}

async function submitting(port: number, { text, shoppers }: VisitWorld): Promise<Work> {
  const senders = await Promise.all(shoppers.map(({ token }) => VisitSender.to(port, token, text)));
  return (seconds) =>
    closedLoop(clients, seconds, async (client) => {
      const visit = shoppers[client]?.visits.pop();
      if (visit === undefined) return false;
      await senders[client]?.send(visit);
      return true;
    });
}
