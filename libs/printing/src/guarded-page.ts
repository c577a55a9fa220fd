import type { Browser, Page } from 'puppeteer';
import { guards } from './guards.js';
import { fillPage } from './in-page.js';
import { withOutline } from './outline.js';
import { PrintFailed } from './print-failed.js';
import { sheetOf } from './sheet.js';

/** A4 unless the document says otherwise in `@page`; tagged and with an outline, for screen readers. */
const PAPER = { format: 'A4', preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

/** A page kept for printing one document after another, behind all guards. */
export class GuardedPage {
  /** Rejects when the page's process dies: the protocol itself would wait for ever. */
  readonly crashed: Promise<never>;
  #shell: string | null = null;
  #navigated = true;

  private constructor(private readonly page: Page) {
    this.crashed = new Promise((_, reject) => {
      page.once('error', (error) => reject(new PrintFailed('browser', 'the page died', error)));
    });
    this.crashed.catch(() => undefined); // nobody may be printing just then
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#navigated = true;
    });
  }

  static async open(browser: Browser): Promise<GuardedPage> {
    const page = await browser.newPage();
    page.setDefaultTimeout(0); // the printer keeps the time
    await guards.noRequests(page);
    await guards.noScripts(page);
    await guards.offline(page);
    await page.emulateMediaType('print');
    // Nobody looks at the page itself: a window of one line saves drawing it on a screen that is not there.
    await page.setViewport({ width: 794, height: 1 });
    return new GuardedPage(page);
  }

  /** Rejects with `PrintFailed`, or with the browser's own error. */
  async print(html: string, title: string | null): Promise<Uint8Array> {
    const sheet = sheetOf(html);
    if (this.#navigated || sheet === null || sheet.shell !== this.#shell) {
      await this.#startAfresh(sheet?.shell ?? html);
      this.#shell = sheet?.shell ?? null;
    }
    const { brokenFonts, headings } = await this.page.evaluate(fillPage, sheet?.contents ?? null, title);
    if (brokenFonts.length > 0) {
      throw new PrintFailed('font', `an embedded font cannot be read: ${brokenFonts.join(', ')}`);
    }
    const pdf = await this.page.pdf({ ...PAPER, waitForFonts: false, timeout: 0 });
    if (this.#navigated) throw new PrintFailed('navigated', 'the document tried to become another one');
    return withOutline(pdf, headings);
  }

  /**
   * Writes onto a new document: a policy in the old one's head would bind all that came after it. Reading a
   * document's fonts takes a third of the whole print, so this is done only when what stands before the body changes.
   */
  async #startAfresh(html: string): Promise<void> {
    this.#shell = null;
    await guards.policy(this.page);
    this.#navigated = false;
    await this.page.setContent(html);
  }
}
