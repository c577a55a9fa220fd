import { once } from 'node:events';
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { textsIn, type Language, type TextKey, type TextParams } from '#contract';
import { holdDatabase, migrate } from '#database';
import { migrations } from '../../migrations/index.js';
import { ownServer, testFolder } from '../platform/database.js';
import { built, nujoom, processesOn, type ProgramOptions, until } from './processes.js';

type Expected = readonly [TextKey, TextParams];

/** Starts the platform, which must refuse: with that sentence alone, in that language, and with nothing left behind. */
async function refused(
  home: string,
  [key, params]: Expected,
  options: ProgramOptions,
  language: Language,
): Promise<void> {
  const env = { NUJOOM_HOME: home, NUJOOM_LANGUAGE: language, PORT: '0', ...options.env };
  const start = nujoom(['start'], { ...options, env });
  expect(await start.ended).toBe(1);
  const sentence = start
    .stderr()
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith('…'));
  expect(sentence).toEqual([textsIn(language)(key, params)]);
  expect(start.stdout()).toBe('');
  await until(() => processesOn(home).length === 0);
}

async function refusedInBoth(home: string, expected: Expected, options: ProgramOptions = {}): Promise<void> {
  for (const language of ['en', 'ar'] as const) await refused(home, expected, options, language);
}

async function takenPort(): Promise<{ readonly port: number; readonly free: () => void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, free: () => void server.close() };
}

beforeAll(built);

describe('`nujoom start` refuses in one sentence', () => {
  it('a port that is taken, before anything is made', async () => {
    const { port, free } = await takenPort();
    const home = await testFolder();
    await refusedInBoth(home, ['problem.start.portTaken', { port, host: '127.0.0.1' }], {
      env: { PORT: String(port) },
    });
    expect(await readdir(home)).toEqual([]);
    free();
  });

  it('a port that is taken, when somebody else already runs the database', async () => {
    const { port, free } = await takenPort();
    const settings = { home: await testFolder(), language: 'en', databaseUrl: null } as const;
    const held = await holdDatabase(settings);
    const start = nujoom(['start'], { env: { NUJOOM_HOME: settings.home, PORT: String(port) } });
    expect(await start.ended).toBe(1);
    expect(start.stderr()).toContain(textsIn('en')('problem.start.portTaken', { port, host: '127.0.0.1' }));
    expect(held.url).toContain('127.0.0.1');
    await held.leave();
    await until(() => processesOn(settings.home).length === 0);
    free();
  });

  it.each([
    ['PORT', 'eighty', 'a port from 0 to 65535'],
    ['HOST', '203.0.113.7', 'an address of this machine, such as 127.0.0.1'],
    ['HOST', 'no-such-host.invalid', 'an address of this machine, such as 127.0.0.1'],
    ['NUJOOM_PROXIES', 'two', 'a number from 0 to 10'],
  ])('the wrong setting %s=%s', async (name, value, expected) => {
    const refusal: Expected = ['problem.settings.invalid', { name, value, expected }];
    await refused(await testFolder(), refusal, { env: { [name]: value } }, 'ar');
  });

  it('a language it does not speak, in English', async () => {
    const expected = [
      'problem.settings.invalid',
      { name: 'NUJOOM_LANGUAGE', value: 'fr', expected: 'ar or en' },
    ] as const;
    await refused(await testFolder(), expected, { env: { NUJOOM_LANGUAGE: 'fr' } }, 'en');
  });

  it('a folder that is a file', async () => {
    const home = join(await testFolder(), 'file');
    await writeFile(home, '');
    await refusedInBoth(home, ['problem.start.folderNotWritable', { home }]);
  });

  it('a folder in a place where none can be made', async () => {
    await refused('/proc/nujoom', ['problem.start.folderNotWritable', { home: '/proc/nujoom' }], {}, 'en');
  });

  it('a folder that belongs to somebody else', async () => {
    const home = join(await testFolder(), 'theirs');
    await mkdir(home, { mode: 0o755 });
    await refused(home, ['problem.start.folderNotWritable', { home }], { uid: 65_534 }, 'en');
  });

  it('a disk that is full', async () => {
    const home = await testFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'tmpfs', home]);
    try {
      await refused(home, ['problem.start.folderNotWritable', { home }], {}, 'en');
      expect((await readdir(home)).filter((name) => name !== 'logs')).toEqual([]);
    } finally {
      execFileSync('umount', [home]);
    }
  });

  it('a second start on the same folder', async () => {
    const settings = { home: await testFolder(), language: 'en', databaseUrl: null } as const;
    const first = await holdDatabase(settings, { claim: true });
    const start = nujoom(['start'], { env: { NUJOOM_HOME: settings.home, PORT: '0' } });
    expect(await start.ended).toBe(1);
    expect(start.stderr()).toContain(textsIn('en')('problem.start.alreadyRunning', { home: settings.home }));
    await first.leave();
    await until(() => processesOn(settings.home).length === 0);
  });
});

describe('`nujoom start` refuses a database of one’s own', () => {
  it.each<[string, string, string, TextKey, TextParams]>([
    ['where nothing listens', 'postgres://me:hush@127.0.0.1:1/x', '127.0.0.1:1', 'start.reason.refused', {}],
    ['on a machine nobody knows', 'postgres://me:hush@db.invalid/x', 'db.invalid:5432', 'start.reason.unknownHost', {}],
  ])('%s', async (_, databaseUrl, address, key, params) => {
    const home = await testFolder();
    const reason = textsIn('ar')(key, params);
    const expected = ['problem.start.databaseUnreachable', { address, reason }] as const;
    await refused(home, expected, { env: { DATABASE_URL: databaseUrl } }, 'ar');
  });

  it('that does not know us, is not there, or is newer, and never tells the password', async () => {
    const server = await ownServer();
    const home = await testFolder();
    const { host } = new URL(server.url);
    const wrong = (change: (url: URL) => void) => {
      const url = new URL(server.url);
      change(url);
      return { env: { DATABASE_URL: url.href } };
    };
    const unreachable = (reason: string): Expected => ['problem.start.databaseUnreachable', { address: host, reason }];
    const say = textsIn('en');
    const guess = wrong((url) => (url.password = 'guess'));
    await refused(home, unreachable(say('start.reason.credentials', { user: 'nujoom' })), guess, 'en');
    const elsewhere = wrong((url) => (url.pathname = '/elsewhere'));
    await refused(home, unreachable(say('start.reason.noDatabase', { database: 'elsewhere' })), elsewhere, 'en');

    await migrate(server.url, [...migrations, Newer4102444800000]);
    const newer: Expected = ['problem.start.databaseNewer', { migration: 'Newer4102444800000' }];
    await refused(home, newer, { env: { DATABASE_URL: server.url } }, 'en');
    await server.stop('immediate');
  });
});

class Newer4102444800000 {
  readonly name = 'Newer4102444800000';
  up(): Promise<void> {
    return Promise.resolve();
  }
  down(): Promise<void> {
    return Promise.resolve();
  }
}
