import type { Pool } from 'pg';
import { median } from '#statistics';
import { cpuOf, cpuOfFamily, parentOf, percentile, type Load } from './load.js';

/** Ours and the baseline take turns, so that what else the machine does weighs on both. */
const rounds = 3;
const seconds = { warmUp: 2, round: 4 } as const;

/** Lets clients work for so many seconds. */
export type Work = (seconds: number) => Promise<Load>;

/** Whose processor time is told. */
export interface Watched {
  readonly api: number;
  /** The server's first process. */
  readonly database: number;
}

/** The first process of a database server. */
export async function serverOf(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return parentOf(rows[0]?.pid ?? 0);
}

/** What some rounds came to: medians of them. Times in ms; processor time for each thing done. */
export interface Summary {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: { readonly api: number; readonly database: number; readonly clients: number };
}

/** Both ways to do the same, turn by turn, after each is warm. */
export async function inTurns(
  { ours, bare }: { readonly ours: Work; readonly bare: Work },
  watched: Watched,
): Promise<{ readonly ours: Summary; readonly bare: Summary }> {
  await bare(seconds.warmUp);
  await ours(seconds.warmUp);
  const told = { ours: [] as Round[], bare: [] as Round[] };
  for (let round = 0; round < rounds; round++) {
    told.bare.push(await roundOf(bare, watched));
    told.ours.push(await roundOf(ours, watched));
  }
  return { ours: summaryOf(told.ours), bare: summaryOf(told.bare) };
}

interface Round {
  readonly load: Load;
  readonly cpu: Summary['cpu'];
}

async function roundOf(work: Work, watched: Watched): Promise<Round> {
  const before = await cpuNow(watched);
  const load = await work(seconds.round);
  const after = await cpuNow(watched);
  const each = (of: keyof Summary['cpu']) => (after[of] - before[of]) / load.done;
  return { load, cpu: { api: each('api'), database: each('database'), clients: each('clients') } };
}

async function cpuNow({ api, database }: Watched): Promise<Summary['cpu']> {
  const { user, system } = process.cpuUsage();
  return { api: await cpuOf(api), database: await cpuOfFamily(database), clients: (user + system) / 1_000 };
}

function summaryOf(rounds: readonly Round[]): Summary {
  const middle = (of: (round: Round) => number) => median(rounds.map(of)) ?? NaN;
  return {
    rate: middle(({ load }) => load.done / load.seconds),
    p50: middle(({ load }) => percentile(load, 0.5)),
    p99: middle(({ load }) => percentile(load, 0.99)),
    cpu: {
      api: middle(({ cpu }) => cpu.api),
      database: middle(({ cpu }) => cpu.database),
      clients: middle(({ cpu }) => cpu.clients),
    },
  };
}

/** What is told of ours beside the baseline. */
export function figuresOf(unit: string, ours: Summary, bare: Summary): Readonly<Record<string, number>> {
  return {
    [`${unit}/s`]: ours.rate,
    'ms p50': ours.p50,
    'ms p99': ours.p99,
    'ms of processor each in the API': ours.cpu.api,
    'in PostgreSQL': ours.cpu.database,
    'in the clients': ours.cpu.clients,
    'in PostgreSQL for the baseline': bare.cpu.database,
    'in its clients': bare.cpu.clients,
  };
}
