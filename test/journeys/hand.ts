import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Browser, Page } from 'puppeteer';
import { textsIn, type Language, type Say } from '#contract';
import { keptOffline, seen } from '../tablet/tablet-browser.js';

/** What a shopper's hand does on the screen of a tablet: by the words that stand there. */
export class Hand {
  readonly say: Say;

  private constructor(
    readonly page: Page,
    private readonly language: Language,
  ) {
    this.say = textsIn(language);
  }

  /** Opens the notes of a browser, in a language, without being enrolled yet. */
  static async on(browser: Browser, address: string, language: Language): Promise<Hand> {
    const page = await browser.newPage();
    await page.setViewport({ width: 800, height: 1180, hasTouch: true });
    await page.goto(address);
    return new Hand(page, language);
  }

  /** The same hand on a screen that speaks another language now. */
  speaking(language: Language): Hand {
    return new Hand(this.page, language);
  }

  /** Presses the button with these words. */
  async press(words: string): Promise<void> {
    const found = `[...document.querySelectorAll('button')].filter((one) => !one.disabled && one.checkVisibility())
      .find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === ${JSON.stringify(words)})`;
    await seen(this.page, found).catch((cause: unknown) => this.fail(`no button “${words}”`, cause));
    const button = await this.page.evaluateHandle(found);
    await (button.asElement() as Awaited<ReturnType<Page['$']>>)?.click();
  }

  /** Chooses an answer of an item by its code. */
  async choose(item: string, answer: string): Promise<void> {
    const input = `fieldset[id="answers.${item}"] input[value="${answer}"]`;
    await this.page.waitForSelector(input);
    await this.page.$eval(input, (found) => Reflect.apply(Reflect.get(found, 'click') as () => void, found, []));
  }

  /** Types into the field of an item: the first text area or text field in it. */
  async write(item: string, text: string): Promise<void> {
    const field = await this.page.waitForSelector(
      `fieldset[id="answers.${item}"] :is(textarea, input:not([type]), input[type=text])`,
    );
    await field?.click();
    await this.page.keyboard.type(text);
  }

  /** Takes a photo for an item; the camera is a file. */
  async photograph(item: string, file: string): Promise<void> {
    const camera = await this.page.waitForSelector(`fieldset[id="answers.${item}"] input[type=file]`);
    await (camera as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  }

  /** Waits until these words stand on the screen. */
  async reads(words: string): Promise<void> {
    await seen(this.page, `document.body.innerText.includes(${JSON.stringify(words)})`).catch((cause: unknown) =>
      this.fail(`nowhere “${words}”`, cause),
    );
  }

  /** Waits until the application works without a network. */
  async isKeptOffline(): Promise<void> {
    await keptOffline(this.page);
  }

  /** Waits until all that was done is on the disk. */
  async keeps(): Promise<void> {
    await this.reads(this.say('tablet.saved'));
  }

  /** Says what stands on the screen instead. */
  private async fail(what: string, cause: unknown): Promise<never> {
    const stands = await this.page.evaluate('document.body.innerText');
    throw new Error(`${what}; there stands: ${String(stands).slice(0, 1_500)}`, { cause });
  }

  /** What is wrong with the accessibility of this screen, and whether it and its empty fields run in the direction of its language. */
  async faults(): Promise<unknown[]> {
    const directions = `[document.documentElement, ...document.querySelectorAll('textarea, input[type=text]')]
      .filter(({ value }) => !value).map((one) => getComputedStyle(one).direction)`;
    const own = this.language === 'ar' ? 'rtl' : 'ltr';
    const turned = ((await this.page.evaluate(directions)) as string[]).filter((direction) => direction !== own);
    const { violations } = await new AxePuppeteer(this.page).analyze();
    return [
      ...violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      ...turned.map((direction) => ['direction', direction]),
    ];
  }
}
