import { Client } from 'pg';
import { EmbeddedServer, holdDatabase, withDatabase } from '#database';
import { ownServer, testFolder } from '../platform/database.js';
import { built, killIfThere, processesOn, script, until, type Program } from './processes.js';

interface Embedded {
  readonly home: string;
  readonly language: 'en';
  readonly databaseUrl: null;
}

async function embedded(): Promise<Embedded> {
  return { home: await testFolder(), language: 'en', databaseUrl: null };
}

/** A process that holds the database, tells its address, and leaves it when it is told to end. */
function holding({ home }: Embedded): Program {
  return script(
    `import { holdDatabase } from '#database';
    const held = await holdDatabase({ home: process.env.NUJOOM_HOME, language: 'en', databaseUrl: null });
    process.once('SIGTERM', () => held.leave());
    console.log(held.url);`,
    { NUJOOM_HOME: home },
  );
}

async function ask<T extends object>(url: string, sql = 'select 1 as one'): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Those who hold the database, a row each. */
const users = `select pid from pg_locks where locktype = 'advisory' and mode = 'ShareLock'`;

const answers = (url: string) =>
  ask(url).then(
    () => true,
    () => false,
  );

describe('a held embedded database', () => {
  beforeAll(built);

  it('lives until the last one leaves it', async () => {
    const settings = await embedded();
    const [one, other] = await Promise.all([holdDatabase(settings), holdDatabase(settings)]);
    expect(one.url).toBe(other.url);
    await one.leave();
    expect(await answers(other.url)).toBe(true);
    await other.leave();
    await until(() => processesOn(settings.home).length === 0);
  });

  it('is never stopped under one who comes while the last one leaves', async () => {
    const settings = await embedded();
    let last = await holdDatabase(settings);
    for (let round = 0; round < 12; round++) {
      const [next] = await Promise.all([holdDatabase(settings), last.leave()]);
      expect(await ask(next.url)).toEqual([{ one: 1 }]);
      last = next;
    }
    await last.leave();
    await until(() => processesOn(settings.home).length === 0);
  });

  it('comes back after a crash, at the same address, and still ends with the last one', async () => {
    const settings = await embedded();
    const held = await holdDatabase(settings);
    const { url } = held;
    for (const pid of processesOn(settings.home)) killIfThere(pid);
    await until(() => answers(held.url));
    expect(held.url).toBe(url);
    await held.leave();
    await until(() => processesOn(settings.home).length === 0);
  });

  it('does not wait for one that was killed', async () => {
    const settings = await embedded();
    const other = holding(settings);
    await until(() => other.stdout().includes('postgres://'));
    const held = await holdDatabase(settings);
    other.child.kill('SIGKILL');
    await other.ended;
    await until(async () => (await ask(held.url, users)).length === 1); // the server has noticed
    await held.leave();
    await until(() => processesOn(settings.home).length === 0);
  });

  it('does not wait for one that was killed just now either, of whom the server knows nothing yet', async () => {
    const settings = await embedded();
    const other = holding(settings);
    await until(() => other.stdout().includes('postgres://'));
    const [session] = await ask<{ pid: number }>(other.stdout().trim(), users);
    const { pid = 0 } = session ?? {};
    process.kill(pid, 'SIGSTOP'); // so it cannot see that its client is gone
    const held = await holdDatabase(settings);
    other.child.kill('SIGKILL');
    let left = false;
    const leaving = held.leave().then(() => (left = true));
    const isEnded = `select 1 from pg_stat_activity where wait_event = 'BackendTermination'`;
    await until(async () => left || (await ask(held.url, isEnded)).length > 0);
    process.kill(pid, 'SIGCONT');
    expect(left).toBe(false);
    await leaving;
    await until(() => processesOn(settings.home).length === 0);
  });

  it('waits for one that only stands still', async () => {
    const settings = await embedded();
    const other = holding(settings);
    await until(() => other.stdout().includes('postgres://'));
    other.child.kill('SIGSTOP');
    const held = await holdDatabase(settings);
    await held.leave();
    expect(await answers(held.url)).toBe(true);
    other.child.kill('SIGCONT');
    other.child.kill('SIGTERM');
    expect(await other.ended).toBe(0);
    await until(() => processesOn(settings.home).length === 0);
  });

  it('can be claimed by one at a time', async () => {
    const settings = await embedded();
    const first = await holdDatabase(settings, { claim: true });
    await expect(holdDatabase(settings, { claim: true })).rejects.toMatchObject({ code: 'start.alreadyRunning' });
    const guest = await holdDatabase(settings);
    await first.leave();
    const second = await holdDatabase(settings, { claim: true });
    await Promise.all([guest.leave(), second.leave()]);
    await until(() => processesOn(settings.home).length === 0);
  });
});

describe('withDatabase', () => {
  it('gives what the work gives, and stops the server also when it fails', async () => {
    const settings = await embedded();
    expect(await withDatabase(settings, (url) => ask(url))).toEqual([{ one: 1 }]);
    await expect(withDatabase(settings, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await new EmbeddedServer(settings).running()).toBeNull();
  });

  it('ends in order on a signal', async () => {
    const settings = await embedded();
    const work = script(
      `import { withDatabase } from '#database';
      await withDatabase({ home: process.env.NUJOOM_HOME, language: 'en', databaseUrl: null }, (url) => {
        console.log(url);
        return new Promise(() => setInterval(() => {}, 1000));
      });`,
      { NUJOOM_HOME: settings.home },
    );
    await until(() => work.stdout().includes('postgres://'));
    work.child.kill('SIGINT');
    expect(await work.ended).toBe('SIGINT');
    await until(() => processesOn(settings.home).length === 0);
  });

  it('works on a database of one’s own', async () => {
    const server = await ownServer();
    const settings = { ...(await embedded()), databaseUrl: server.url };
    expect(await withDatabase(settings, (url) => ask(url))).toEqual([{ one: 1 }]);
    await server.stop('immediate');
    await until(() => processesOn(settings.home).length === 0);
  });
});
