import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { texts as platformTexts } from '#contract';
import { nodeTooOld } from '../../bin/node-version.mjs';
import { texts } from '../../bin/texts.mjs';
import { testFolder } from '../platform/database.js';
import { built, nujoom, program } from './processes.js';

const bin = join(import.meta.dirname, '../../bin');

describe('a Node that is too old', () => {
  /** Tells a script that it runs on another Node. */
  async function pretend(version: string): Promise<string> {
    const file = join(await testFolder(), 'pretend.cjs');
    await writeFile(file, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
    return file;
  }

  it.each([
    ['bootstrap.mjs', 'en', '20.18.3', 'Node 20.18.3 is too old; Nujoom needs Node 20.19 or newer.\n'],
    ['nujoom.mjs', 'ar', '12.22.12', 'إصدار Node ‏12.22.12 قديم، ويحتاج نجوم إلى الإصدار 20.19 أو أحدث.\n'],
  ])('is refused in one sentence by %s (%s)', async (file, language, version, sentence) => {
    const args = ['--require', await pretend(version), join(bin, file), 'start'];
    const started = program(args, { env: { NUJOOM_LANGUAGE: language } });
    expect(await started.ended).toBe(1);
    expect(started.stderr()).toBe(sentence);
  });

  it.each(['bootstrap.mjs', 'nujoom.mjs', 'node-version.mjs'])('can read %s', async (file) => {
    const source = (await readFile(join(bin, file), 'utf8')).replace(/^\/\/.*$/gm, '');
    expect(source).not.toMatch(/\?\.|\?\?|^await |'node:|&&=|\|\|=|replaceAll|hasOwn/m);
  });
});

describe('the texts before the build', () => {
  it('are those of the platform where it has them', () => {
    for (const language of ['en', 'ar'] as const)
      expect(nodeTooOld[language]).toBe(platformTexts[language]['problem.start.nodeTooOld']);
  });

  it('exist in both languages', () => {
    expect(Object.keys(texts.ar)).toEqual(Object.keys(texts.en));
  });
});

describe('the packages', () => {
  it('are installed when they are missing or the lock is another, and only then', async () => {
    const checkout = await testFolder();
    await cp(bin, join(checkout, 'bin'), { recursive: true });
    const lock = (version: string) =>
      JSON.stringify({
        name: 'checkout',
        lockfileVersion: 3,
        packages: {
          '': { dependencies: { one: 'file:one' } },
          one: { version },
          'node_modules/one': { resolved: 'one', link: true },
        },
      });
    await mkdir(join(checkout, 'one'));
    await writeFile(join(checkout, 'one/package.json'), '{ "name": "one", "version": "1.0.0" }');
    await writeFile(join(checkout, 'package.json'), '{ "name": "checkout", "dependencies": { "one": "file:one" } }');
    await writeFile(join(checkout, 'package-lock.json'), lock('1.0.0'));
    const install = async () => {
      const code = `const { ensureInstalled } = await import('./bin/install.mjs'); await ensureInstalled();`;
      const run = program(['--input-type=module', '--eval', code], { cwd: checkout });
      expect(await run.ended).toBe(0);
      return run.stderr();
    };
    expect(await install()).toBe(`${texts.en.installing}…\n`);
    expect((await stat(join(checkout, 'node_modules/one'))).isDirectory()).toBe(true);
    expect(await install()).toBe('');
    await writeFile(join(checkout, 'package-lock.json'), `${lock('1.0.0')}\n`);
    expect(await install()).toBe(`${texts.en.installing}…\n`);
    expect(await install()).toBe('');
  });
});

describe('the `nujoom` command', () => {
  beforeAll(built);

  it.each([
    ['en', 'Usage:', 'Commands:', 'start the platform'],
    ['ar', 'طريقة الاستخدام:', 'الأوامر:', 'تشغيل المنصة'],
  ])('shows its help in %s', async (language, ...words) => {
    const help = nujoom(['--help'], { env: { NUJOOM_LANGUAGE: language } });
    expect(await help.ended).toBe(0);
    for (const word of words) expect(help.stdout()).toContain(word);
  });

  it.each([
    [['nothing'], 'cli.fault.unknownCommand', 'nothing'],
    [['start', '--fast'], 'cli.fault.unknownOption', '--fast'],
  ] as const)('refuses %j in one sentence of its language', async (args, key, name) => {
    const refused = nujoom([...args], { env: { NUJOOM_LANGUAGE: 'ar' } });
    expect(await refused.ended).toBe(1);
    const reason = platformTexts.ar[key].replace('{name}', name);
    expect(refused.stderr()).toBe(`${platformTexts.ar['problem.command.failed'].replace('{reason}', reason)}\n`);
  });
});
