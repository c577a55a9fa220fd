import { AxePuppeteer } from '@axe-core/puppeteer';
import { launch, type Browser, type Page } from 'puppeteer';
import { textsIn, type Language } from '#contract';
import { findBrowser } from '#printing';
import { until } from '../start/processes.js';
import { everyTypeCampaign, everyTypeInstrument } from '../surveys/page-instruments.js';
import { pageWorld, type PageWorld } from '../surveys/page-world.js';
import { withInstrument } from '../surveys/survey-world.js';

let world: PageWorld;
let browser: Browser;
beforeAll(async () => {
  world = await pageWorld();
  await world.rooms.campaign();
  await world.rooms.sql(withInstrument(everyTypeInstrument('section')));
  await world.rooms.campaign(everyTypeCampaign('section'));
  const { executablePath, env, sandbox } = await findBrowser();
  const args = ['--disable-background-networking', ...(sandbox ? [] : ['--no-sandbox'])];
  browser = await launch({ executablePath, headless: 'shell', env: { ...process.env, ...env }, args });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world.rooms.close();
});

/** Somebody on a small phone whose browser runs no scripts; it notes requests to other places, and what came over the wire. */
class Phone {
  readonly elsewhere: string[] = [];
  /** Bytes with headers, fonts aside, since the last look. */
  wire = 0;

  private constructor(readonly page: Page) {}

  static async open(width = 320): Promise<Phone> {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width, height: 640, hasTouch: true });
    await page.setJavaScriptEnabled(false);
    const phone = new Phone(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(world.api.url) && !request.url().startsWith('data:'))
        phone.elsewhere.push(request.url());
    });
    const wire = await page.createCDPSession();
    await wire.send('Network.enable');
    const fonts = new Set<string>();
    wire.on('Network.responseReceived', ({ requestId, type }) => type === 'Font' && fonts.add(requestId));
    wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!fonts.has(requestId)) phone.wire += encodedDataLength;
    });
    return phone;
  }

  /** Presses and waits for the next page. */
  async press(selector: string): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), this.page.click(selector)]);
  }

  next(): Promise<void> {
    return this.press('main > .button');
  }

  choose(item: string, value: string): Promise<void> {
    return this.page.click(`input[name="a.${item}"][value="${value}"] + label`);
  }

  read<Value>(expression: string): Promise<Value> {
    return this.page.evaluate(expression) as Promise<Value>;
  }

  heading(): Promise<string> {
    return this.read('document.querySelector("h1").textContent.trim()');
  }

  chosen(): Promise<string[]> {
    return this.read('[...document.querySelectorAll("input:checked")].map(({ value }) => value)');
  }

  /** What is wrong with the page as it stands: rules of accessibility, what does not fit, what is too small for a finger. */
  async faults(): Promise<unknown[]> {
    const wide = await this.read<boolean>('document.documentElement.scrollWidth > innerWidth');
    const small = await this.read<string[]>(
      `[...document.querySelectorAll('button:not(.unseen), .option label, nav a, select, textarea, input[type=text]:not(#website), input[type=time]')]
        .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 44 || height < 44 })
        .map((one) => one.outerHTML.slice(0, 80))`,
    );
    // The tool for it is a script; the page itself never runs any.
    await this.page.setJavaScriptEnabled(true);
    const { violations } = await new AxePuppeteer(this.page).analyze();
    await this.page.setJavaScriptEnabled(false);
    const broken = violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    return [...broken, ...small, ...(wide ? ['too wide'] : []), ...this.elsewhere];
  }
}

