import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import { Logger, run, type Task } from 'graphile-worker';
import { clock, cronItemsOf } from '../../apps/worker/src/clock.js';
import { runJobs } from '../../apps/worker/src/job-runner.js';
import { ownServer, testDatabase } from '../platform/database.js';
import { built, service, until } from './processes.js';

const silent = new Logger(() => () => undefined);

async function on<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const enqueue = (url: string, name: string) => on(url, `select graphile_worker.add_job('${name}')`);

const runners: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(runners.splice(0).map((end) => end())));

/** Works off jobs in this process, until `end`. */
function working(databaseUrl: string, tasks: Record<string, Task>) {
  const stop = new AbortController();
  const lost: unknown[] = [];
  const onLost = (reason: unknown) => lost.push(reason);
  const ended = runJobs({ databaseUrl, tasks, concurrency: 2, logger: silent, onLost }, stop.signal);
  const end = () => {
    stop.abort();
    return ended;
  };
  runners.push(end);
  return { lost, end };
}

describe('the job runner', () => {
  it('waits for a database that is away, and works on when it comes back', async () => {
    const server = await ownServer();
    await server.stop();
    let done = 0;
    const runner = working(server.url, { count: () => void done++ });
    await until(() => runner.lost.length > 0);
    await server.start();
    await enqueue(server.url, 'count');
    await until(() => done >= 1);
    done = 0;

    await server.stop('immediate');
    await until(() => runner.lost.length > 1);
    await server.start();
    await enqueue(server.url, 'count');
    await until(() => done >= 1); // what the crash took from an undurable server is done again
    await runner.end();
    await server.stop('immediate');
  });

  it('finishes the job at work before it ends', async () => {
    const url = await testDatabase();
    const steps: string[] = [];
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const runner = working(url, {
      long: async () => {
        steps.push('begun');
        await held;
        steps.push('done');
      },
    });
    await enqueue(url, 'long');
    await until(() => steps.length === 1);
    const ended = runner.end();
    release();
    await ended;
    expect(steps).toEqual(['begun', 'done']);
    expect(await on(url, 'select 1 from graphile_worker.jobs')).toEqual([]);
  });

  it('takes up at once what a worker that was killed had begun', async () => {
    const url = await testDatabase();
    await enqueue(url, 'left');
    await on(url, `update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()`);
    let done = 0;
    const runner = working(url, { left: () => void done++ });
    await until(() => done === 1);
    await runner.end();
  });

  it('leaves alone what another worker is at', async () => {
    const url = await testDatabase();
    let begun = 0;
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const tasks = {
      long: async () => {
        begun++;
        await held;
      },
      short: () => void (begun += 100),
    };
    const first = working(url, tasks);
    await enqueue(url, 'long');
    await until(() => begun === 1);
    const second = working(url, tasks);
    await enqueue(url, 'short');
    await until(() => begun === 101);
    await second.end();
    release();
    await first.end();
    expect(begun).toBe(101);
  });
});

describe('a job of the clock', () => {
  it('is one, however often it was asked for in vain, and is tried a few times only', async () => {
    const url = await testDatabase();
    for (const { task } of clock)
      await on(
        url,
        `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
         values ('${task}', now() - interval '1 hour', now() - interval '21 minutes')`,
      );
    const missed = 21 * 60_000; // is asked for again now: by itself the clock asks at the next minute at the earliest
    const parsedCronItems = cronItemsOf(clock).map((item) => ({
      ...item,
      options: { ...item.options, backfillPeriod: missed },
    }));
    const events = new EventEmitter();
    const allAskedFor = once(events, 'cron:started');
    const taskList = { other: () => undefined };
    const runner = await run({
      connectionString: url,
      taskList,
      parsedCronItems,
      events,
      logger: silent,
      noHandleSignals: true,
    });
    await allAskedFor;
    await runner.stop();
    const stored = await on(url, 'select key, attempts, max_attempts from graphile_worker.jobs order by key');
    expect(stored).toEqual(['survey.errands', 'survey.release'].map((key) => ({ key, attempts: 0, max_attempts: 3 })));
  });
});

describe('the worker process', () => {
  beforeAll(built);

  it('stays up while its database is away, and ends in order', async () => {
    const server = await ownServer();
    await server.stop();
    const worker = service('worker', { DATABASE_URL: server.url });
    await until(() => worker.stdout().includes('waiting for the database'));
    await server.start();
    const looking = () => on(server.url, `select 1 from pg_locks where locktype = 'advisory' and mode = 'ShareLock'`);
    await until(async () => (await looking().catch(() => [])).length > 0);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    await server.stop('immediate');
  });
});
