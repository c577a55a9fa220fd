import { get } from 'node:http';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { textsIn } from '#contract';
import { EmbeddedServer } from '#database';
import { testFolder } from '../platform/database.js';
import { built, killIfThere, processesOn, program, until, type Program } from './processes.js';

const bootstrap = join(import.meta.dirname, '../../bin/bootstrap.mjs');
/** In ms. Five seconds are promised to a machine of one's own; here two cores are shared with other tests. */
const soon = 10_000;

interface Started extends Program {
  readonly home: string;
}

/** `npm start` as npm runs it, in a process group of its own, as a terminal would. */
async function start(home?: string): Promise<Started> {
  const folder = home ?? (await testFolder());
  const env = { NUJOOM_HOME: folder, PORT: '0' };
  return { home: folder, ...program([bootstrap, 'start'], { env, group: true }) };
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
  await until(async () => (await processesOn(home)).length === 0);
  return Date.now() - since;
}

beforeAll(built);

describe('`npm start`', () => {
  it('serves, tells the office account once, and ends with everything on Ctrl-C', async () => {
    const first = await start();
    const address = await ready(first);
    expect(await statusOf(new URL('/health/ready', address))).toBe(200);
    expect(first.stdout()).toMatch(/password \S{10}/);
    expect(first.stdout()).toContain(textsIn('en')('start.howToStop'));
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
  });

  it.each([
    [
      'the database begins',
      async ({ home }: Started) => (await readdir(home)).some((name) => name.startsWith('.database-')),
    ],
    [
      'the database is there',
      ({ home }: Started) => new EmbeddedServer({ home, language: 'en' }).running().then(Boolean),
    ],
    ['the services begin', ({ stderr }: Started) => stderr().includes(textsIn('en')('start.step.services'))],
  ])('leaves nothing when Ctrl-C comes as %s, and starts well afterwards', async (_, reached) => {
    const early = await start();
    await until(() => reached(early));
    press(early, 'SIGINT');
    expect(await allGone(early)).toBeLessThan(soon);
    expect(early.stderr()).not.toMatch(/^\s+at /m);
  });

  it('recovers from a kill of everything', async () => {
    const killed = await start();
    await ready(killed);
    for (const pid of await processesOn(killed.home)) killIfThere(pid);
    await allGone(killed);
    const lock = join(killed.home, 'database/cluster/postmaster.pid');
    expect((await stat(lock)).size).toBeGreaterThan(0);

    const again = await start(killed.home);
    expect(await statusOf(new URL('/health/ready', await ready(again)))).toBe(200);
    press(again, 'SIGTERM');
    await allGone(again);
  });

  it('starts again what ends by itself, and the database too', async () => {
    const started = await start();
    const address = await ready(started);
    const api = await serviceOf(started, 'api');
    process.kill(api, 'SIGKILL');
    await until(async () => (await serviceOf(started, 'api')) !== api);
    await until(async () => (await statusOf(new URL('/health', address))) === 200);
    for (const pid of await postgresOf(started)) killIfThere(pid);
    await until(async () => (await new EmbeddedServer({ home: started.home, language: 'en' }).running()) !== null);
    press(started, 'SIGINT');
    expect(await allGone(started)).toBeLessThan(soon);
    expect(await started.ended).toBe(0);
  });

  it('stops at once on a second Ctrl-C, however long the services take', async () => {
    const started = await start();
    await ready(started);
    const api = await serviceOf(started, 'api');
    process.kill(api, 'SIGSTOP'); // it will not answer, nor stop by itself
    await until(() => {
      press(started, 'SIGINT');
      return started.child.exitCode !== null;
    });
    expect(await allGone(started)).toBeLessThan(1_000);
  });
});

async function serviceOf(started: Started, name: 'api' | 'worker'): Promise<number> {
  return (await commandsOf(started)).find(({ command }) => command.includes(`apps/${name}/src/main.js`))?.pid ?? 0;
}

async function postgresOf(started: Started): Promise<number[]> {
  return (await commandsOf(started)).filter(({ command }) => command.includes('postgres')).map(({ pid }) => pid);
}

async function commandsOf({ home }: Started): Promise<{ readonly pid: number; readonly command: string }[]> {
  const pids = await processesOn(home);
  return Promise.all(
    pids.map(async (pid) => ({ pid, command: await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') })),
  );
}
