import { dirname, join } from 'node:path';
import { findPackageJSON } from 'node:module';
import { launch, type Browser, type Page } from 'puppeteer';
import { findBrowser, fonts, type FoundBrowser } from '#printing';
import { face } from '#reports';
import { Figures, ResultsImport } from '#results';
import { pageOf, ReportPrinter } from '#scorecards';
import { SETTINGS, type Settings } from '#settings';
import { median } from '#statistics';
import { watchMemory } from './memory.js';
import { timed, type Measure } from './measure.js';
import { onFreshPlatform, type BenchPlatform } from './platform.js';

const documents = 100;
/** Ours and the baselines take turns, so that what else the machine does weighs on all of them alike. */
const rounds = 2;
const launchesARound = 6;

/** The printing of 100 scorecards: against a browser launched for each, and against bare `page.pdf()` of the same text. */
export function measureScorecards(): Promise<Measure[]> {
  return onFreshPlatform(async (platform) => {
    const pages = await scorecardPages(platform);
    const { ours, bare, launched, kilobytes, megabytes } = await inTurns(platform, pages);
    const figures = { 'ms per PDF': ours, 'KB per PDF': kilobytes, 'MB peak': megabytes };
    return [
      {
        name: '100 scorecards, against a browser for each',
        figures,
        baseline: { what: 'a browser launched for each', value: launched, unit: 'ms per PDF' },
        ratio: launched / ours,
        aim: 'at least 10 times faster',
        met: launched / ours >= 10,
      },
      {
        name: '100 scorecards, against bare printing',
        figures,
        baseline: { what: 'page.pdf() of the same text without charts, two pages', value: bare, unit: 'ms per PDF' },
        ratio: ours / bare,
        aim: 'at most 1.5 times the baseline',
        met: ours / bare <= 1.5,
      },
    ];
  });
}

async function inTurns({ rooms }: BenchPlatform, pages: readonly string[]) {
  const found = await findBrowser({ home: rooms.get<Settings>(SETTINGS).home });
  const printer = await rooms.get(ReportPrinter).open();
  const bareBrowser = await start(found);
  const barePages = [await bareBrowser.newPage(), await bareBrowser.newPage()];
  const times = { ours: [] as number[], bare: [] as number[], launched: [] as number[] };
  let bytes = 0;
  await Promise.all([...pages.slice(0, 4), ...pages.slice(-4)].map((html) => printer.print(html)));
  await printBare(barePages, pages.slice(0, 4).map(withoutCharts));
  const memory = watchMemory(() => (printer.browserPid === null ? [] : [printer.browserPid]));
  for (let round = 0; round < rounds; round++) {
    const share = pages.slice((round * documents) / rounds, ((round + 1) * documents) / rounds);
    const ours = await timed(() => Promise.all(share.map((html) => printer.print(html))));
    bytes += ours.result.reduce((sum, pdf) => sum + pdf.byteLength, 0);
    times.ours.push(ours.ms / share.length);
    times.bare.push((await timed(() => printBare(barePages, share.map(withoutCharts)))).ms / share.length);
    times.launched.push((await timed(() => printLaunching(found, share.slice(0, launchesARound)))).ms / launchesARound);
  }
  const megabytes = await memory.stop();
  await bareBrowser.close();
  const [ours, bare, launched] = [times.ours, times.bare, times.launched].map((of) => median(of) ?? NaN) as [
    number,
    number,
    number,
  ];
  return { ours, bare, launched, kilobytes: bytes / 1024 / pages.length, megabytes };
}

async function scorecardPages({ rooms }: BenchPlatform): Promise<string[]> {
  const demo = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'demo/uk-civil-service');
  for (const cycle of ['2023', '2024']) {
    const file = join(demo, `people-survey-${cycle}.csv`);
    await rooms.get(ResultsImport).run({ file, cycle, study: 'employee-happiness' });
  }
  const { figures } = await rooms.get(Figures).of('2024');
  const typeface = await fonts(face);
  return figures.agencies.slice(0, documents).map(({ agency }, index) => {
    const language = index < documents / 2 ? 'ar' : 'en';
    return pageOf({ cycle: '2024', agency: agency.code, language }, figures, typeface);
  });
}

/** As little as one can do: one browser, two pages, the text set and printed, nothing guarded. */
async function printBare(barePages: readonly Page[], documentsOfRound: readonly string[]): Promise<void> {
  const waiting = documentsOfRound.values();
  const work = async (page: Page) => {
    for (const html of waiting) await setAndPrint(page, html);
  };
  await Promise.all(barePages.map(work));
}

async function printLaunching(found: FoundBrowser, documentsOfRound: readonly string[]): Promise<void> {
  for (const html of documentsOfRound) {
    const browser = await start(found);
    await setAndPrint(await browser.newPage(), html);
    await browser.close();
  }
}

async function setAndPrint(page: Page, html: string): Promise<void> {
  await page.setContent(html, { waitUntil: 'load' });
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

function start({ executablePath, env, sandbox }: FoundBrowser): Promise<Browser> {
  const args = ['--disable-background-networking', ...(sandbox ? [] : ['--no-sandbox'])];
  return launch({ executablePath, headless: 'shell', env: { ...process.env, ...env }, args });
}

function withoutCharts(html: string): string {
  return html.replace(/<svg[^>]*>[\s\S]*?<\/svg>/g, '');
}