describe.each<[Language, Language, string]>([
  ['ar', 'en', 'rtl'],
  ['en', 'ar', 'ltr'],
])('a citizen without scripts, in %s', (language, other, direction) => {
  const say = textsIn(language);

  it('makes a mistake, mends it, goes back, turns the language and back, and is counted once', async () => {
    await world.rooms.sql('truncate responses cascade');
    const code = await world.rooms.code({ centre: 'gate', service: 'renew' });
    const phone = await Phone.open();
    const { page } = phone;
    await page.goto(`${world.api.url}/s/${code}?language=${language}`, { waitUntil: 'networkidle0' });
    expect(phone.wire).toBeLessThan(30_000);
    expect(await phone.read('[document.documentElement.lang, getComputedStyle(document.body).direction]')).toEqual([language, direction]); // prettier-ignore
    expect(await phone.faults()).toEqual([]);

    // Nothing is chosen; going on says so, and the focus is on what is wrong.
    await phone.next();
    expect(await phone.chosen()).toEqual([]);
    expect(await phone.faults()).toEqual([]);
    await phone.next();
    expect(await page.title()).toContain(say('survey.error', { title: '' }).trim());
    await until(async () => (await phone.read('document.activeElement.className')) === 'summary');
    expect(await phone.faults()).toEqual([]);
    await page.click('.summary a');
    expect(await phone.read('document.activeElement.name')).toBe('a.overall');

    // The first answer stands where reading begins.
    const edges = await phone.read<number[]>('[...document.querySelectorAll(".option input")].map((one) => one.getBoundingClientRect().x)'); // prettier-ignore
    expect(edges.every((x) => (direction === 'rtl' ? x > 160 : x < 160))).toBe(true);
    await phone.choose('overall', 'unhappy');
    await phone.next();

    // With keys alone; Enter goes on, though the button back stands before.
    await page.focus('input[name="a.outcome"]');
    await page.keyboard.press('Space');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await phone.read('document.querySelectorAll("input[type=checkbox]").length')).toBeGreaterThan(5);
    expect(await phone.faults()).toEqual([]);

    // Back by the page, and back by the browser, which asks nothing and shows what was chosen.
    await phone.press('.back');
    expect(await phone.chosen()).toEqual(['received']);
    await page.goBack();
    await page.goBack();
    expect(await phone.chosen()).toEqual(['received']);
    await page.goBack();
    expect(await phone.chosen()).toEqual(['unhappy']);
    await phone.choose('overall', 'happy');
    await phone.next();
    await phone.next();

    // Another language and back; what is chosen but not sent on yet stays.
    await page.click('label[for="a.reasons_good"]');
    await phone.press(`button[value="language.${other}"]`);
    expect(await phone.read('document.documentElement.lang')).toBe(other);
    expect(await phone.chosen()).toHaveLength(1);
    expect(await phone.faults()).toEqual([]);
    await phone.press(`button[value="language.${language}"]`);
    expect(await phone.chosen()).toHaveLength(1);
    for (let at = 0; at < 3; at++) await phone.next();
    await page.type('textarea', 'كان الموظفون لطفاء, thanks 🌟');
    expect(await phone.faults()).toEqual([]);
    await phone.next();
    expect(await phone.heading()).toBe(say('survey.thanks'));
    expect(await phone.faults()).toEqual([]);

    // Back and sent again: the same thanks, and counted once.
    await page.goBack();
    expect(await phone.read('document.querySelector("textarea").value')).toContain('🌟');
    await phone.next();
    expect(await phone.heading()).toBe(say('survey.thanks'));
    const rows = await world.rooms.sql<{ sheet: unknown; language: string }>('select sheet, language from responses');
    expect(rows).toMatchObject([
      {
        language,
        sheet: { answers: { overall: { value: 'happy' }, comment: { value: 'كان الموظفون لطفاء, thanks 🌟' } } },
      },
    ]);
    expect(await page.cookies()).toEqual([]);
  }, 120_000);

  it.each([320, 640])(
    'every kind of question, its mistakes and the last look are sound at %d pixels',
    async (width) => {
      const code = await world.rooms.code({ campaign: 'every_section', centre: 'gate' });
      const phone = await Phone.open(width);
      await phone.page.goto(`${world.api.url}/s/${code}/statement?language=${language}`);
      expect(await phone.faults()).toEqual([]);
      await phone.page.goto(`${world.api.url}/s/${code}?language=${language}`);
      await phone.next();
      await phone.next();
      expect(await phone.faults()).toEqual([]);
      await phone.choose('overall', 'four');
      await phone.choose('first', 'yes');
      await phone.page.type('[name="a.wait"]', '٢٠');
      for (const [part, typed] of [['day', '٢٨'], ['month', '٢'], ['year', '2026']]) await phone.page.type(`[name="a.day.${part}"]`, typed ?? ''); // prettier-ignore
      await phone.next();
      await phone.next();
      expect(await phone.faults()).toEqual([]);
      for (const row of ['staff', 'place']) await phone.choose(`parts.${row}`, 'good');
      await phone.page.click('label[for="a.channels"]');
      await phone.choose('outcome', 'received');
      await phone.next();
      expect(await phone.heading()).toBe(say('survey.check'));
      expect(await phone.faults()).toEqual([]);
    },
    120_000,
  );

  it('who comes too late, or by a broken link, finds a sound page', async () => {
    const phone = await Phone.open();
    await phone.page.goto(`${world.api.url}/s/broken?language=${language}`);
    expect(await phone.heading()).toBe(say('survey.unknown'));
    expect(await phone.faults()).toEqual([]);
  });
});
