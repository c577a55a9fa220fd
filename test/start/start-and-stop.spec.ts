import { execFileSync } from 'node:child_process';
import { get } from 'node:http';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { textsIn } from '#contract';
import { EmbeddedServer } from '#database';
import { testFolder } from '../platform/database.js';
import { built, killIfThere, processesOn, program, told, until, type Program } from './processes.js';

const bootstrap = join(import.meta.dirname, '../../bin/bootstrap.mjs');
/** In ms. Five seconds are promised to a machine of one's own; here two cores are shared with other tests. */
const soon = 10_000;
/** For a test, in ms: a first start fills the database, which takes long where much else is at work. */
const patience = 240_000;

interface Started extends Program {
  readonly home: string;
}

/** `npm start` as npm runs it, in a process group of its own, as a terminal would. */
async function start(home?: string): Promise<Started> {
  const folder = home ?? (await testFolder());
  const env = { NUJOOM_HOME: folder, PORT: '0' };
  return { home: folder, ...program([bootstrap, 'start'], { env, group: true }) };
}

/** What a start that nobody disturbed filled the database with. */
let whole: object[] = [];
/** A folder in which the platform was started and stopped. */
let used: string | null = null;

/** A copy of such a folder: what a first start fills takes longer than all the rest, and only the first test is about it. */
async function usedFolder(): Promise<string> {
  used ??= await startedAndStopped();
  const copy = await testFolder();
  execFileSync('cp', ['-a', `${used}/.`, copy]); // with their owners, as the database wants them
  return copy;
}

async function startedAndStopped(): Promise<string> {
  const first = await start();
  await ready(first);
  press(first, 'SIGINT');
  await allGone(first);
  return first.home;
}

/** Sends a signal to the whole group, as a terminal does. */
function press(started: Started, signal: NodeJS.Signals): void {
  if (started.child.exitCode === null) process.kill(-started.pid, signal);
}

async function ready(started: Started): Promise<URL> {
  await until(() => /http:\S+/.test(started.stdout()) || started.child.exitCode !== null);
  return new URL(/http:\S+/.exec(started.stdout())?.[0] ?? `missing: ${started.stderr()}`);
}

function statusOf(url: URL): Promise<number> {
  return new Promise((resolve) => {
    get(url, { agent: false }, (response) => resolve(response.resume().statusCode ?? 0)).once('error', () =>
      resolve(0),
    );
  });
}

async function allGone({ home, ended }: Started): Promise<number> {
  const since = Date.now();
  await ended;
  await until(() => processesOn(home).length === 0);
  return Date.now() - since;
}

/** Rows of the database in a folder; none while it or the table is not there. */
async function rowsIn<Row extends object>(home: string, sql: string): Promise<Row[]> {
  const url = await new EmbeddedServer({ home, language: 'en' }).running();
  if (!url) return [];
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } catch {
    return [];
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What a first start fills the database with: published cycles, and scorecards that wait to be printed or are. */
const filled = `select (select count(*) from first_fill)::int as marks, (select count(*) from cycles where published_at is not null)::int as cycles,
  (select count(*) from campaigns)::int as campaigns, (select count(*) > 0 from responses) as responses`;

/** What can be seen of a first start on a folder, one after the other: the database begins, is there, is half filled, the services begin. */
function momentsOf(home: string): ((started: Started) => boolean | Promise<boolean>)[] {
  return [
    async () => (await readdir(home)).some((name) => name.startsWith('.database-')),
    () => new EmbeddedServer({ home, language: 'en' }).running().then(Boolean),
    async () => (await rowsIn(home, 'select from first_fill, cycles')).length > 0,
    ({ stderr }) => stderr().includes(textsIn('en')('start.step.services')),
  ];
}

beforeAll(built);

describe('`npm start`', () => {
  it(
    'serves, tells the office account once, and ends with everything on Ctrl-C',
    async () => {
      const first = await start();
      const address = await ready(first);
      expect(await statusOf(new URL('/health/ready', address))).toBe(200);
      expect(first.stdout()).toMatch(/password \S{10}/);
      expect(first.stdout()).toContain(textsIn('en')('start.howToStop'));
      whole = await rowsIn(first.home, filled);
      expect(whole).toMatchObject([{ marks: 0, cycles: 4 }]);
      press(first, 'SIGINT');
      expect(await allGone(first)).toBeLessThan(soon);
      expect(await first.ended).toBe(0);

      const second = await start(first.home);
      await ready(second);
      expect(second.stdout()).not.toMatch(/password/);
      second.child.kill('SIGTERM');
      expect(await allGone(second)).toBeLessThan(soon);
      expect(await second.ended).toBe(0);
      expect(await readdir(join(first.home, 'logs'))).toEqual(expect.arrayContaining(['database.log', 'worker.log']));
      used = first.home;
    },
    patience,
  );

  it(
    'leaves nothing whenever Ctrl-C comes in a first start, and starts well afterwards, with all that it fills',
    async () => {
      const home = await testFolder();
      for (const reached of momentsOf(home)) {
        const early = await start(home);
        await until(() => reached(early));
        press(early, 'SIGINT');
        expect(await allGone(early)).toBeLessThan(soon);
        expect(early.stderr()).not.toMatch(/^\s+at /m);
      }
      const again = await start(home);
      expect(await statusOf(new URL('/health/ready', await ready(again)))).toBe(200);
      expect(await rowsIn(home, filled)).toEqual(whole);
      press(again, 'SIGINT');
      expect(await allGone(again)).toBeLessThan(soon);
    },
    patience,
  );

  it(
    'recovers from a kill of everything',
    async () => {
      const killed = await start(await usedFolder());
      await ready(killed);
      for (const pid of processesOn(killed.home)) killIfThere(pid);
      await allGone(killed);
      const lock = join(killed.home, 'database/cluster/postmaster.pid');
      expect((await stat(lock)).size).toBeGreaterThan(0);

      const again = await start(killed.home);
      expect(await statusOf(new URL('/health/ready', await ready(again)))).toBe(200);
      press(again, 'SIGTERM');
      await allGone(again);
    },
    patience,
  );

  it(
    'starts again what ends by itself, and the database too',
    async () => {
      const started = await start(await usedFolder());
      const address = await ready(started);
      const api = serviceOf(started, 'api');
      process.kill(api, 'SIGKILL');
      await until(() => ![0, api].includes(serviceOf(started, 'api')));
      await until(async () => (await statusOf(new URL('/health', address))) === 200);
      for (const pid of postgresOf(started)) killIfThere(pid);
      await until(async () => (await new EmbeddedServer({ home: started.home, language: 'en' }).running()) !== null);
      press(started, 'SIGINT');
      expect(await allGone(started)).toBeLessThan(soon);
      expect(await started.ended).toBe(0);
    },
    patience,
  );

  it(
    'stops at once on a second Ctrl-C, however long the services take',
    async () => {
      const started = await start(await usedFolder());
      await ready(started);
      const api = serviceOf(started, 'api');
      process.kill(api, 'SIGSTOP'); // it will not answer, nor stop by itself
      await until(() => {
        press(started, 'SIGINT');
        return started.child.exitCode !== null;
      });
      expect(await allGone(started)).toBeLessThan(1_000);
    },
    patience,
  );
});

function serviceOf({ home }: Started, name: 'api' | 'worker'): number {
  return processesOn(home).find((pid) => told(pid, 'cmdline').includes(`apps/${name}/src/main.js`)) ?? 0;
}

function postgresOf({ home }: Started): number[] {
  return processesOn(home).filter((pid) => told(pid, 'cmdline').includes('postgres'));
}
