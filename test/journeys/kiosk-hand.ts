import { AxePuppeteer } from '@axe-core/puppeteer';
import type { Browser, Page } from 'puppeteer';
import { kioskTexts, type KioskKey, type Language } from '#contract';
import { keptOffline, seen } from '../tablet/tablet-browser.js';

/**
 * A clock ten times as fast: thirty seconds of nobody, five of thanks. Where it is stopped, what waits for a second or longer waits
 * until it goes on. Nothing of what is tested knows.
 */
const fastClock = `{
  const [later, never, now] = [setTimeout.bind(globalThis), clearTimeout.bind(globalThis), performance.now.bind(performance)];
  const held = new Map();
  globalThis.isStopped = false;
  globalThis.setTimeout = (then, ms = 0, ...given) => {
    if (ms < 1_000) return later(then, ms, ...given);
    if (!isStopped) return later(then, ms / 10, ...given);
    const timer = later(() => undefined, ms);
    held.set(timer, () => then(...given));
    return timer;
  };
  globalThis.clearTimeout = (timer) => {
    held.delete(timer);
    never(timer);
  };
  globalThis.goOn = () => {
    isStopped = false;
    const due = [...held.values()];
    held.clear();
    for (const then of due) then();
  };
  performance.now = () => now() * 10;
}`;

/** What hands do on the screen of a kiosk: by the words that stand there. */
export class KioskHand {
  private constructor(
    readonly page: Page,
    private readonly language: Language,
  ) {}

  static async on(browser: Browser, address: string, language: Language): Promise<KioskHand> {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800, hasTouch: true });
    await page.evaluateOnNewDocument(fastClock);
    await page.goto(address);
    return new KioskHand(page, language);
  }

  /** The same hand, reading another language. */
  speaking(language: Language): KioskHand {
    return new KioskHand(this.page, language);
  }

  say(key: KioskKey): string {
    return kioskTexts[this.language][key];
  }

  /** Taps the button with these words, as often as is said, at once. */
  async tap(words: string, times = 1): Promise<void> {
    const found = `[...document.querySelectorAll('button')].find((one) => !one.disabled && one.textContent.trim() === ${JSON.stringify(words)})`;
    await seen(this.page, found).catch((cause: unknown) => this.fail(`no button “${words}”`, cause));
    await this.page.evaluate(`{ const button = ${found}; for (let at = 0; at < ${times}; at++) button.click(); }`);
  }

  /** Waits until these words stand on the screen. */
  async reads(words: string): Promise<void> {
    await seen(this.page, `document.body.innerText.includes(${JSON.stringify(words)})`).catch((cause: unknown) =>
      this.fail(`nowhere “${words}”`, cause),
    );
  }

  async enterPin(pin: string): Promise<void> {
    for (const digit of pin) await this.tap(digit);
    await this.tap(this.say('kiosk.pin.ok'));
  }

  /** Chooses the PIN of a new device. */
  async setUp(pin: string): Promise<void> {
    await this.reads(this.say('kiosk.pin.choose'));
    await this.enterPin(pin);
    await this.reads(this.say('kiosk.pin.repeat'));
    await this.enterPin(pin);
  }

  /** Lets the screens that come stand until time goes on. */
  async stopsTime(): Promise<void> {
    await this.page.evaluate('void (globalThis.isStopped = true)');
  }

  async goesOn(): Promise<void> {
    await this.page.evaluate('goOn()');
  }

  async isKeptOffline(): Promise<void> {
    await keptOffline(this.page);
  }

  /** Waits until the time is over in which taps on the faces are nobody's choice. */
  async settles(): Promise<void> {
    const until = `(globalThis.settled ??= performance.now() + 2_600) < performance.now()`;
    await this.page.evaluate('delete globalThis.settled');
    await seen(this.page, until);
  }

  /** What is wrong with the accessibility of this screen, its direction, the size of what is tapped, and whether it runs over. */
  async faults(): Promise<unknown[]> {
    const { violations } = await new AxePuppeteer(this.page).analyze();
    const looks = (await this.page.evaluate(`({
      direction: getComputedStyle(document.documentElement).direction,
      small: [...document.querySelectorAll('button')].map((one) => one.getBoundingClientRect())
        .filter(({ width, height }) => width < 44 || height < 44).length,
      faces: [...document.querySelectorAll('.face')].map((one) => one.getBoundingClientRect())
        .filter(({ width, height }) => width < 96 || height < 96).length,
      over: document.documentElement.scrollWidth > innerWidth,
    })`)) as object;
    const expected = { direction: this.language === 'ar' ? 'rtl' : 'ltr', small: 0, faces: 0, over: false };
    return [
      ...violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
      ...(JSON.stringify(looks) === JSON.stringify(expected) ? [] : [looks]),
    ];
  }

  private async fail(what: string, cause: unknown): Promise<never> {
    const stands = await this.page.evaluate('document.body.innerText');
    throw new Error(`${what}; there stands: ${String(stands).slice(0, 1_500)}`, { cause });
  }
}
