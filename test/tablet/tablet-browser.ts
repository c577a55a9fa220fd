import { launch, type Browser, type Page } from 'puppeteer';
import { findBrowser } from '#printing';
import { testFolder } from '../platform/database.js';

const open = new Set<Browser>();
afterAll(() => Promise.all([...open].map((browser) => browser.close().catch(() => undefined))));

/** A browser on a profile folder, as a tablet has it. */
export async function tabletBrowser(profile: string): Promise<Browser> {
  const { executablePath, env, sandbox } = await findBrowser();
  const args = ['--disable-background-networking', ...(sandbox ? [] : ['--no-sandbox'])];
  const browser = await launch({
    executablePath,
    headless: 'shell',
    env: { ...process.env, ...env },
    args,
    userDataDir: profile,
  });
  open.add(browser);
  return browser;
}

export function newProfile(): Promise<string> {
  return testFolder();
}

/** Ends a browser as a flat battery does. */
export async function kill(browser: Browser): Promise<void> {
  const child = browser.process();
  open.delete(browser);
  const ended = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGKILL');
  await ended;
}

/** Enters a PIN on the screen. */
export async function enterPin(page: Page, pin: string): Promise<void> {
  await page.waitForSelector('.pin-keys button:not([disabled])');
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
}

/** The value of an expression in the page. What is there is not known to the compiler of these tests. */
export async function inPage<Value>(page: Page, expression: string): Promise<Value> {
  return (await page.evaluate(expression)) as Value;
}

/** Waits until an expression holds in the page. */
export async function seen(page: Page, expression: string): Promise<void> {
  await page.waitForFunction(`(async () => Boolean(${expression}))()`, { polling: 50 });
}

/** As when the network came back. */
export async function cameOnline(page: Page): Promise<void> {
  await page.evaluate(`void dispatchEvent(new Event('online'))`);
}

/** Waits until the application is kept for offline use. */
export async function keptOffline(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
}

/** Waits until the notes are open, or closed, and so on. */
export async function stage(page: Page, kind: string): Promise<void> {
  await seen(page, `globalThis.tablet?.stage.kind === '${kind}'`);
}

/** Enrols by the address of a QR code and opens the notes under this PIN. */
export async function enrol(page: Page, url: string, secret: string, pin: string): Promise<void> {
  await page.goto(`${url}/tablet/#enrol=${secret}`);
  await enterPin(page, pin);
  await seen(page, `document.querySelector('.pin-dots .unseen')?.textContent?.match(/^(0|لم)/)`);
  await enterPin(page, pin);
  await stage(page, 'open');
}

/** Works with the store of the page: the body of an async function of `store` and what is given. */
export async function inStore<Result = void>(page: Page, body: string, given: unknown = null): Promise<Result> {
  return (await page.evaluate(
    `(async (store, given) => { ${body} })(globalThis.tablet.stage.store, ${JSON.stringify(given)})`,
  )) as Result;
}

/** A visit with its photos, finished: what the shopper does in half an hour. Returns its id and the hashes of its photos. */
export async function finishedVisit(
  page: Page,
  assignment: string,
  photos: readonly Buffer[] = [],
  sheet: unknown = { answers: { greeted: { value: 'yes', comment: 'seen' } } },
): Promise<{ id: string; photos: string[] }> {
  const given = { assignment, sheet, photos: photos.map((photo) => photo.toString('base64')) };
  return inStore(
    page,
    `const draft = await store.begin(given.assignment);
     const photos = [];
     for (const photo of given.photos) {
       const kept = await store.keepPhoto(Uint8Array.from(atob(photo), (one) => one.charCodeAt(0)));
       photos.push({ ...kept, takenAt: new Date().toISOString(), blurred: false });
     }
     const filled = { ...draft, photos, sheet: given.sheet };
     await store.save(filled);
     await store.finish(filled);
     return { id: draft.id, photos: photos.map(({ hash }) => hash) };`,
    given,
  );
}

/** Waits until the state of the store is as `condition` says: an expression of `state` and `given`. */
export async function until(page: Page, condition: string, given: unknown = null, timeout = 20_000): Promise<void> {
  await page.waitForFunction(
    `((state, given) => Boolean((${condition})))(globalThis.tablet.stage.store.state, ${JSON.stringify(given)})`,
    { timeout, polling: 50 },
  );
}
