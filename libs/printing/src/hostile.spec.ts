import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser, pdfText, Printer, type FoundBrowser } from './index.js';
import { guards, NO_HOSTS } from './guards.js';
import { hostilePayloads as payloads } from './hostile-payloads.js';

const SENTINEL = 'the-secret-of-this-machine';
const inBody = (payload: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>hostile</title></head><body><p>A comment: ${payload}</p></body></html>`;
const inHead = (payload: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>hostile</title>${payload}</head><body><p>A comment</p></body></html>`;

let listener: Server;
let requests: string[];
let connections: number;
let folder: string;
let found: FoundBrowser;

const armed = (payload: string, way: string, number: number): string => {
  const { port } = listener.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/${way}/${number}`;
  return payload.replaceAll('$URL', url).replaceAll('$FILE', pathToFileURL(join(folder, 'secret.txt')).href);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nujoom-hostile-'));
  await writeFile(join(folder, 'secret.txt'), SENTINEL);
  listener = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' }).end();
  });
  listener.on('upgrade', (request, socket) => {
    requests.push(request.url ?? '');
    socket.destroy();
  });
  listener.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  found = await findBrowser();
});
beforeEach(() => {
  requests = [];
  connections = 0;
});
afterAll(async () => {
  listener.closeAllConnections();
  listener.close();
  await rm(folder, { recursive: true });
});

/** The numbers of the payloads that got a request out. */
const escaped = (): number[] => [...new Set(requests.map((path) => Number(path.split('/')[2])))].sort((a, b) => a - b);

/** Opens every payload on a page of its own, four at a time, and prints it; `open` decides how, `read` what is returned. */
async function openAll<T>(
  browser: Browser,
  open: (page: Page, payload: string, number: number) => Promise<unknown>,
  read: (page: Page, pdf: Uint8Array) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  const waiting = payloads.map((payload, number) => ({ payload, number }));
  const visit = async (payload: string, number: number): Promise<void> => {
    const page = await browser.newPage();
    page.setDefaultNavigationTimeout(patience);
    await open(page, payload, number).catch(() => undefined);
    results.push(await read(page, await page.pdf({ timeout: patience })));
    await page.close();
  };
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      // A page that refuses, or that never answers again, is one that could not be read: the next takes its turn.
      await Promise.race([visit(next.payload, next.number).catch(() => undefined), patienceIsOver()]);
    }
  };
  try {
    await Promise.all([work(), work(), work(), work()]);
    return results;
  } finally {
    browser.process()?.kill('SIGKILL');
  }
}

/** How long a hostile page may keep its browser from answering, in ms: some of them never let go. */
const patience = 5_000;
const patienceIsOver = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 2 * patience).unref());

/** A process for each of hundreds of pages costs more than the pages: they share a few. What a page can reach is the same. */
const fewProcesses = [
  '--renderer-process-limit=2',
  '--in-process-gpu',
  '--disable-features=SpareRendererForSitePerProcess',
];

async function plainBrowser(...args: string[]): Promise<Browser> {
  const { executablePath, env } = found;
  const whole = { ...process.env, ...env };
  return puppeteer.launch({
    executablePath,
    env: whole,
    headless: 'shell',
    pipe: true,
    protocolTimeout: patience,
    args: ['--no-sandbox', ...fewProcesses, ...args],
  });
}

const textOf = async (pdf: Uint8Array): Promise<string> => (await pdfText(pdf)).pages.map((page) => page.text).join();

describe('hostile documents', () => {
  it('are many', () => expect(new Set(payloads).size).toBeGreaterThanOrEqual(100));

  it('do get out of a plain page, and read files from one opened from a file', async () => {
    const open = async (page: Page, payload: string, number: number): Promise<void> => {
      const file = join(folder, `${number}.html`);
      await writeFile(file, inBody(armed(payload, 'plain', number)));
      await page.goto(pathToFileURL(file).href);
    };
    const texts = await openAll(await plainBrowser(), open, (_, pdf) => textOf(pdf));
    expect(escaped().length).toBeGreaterThan(50);
    expect(texts.join('\n')).toContain(SENTINEL);
  }, 300_000);

  it.each([
    ['noScripts', 70, [guards.noScripts]],
    ['offline', 10, [guards.offline]],
    ['noRequests', 10, [guards.noRequests]],
    ['policy', 0, [guards.noRequests, guards.policy, (page: Page) => page.setRequestInterception(false)]],
    ['NO_HOSTS', 0, []],
  ])(
    'behind %s alone at most %i get out',
    async (way, atMost, layers) => {
      const open = async (page: Page, payload: string, number: number): Promise<void> => {
        for (const layer of layers) await layer(page);
        await page.setContent(inBody(armed(payload, way, number)));
      };
      const browser = await plainBrowser(...(way === 'NO_HOSTS' ? [NO_HOSTS] : []));
      const titles = await openAll(browser, open, (page) => page.title().catch(() => 'elsewhere'));
      expect(titles.filter((title) => title === 'hostile').length).toBeGreaterThan(payloads.length - 20);
      expect(escaped().length).toBeLessThanOrEqual(atMost);
    },
    300_000,
  );

  it('reach nothing from the printer: no request, no connection, no file', async () => {
    const printer = await Printer.open({ browser: found });
    const places = [inBody, inHead, (text: string) => text];
    const documents = payloads.flatMap((payload, number) =>
      places.map((place) => place(armed(payload, 'all', number))),
    );
    const printed = await Promise.allSettled(documents.map((html) => printer.print(html)));
    await printer.close();
    expect({ requests, connections }).toEqual({ requests: [], connections: 0 });

    const texts = printed.map(async (result, i) =>
      result.status === 'fulfilled' && documents[i]?.includes('file:') ? await textOf(result.value) : '',
    );
    expect((await Promise.all(texts)).join('\n')).not.toContain(SENTINEL);
    const refused = printed.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(refused).toMatchObject(places.map(() => ({ reason: 'font' }))); // a font from elsewhere is not to be had
  }, 300_000);
});
