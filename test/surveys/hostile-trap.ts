import { launch, type Browser, type Page } from 'puppeteer';
import { findBrowser } from '#printing';

/** What a page of ours asks its own server for, beside itself. */
const ownFiles = /^\/(assets\/|kiosk\/|embed\.js$|api\/v1\/|style\.css$|favicon\.ico$)/;

/** Runs in every page before anything of it: `hit()` is what texts try to call. */
const bait = `
  globalThis.hit = () => console.error('HIT');
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    console.error('POLICY ' + violatedDirective + ' ' + blockedURI + ' ' + sample));`;

/** What only markup of somebody else's would bring into a page. */
const foreignMarkup = `(() => {
  const all = [...document.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot?.querySelectorAll('*') ?? [])]);
  const handlers = all.flatMap((one) => one.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$/i.test(name)));
  const ours = ({ src }) => /^\\/(assets\\/|kiosk\\/|embed\\.js$)/.test(src && new URL(src, location.href).pathname);
  const kinds = all.filter((one) => /^(iframe|object|embed|base|math|marquee|template|video|audio)$/i.test(one.localName)
    || (/^(script|img)$/.test(one.localName) && !ours(one)));
  const links = all.flatMap((one) => ['href', 'action', 'formaction', 'src'].map((name) => one.getAttribute(name) ?? ''))
    .filter((address) => /^\\s*(javascript|data|vbscript):/i.test(address));
  return [...handlers, ...kinds.map(({ localName }) => localName), ...links];
})()`;

/** A page in which nothing happens unseen: calls of the bait, dialogs, breaches of the policy, requests to elsewhere, errors. */
export class TrappedPage {
  readonly caught: string[] = [];
  loads = 0;

  private constructor(
    readonly page: Page,
    private readonly origins: () => readonly string[],
  ) {}

  /** @param origins whose pages and files may be asked for */
  static async open(browser: Browser, origins: () => readonly string[]): Promise<TrappedPage> {
    const page = await (await browser.createBrowserContext()).newPage();
    const trapped = new TrappedPage(page, origins);
    const { caught } = trapped;
    page.on('dialog', (dialog) => {
      caught.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/HIT|POLICY|Content Security Policy|Refused to/.test(message.text()))
        caught.push(message.text().slice(0, 300));
    });
    page.on('pageerror', (error) => caught.push(`error ${String(error)}`));
    page.on('framenavigated', (frame) => frame.parentFrame() && caught.push(`frame ${frame.url()}`));
    page.on('request', (request) => trapped.noteRequest(request.url(), request.isNavigationRequest()));
    await page.evaluateOnNewDocument(bait);
    return trapped;
  }

  /** Opens an address and looks at what stands there. */
  async visit(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'load' });
    await this.look();
  }

  /** Fills fields of the form by their names, presses its button, and looks at the next page. */
  async submit(fields: Readonly<Record<string, string>>): Promise<void> {
    const fill = `for (const [name, text] of Object.entries(${JSON.stringify(fields)}))
      for (const field of document.getElementsByName(name)) {
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === text;
        else if (field.type !== 'hidden') field.value = text;
      }`;
    await this.page.evaluate(fill);
    await Promise.all([
      this.page.waitForNavigation({ waitUntil: 'load' }),
      this.page.evaluate(`document.querySelector('main .button').click()`),
    ]);
    await this.look();
  }

  async look(): Promise<void> {
    this.loads += 1;
    // What runs late runs now: handlers of errors, of pictures, of the focus.
    await this.page.evaluate(`new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))`);
    const found = (await this.page.evaluate(foreignMarkup)) as string[];
    if (found.length > 0) this.caught.push(`markup ${found.join(' ').slice(0, 300)} at ${this.page.url()}`);
  }

  private noteRequest(address: string, isPage: boolean): void {
    const url = new URL(address);
    if (url.protocol === 'data:' && !isPage) return; // the pictures of our styles
    const isOurs = this.origins().includes(url.origin) && (isPage || ownFiles.test(url.pathname));
    if (!isOurs) this.caught.push(`request ${address.slice(0, 200)}`);
  }
}

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env, sandbox } = await findBrowser();
  const args = ['--disable-background-networking', ...(sandbox ? [] : ['--no-sandbox'])];
  return launch({ executablePath, headless: 'shell', env: { ...process.env, ...env }, args });
}
