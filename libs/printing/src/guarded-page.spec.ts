import type { Page } from 'puppeteer';
import { GuardedPage } from './guarded-page.js';
import { findBrowser, pdfText } from './index.js';
import { launch, type Running } from './launch.js';

const html = '<!doctype html><html lang="en"><head><title>t</title></head><body><p>ours</p></body></html>';
const textOf = async (pdf: Uint8Array): Promise<string | undefined> => (await pdfText(pdf)).pages[0]?.text;

let running: Running;
let guarded: GuardedPage;
let page: Page;

beforeAll(async () => {
  running = await launch(await findBrowser());
  guarded = await GuardedPage.open(running.browser);
  page = (await running.browser.pages()).at(-1) as Page;
});
afterAll(() => running.kill());

describe('a guarded page', () => {
  it('that became another one while it was printed says so', async () => {
    const pdf = page.pdf.bind(page);
    page.pdf = async (options) => {
      await page.goto('about:blank');
      return pdf(options);
    };
    await expect(guarded.print(html, null)).rejects.toMatchObject({ name: 'PrintFailed', reason: 'navigated' });
    page.pdf = pdf;
    expect(await textOf(await guarded.print(html, null))).toBe('ours');
  });

  it('that became another one between prints goes back to its desk', async () => {
    await guarded.print(html, null);
    await page.goto('data:text/html,<p>theirs</p>');
    expect(await textOf(await guarded.print(html, null))).toBe('ours');
    expect(page.url()).toBe('https://desk.invalid/');
  });

  it('still runs what we ask, and nothing the document asks', async () => {
    const script = '<script>document.querySelector("p").textContent = "scripted"</script>';
    expect(await textOf(await guarded.print(html.replace('</body>', `${script}</body>`), 'named'))).toBe('ours');
    expect(await page.title()).toBe('named');
  });
});
