import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { findBrowser, pdfText, Printer, type FoundBrowser } from './index.js';
import { typescriptChild } from './typescript-child.js';

const page = (text: string): string =>
  `<!doctype html><html lang="en"><head><title>${text}</title></head><body><p>${text}</p></body></html>`;
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `Centre ${i}`);
const textOf = async (pdf: Uint8Array): Promise<string | undefined> => (await pdfText(pdf)).pages[0]?.text;

/** The living processes of a browser: those of the group it leads. */
function livingOf(group: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, state, , pgrp] = /\) (\S) (\d+) (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'latin1')) ?? [];
        return Number(pgrp) === group && state !== 'Z' ? [Number(name)] : [];
      } catch {
        return []; // gone meanwhile
      }
    });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

let found: FoundBrowser;
let printer: Printer;
const pidOf = (one: Printer): number => one.browserPid ?? NaN;
const open = async (options: { timeoutMs?: number; printsPerBrowser?: number } = {}): Promise<number> => {
  printer = await Printer.open({ browser: found, ...options });
  return pidOf(printer);
};

beforeAll(async () => {
  found = await findBrowser();
});
afterEach(() => printer.close());

describe('a browser that dies', () => {
  it('in the middle of prints, five times, costs no print', async () => {
    await open();
    let done = 0;
    const killed = new Set<number>();
    const prints = names(45).map(async (name) => {
      const pdf = await printer.print(page(name));
      if (++done % 8 === 0) {
        process.kill(pidOf(printer), 'SIGKILL');
        killed.add(pidOf(printer));
      }
      return textOf(pdf);
    });
    expect(await Promise.all(prints)).toEqual(names(45));
    expect(killed.size).toBe(5);
  });

  it('between prints is replaced, and leaves no child', async () => {
    const pid = await open();
    process.kill(pid, 'SIGKILL');
    expect(await textOf(await printer.print(page('after')))).toBe('after');
    expect(pidOf(printer)).not.toBe(pid);
    await until(() => livingOf(pid).length === 0);
  });

  it('page by page is replaced too', async () => {
    const pid = await open();
    const renderers = livingOf(pid).filter((one) => readFileSync(`/proc/${one}/cmdline`).includes('--type=renderer'));
    renderers.forEach((one) => process.kill(one, 'SIGKILL'));
    expect(renderers.length).toBeGreaterThan(0);
    expect(await textOf(await printer.print(page('after')))).toBe('after');
  });
});

describe('a browser that hangs', () => {
  it('is killed within half the time allowed, and the print is done by another', async () => {
    const pid = await open({ timeoutMs: 6_000 });
    process.kill(-pid, 'SIGSTOP');
    expect(await Promise.all(names(3).map(async (name) => textOf(await printer.print(page(name)))))).toEqual(names(3));
    expect(pidOf(printer)).not.toBe(pid);
    expect(livingOf(pid)).toEqual([]);
  });

  it('on one document fails that one alone', async () => {
    await open();
    const beside = Promise.all(names(20).map(async (name) => textOf(await printer.print(page(name)))));
    const tooLong = printer.print(page('slow'), { timeoutMs: 1 });
    await expect(tooLong).rejects.toMatchObject({ name: 'PrintFailed', reason: 'timeout' });
    expect(await beside).toEqual(names(20));
  });
});

describe('a printer', () => {
  it('takes a fresh browser after so many prints', async () => {
    const pids = new Set([await open({ printsPerBrowser: 4 })]);
    for (const name of names(12)) {
      await printer.print(page(name));
      pids.add(pidOf(printer));
    }
    await printer.close();
    expect(pids.size).toBe(3);
    expect([...pids].flatMap(livingOf)).toEqual([]);
  });

  it('on closing finishes what is printing, refuses what waits, and leaves no process', async () => {
    const pid = await open();
    const printing = names(5).map((name) => printer.print(page(name)));
    await Promise.race(printing); // the first is done, the second on its page, the third perhaps
    const closed = printer.close();
    const results = await Promise.allSettled(printing);
    await closed;
    expect(results.slice(0, 2)).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled' }]);
    expect(results.slice(3)).toMatchObject([{ reason: { reason: 'closed' } }, { reason: { reason: 'closed' } }]);
    await expect(printer.print(page('late'))).rejects.toMatchObject({ reason: 'closed' });
    expect(livingOf(pid)).toEqual([]);
    expect(printer.browserPid).toBeNull();
  });

  it('on closing kills a browser that hangs', async () => {
    const pid = await open();
    process.kill(-pid, 'SIGSTOP');
    await printer.close();
    expect(livingOf(pid)).toEqual([]);
  });

  it('killed itself leaves a browser that ends by itself', async () => {
    const child = typescriptChild(`
      const { findBrowser, Printer } = await room('index.ts');
      console.log((await Printer.open({ browser: await findBrowser() })).browserPid);
    `);
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(livingOf(pid).length).toBeGreaterThan(1);
    child.kill('SIGKILL');
    await until(() => livingOf(pid).length === 0);
  });
});
