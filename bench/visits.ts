import { randomUUID } from 'node:crypto';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { closedLoop, parentOf } from './load.js';
import type { Measure } from './measure.js';
import { onFreshPlatform } from './platform.js';
import { PreparedRequest } from './prepared-request.js';
import { RawClient } from './raw-client.js';
import { servedProcess, type ServedProcess } from './served-process.js';
import { figuresOf, inTurns, type Work } from './turns.js';
import { assignment, visitWorld, type VisitWorld } from './visit-world.js';

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

/** The first process of the database server. */
export async function serverOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return parentOf(rows[0]?.pid ?? 0);
}

async function insert(pool: Pool, text: string): Promise<boolean> {
  await pool.query('insert into bench_rows (id, content) values ($1, $2)', [randomUUID(), text]);
  return true;
}

async function submitting(port: number, { text, shoppers }: VisitWorld): Promise<Work> {
  const senders = await Promise.all(shoppers.map(({ token }) => Sender.to(port, token, text)));
  return (seconds) =>
    closedLoop(clients, seconds, async (client) => {
      const visit = shoppers[client]?.visits.pop();
      if (visit === undefined) return false;
      await senders[client]?.send(visit);
      return true;
    });
}

/** A tablet that sends visits. */
export class Sender {
  private constructor(
    private readonly connection: RawClient,
    private readonly request: PreparedRequest,
  ) {}

  static async to(port: number, token: string, text: string): Promise<Sender> {
    const headers = { authorization: `Device ${token}`, 'device-app': '1.0.0', 'content-type': 'application/json' };
    const parts = { method: 'PUT', path: `/api/v1/visits/${report}`, headers, body: Buffer.from(text) };
    return new Sender(await RawClient.to(port), new PreparedRequest(parts, [report, assignment]));
  }

  /** @param visit the planned one */
  async send(visit: string): Promise<void> {
    const { status, body } = await this.connection.ask(this.request.with([randomUUID(), visit]));
    if (status !== 201) throw new Error(`A visit was answered with ${status}: ${body}`);
  }
}

/** Stands where the id of a report belongs. */
const report = '11111111-1111-4111-8111-111111111111';
