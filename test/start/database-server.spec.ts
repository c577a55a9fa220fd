import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { access, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedServer } from '#database';
import { testFolder } from '../platform/database.js';
import { built, killIfThere, processesOn, script, until } from './processes.js';

interface Folder {
  readonly home: string;
  readonly server: EmbeddedServer;
  readonly lock: string;
}

async function folder({ durable = false } = {}): Promise<Folder> {
  const home = await testFolder();
  return {
    home,
    server: new EmbeddedServer({ home, language: 'en' }, durable),
    lock: join(home, 'database/cluster/postmaster.pid'),
  };
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the query in flight tells it
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidIn = async (lock: string): Promise<number> => Number((await readFile(lock, 'utf8')).split('\n')[0]);

/** As the machine's loss of power: every process of the folder at once, none with a last word. */
async function killAll(home: string): Promise<void> {
  for (const pid of processesOn(home)) killIfThere(pid);
  await until(() => processesOn(home).length === 0);
}

describe('the embedded server', () => {
  it('is one, however many start it at once, and keeps what is written safe', async () => {
    const { home, server } = await folder({ durable: true });
    const urls = await Promise.all(
      Array.from({ length: 4 }, () => new EmbeddedServer({ home, language: 'en' }).start()),
    );
    expect(new Set(urls).size).toBe(1);
    const [settings] = await ask(
      urls[0] ?? '',
      `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums, current_setting('timezone') as zone,
        current_setting('listen_addresses') as listens, pg_encoding_to_char(encoding) as encoding, datlocale as locale
        from pg_database where datname = 'postgres'`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      checksums: 'on',
      zone: 'UTC',
      listens: '127.0.0.1',
      encoding: 'UTF8',
      locale: 'C.UTF-8',
    });
    await server.stop();
    await until(() => processesOn(home).length === 0);
    expect(await server.running()).toBeNull();
    expect((await readdir(home)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('lets nobody in without its password, which only its owner can read', async () => {
    const { home, server } = await folder();
    const url = new URL(await server.start());
    expect((await stat(join(home, 'database/password'))).mode & 0o777).toBe(0o600);
    url.password = 'guessed';
    await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
    await server.stop('immediate');
  });

  it('keeps its port, unless somebody else took it', async () => {
    const { server } = await folder();
    const first = new URL(await server.start()).port;
    await server.stop('immediate');
    expect(new URL(await server.start()).port).toBe(first);
    await server.stop('immediate');
    const taker = createServer().listen(Number(first), '127.0.0.1');
    await once(taker, 'listening');
    expect(new URL(await server.start()).port).not.toBe(first);
    await server.stop('immediate');
    taker.close();
  });

  it('says why it does not start', async () => {
    const { home, server } = await folder();
    await server.start();
    await server.stop();
    await writeFile(join(home, 'database/cluster/postgresql.auto.conf'), 'no_such_setting = 1\n');
    await expect(server.start()).rejects.toMatchObject({
      code: 'start.databaseFailed',
      details: { params: { reason: expect.stringContaining('contains errors') } },
    });
    await until(() => processesOn(home).length === 0);
  });
});

describe('after a kill', () => {
  beforeAll(built);

  it.each([
    ['nobody', () => Promise.resolve({ pid: null, end: () => undefined })],
    ['another program of the same user', otherProgram],
    ['a dead process that nobody collects', zombie],
  ])('a lock file whose number belongs to %s does not stop the next start', async (_, owner) => {
    const { home, server, lock } = await folder({ durable: true });
    const url = await server.start();
    await ask(url, 'create table kept (n int)');
    const lines = (await readFile(lock, 'utf8')).split('\n');
    await killAll(home);
    const { uid, gid } = await stat(lock);
    const { pid, end } = await owner(uid, gid);
    if (pid) await writeFile(lock, [pid, ...lines.slice(1)].join('\n'));
    expect(await server.running()).toBeNull();
    expect(await ask(await server.start(), 'select * from kept')).toEqual([]);
    await server.stop('immediate');
    end();
  });

  it('a server whose command was killed is taken over as it is', async () => {
    const { home, server, lock } = await folder();
    const starter = script(
      `import { EmbeddedServer } from '#database';
      console.log(await new EmbeddedServer({ home: process.env.NUJOOM_HOME, language: 'en' }, false).start());
      setInterval(() => {}, 1000);`,
      { NUJOOM_HOME: home },
    );
    await until(() => starter.stdout().includes('postgres://'));
    const pid = await pidIn(lock);
    starter.child.kill('SIGKILL');
    await starter.ended;
    expect(await server.start()).toBe(starter.stdout().trim());
    expect(await pidIn(lock)).toBe(pid);
    await server.stop('immediate');
  });

  it('a postmaster that was killed alone leaves nothing that stops the next start', async () => {
    const { server, lock } = await folder();
    const url = await server.start();
    const busy = ask(url, 'select pg_sleep(60)').catch(() => 'cut off');
    await until(
      async () => (await ask(url, `select 1 from pg_stat_activity where query like '%sleep(60)'`)).length > 0,
    );
    process.kill(await pidIn(lock), 'SIGKILL');
    await ask(await server.start(), 'select 1');
    expect(await busy).toBe('cut off');
    await server.stop('immediate');
  });

  it('a cluster half made is made anew', async () => {
    const { home, server } = await folder();
    const maker = script(
      `import { EmbeddedServer } from '#database';
      await new EmbeddedServer({ home: process.env.NUJOOM_HOME, language: 'en' }, false).start();`,
      { NUJOOM_HOME: home },
    );
    const unfinished = async () => (await readdir(home)).find((name) => name.startsWith('.database-'));
    await until(
      async () =>
        await access(join(home, (await unfinished()) ?? '-', 'cluster/base')).then(
          () => true,
          () => false,
        ),
    );
    maker.child.kill('SIGKILL');
    await killAll(home);
    expect(await unfinished()).toBeDefined();
    await server.start();
    expect(await unfinished()).toBeUndefined();
    await server.stop('immediate');
  });
});

async function otherProgram(uid: number, gid: number): Promise<{ pid: number | null; end: () => void }> {
  const other = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' });
  await once(other, 'spawn');
  return { pid: other.pid ?? null, end: () => void other.kill() };
}

/** A shell's child that ended, under a parent that the shell became and that never asks for it. */
async function zombie(uid: number, gid: number): Promise<{ pid: number | null; end: () => void }> {
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 600'], {
    uid,
    gid,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(chunk.toString());
  await until(async () => / Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return { pid, end: () => void parent.kill() };
}
