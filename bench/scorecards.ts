import { dirname, join } from 'node:path';
import { findPackageJSON } from 'node:module';
import { launch, type Browser } from 'puppeteer';
import { findBrowser, type FoundBrowser } from '#printing';
import { Figures, ResultsImport } from '#results';
import { fonts, LazyPrinter, pageOf } from '#scorecards';
import { SETTINGS, type Settings } from '#settings';
import { watchMemory } from './memory.js';
import { timed, type Measure } from './measure.js';
import { onFreshPlatform, type BenchPlatform } from './platform.js';

const documents = 100;
const launches = 5;

/** The printing of 100 scorecards: against a browser launched for each, and against bare `page.pdf()` of the same text. */
export function measureScorecards(): Promise<Measure[]> {
  return onFreshPlatform(async (platform) => {
    const pages = await scorecardPages(platform);
    const settings = platform.rooms.get<Settings>(SETTINGS);
    const browser = await findBrowser({ home: settings.home });
    const ours = await printOurs(platform, pages);
    const bare = await printBare(browser, pages.map(withoutCharts));
    const each = await printLaunching(browser, pages.slice(0, launches));
    const figures = { 'ms per PDF': ours.ms, 'KB per PDF': ours.kilobytes, 'MB peak': ours.megabytes };
    return [
      {
        name: '100 scorecards, against a browser for each',
        figures,
        baseline: { what: 'a browser launched for each', value: each, unit: 'ms per PDF' },
        ratio: each / ours.ms,
        aim: 'at least 10 times faster',
        met: each / ours.ms >= 10,
      },
      {
        name: '100 scorecards, against bare printing',
        figures,
        baseline: { what: 'page.pdf() of the same text without charts, two pages', value: bare, unit: 'ms per PDF' },
        ratio: ours.ms / bare,
        aim: 'at most 1.5 times the baseline',
        met: ours.ms / bare <= 1.5,
      },
    ];
  });
}

async function scorecardPages({ rooms }: BenchPlatform): Promise<string[]> {
  const demo = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'demo/uk-civil-service');
  for (const cycle of ['2023', '2024']) {
    const file = join(demo, `people-survey-${cycle}.csv`);
    await rooms.get(ResultsImport).run({ file, cycle, study: 'employee-happiness' });
  }
  const { figures } = await rooms.get(Figures).of('2024');
  const typeface = await fonts();
  return figures.agencies.slice(0, documents).map(({ agency }, index) => {
    const language = index < documents / 2 ? 'ar' : 'en';
    return pageOf({ cycle: '2024', agency: agency.code, language }, figures, typeface);
  });
}

async function printOurs({ rooms }: BenchPlatform, pages: readonly string[]) {
  const printer = await rooms.get(LazyPrinter).open();
  await Promise.all(pages.slice(0, 4).map((html) => printer.print(html)));
  const memory = watchMemory(() => (printer.browserPid === null ? [] : [printer.browserPid]));
  const { ms, result } = await timed(() => Promise.all(pages.map((html) => printer.print(html))));
  const megabytes = await memory.stop();
  const bytes = result.reduce((sum, pdf) => sum + pdf.byteLength, 0);
  return { ms: ms / pages.length, kilobytes: bytes / 1024 / pages.length, megabytes };
}

/** As little as one can do: one browser, two pages, the text set and printed, nothing guarded. */
async function printBare(found: FoundBrowser, pages: readonly string[]): Promise<number> {
  const browser = await start(found);
  const waiting = pages.values();
  const work = async () => {
    const page = await browser.newPage();
    for (const html of waiting) {
      await page.setContent(html, { waitUntil: 'load' });
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    }
  };
  const { ms } = await timed(() => Promise.all([work(), work()]));
  await browser.close();
  return ms / pages.length;
}

async function printLaunching(found: FoundBrowser, pages: readonly string[]): Promise<number> {
  const { ms } = await timed(async () => {
    for (const html of pages) {
      const browser = await start(found);
      const page = await browser.newPage();
      await page.setContent(html, { waitUntil: 'load' });
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      await browser.close();
    }
  });
  return ms / pages.length;
}

function start({ executablePath, env, sandbox }: FoundBrowser): Promise<Browser> {
  const args = ['--disable-background-networking', ...(sandbox ? [] : ['--no-sandbox'])];
  return launch({ executablePath, headless: 'shell', env: { ...process.env, ...env }, args });
}

function withoutCharts(html: string): string {
  return html.replace(/<svg[^>]*>[\s\S]*?<\/svg>/g, '');
}
