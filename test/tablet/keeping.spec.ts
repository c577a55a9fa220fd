import { randomBytes } from 'node:crypto';
import type { Browser, Page } from 'puppeteer';
import {
  enterPin,
  finishedVisit,
  inPage,
  inStore,
  keptOffline,
  kill,
  seen,
  stage,
  tabletBrowser,
  until,
} from './tablet-browser.js';
import { pin, tabletHome, type TabletHome } from './tablet-home.js';

let home: TabletHome;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  home = await tabletHome(2);
  ({ browser, page } = home);
}, 120_000);

const first = () => home.office.assignments[0]?.id ?? '';

/** What is kept of the tries becomes so: time that passed, or tries that were made. */
async function tries(become: string): Promise<void> {
  await page.evaluate(`(async () => {
    const { id } = await tablet.database.currentVault();
    await tablet.database.update(id, () => (${become}));
  })()`);
}

async function restarted(): Promise<void> {
  browser = await tabletBrowser(home.profile);
  page = await browser.newPage();
  await page.goto(`${home.front.url}/tablet/`);
}

it('takes the secret out of the address', () => expect(page.url()).toBe(`${home.front.url}/tablet/`));

it('keeps a draft and its photo when the battery goes flat, and starts without a network', async () => {
  const jpeg = [...randomBytes(3_000)];
  const { id, hash } = await inStore<{ id: string; hash: string }>(
    page,
    `const draft = await store.begin(given.assignment);
     const kept = await store.keepPhoto(new Uint8Array(given.jpeg));
     const photos = [{ ...kept, takenAt: new Date().toISOString(), blurred: false }];
     const saves = Array.from('قيل لي', (_, end) => store.save({
       ...draft, photos, sheet: { answers: { note: { comment: 'قيل لي'.slice(0, end + 1) } } },
     }));
     await Promise.all(saves);
     return { id: draft.id, hash: kept.hash };`,
    { assignment: first(), jpeg },
  );
  await keptOffline(page);
  await kill(browser);
  home.front.ask((_, response) => void response.destroy());
  home.front.serve(new Map());
  await restarted();
  await enterPin(page, pin);
  await stage(page, 'open');
  const { drafts, work } = await inStore<{ drafts: unknown[]; work: unknown }>(page, 'return store.state');
  expect(drafts).toMatchObject([{ id, sheet: { answers: { note: { comment: 'قيل لي' } } } }]);
  expect(work).toMatchObject({ assignments: [{ state: 'inProgress' }, { state: 'assigned' }] });
  expect(await inStore(page, 'return [...(await store.photo(given))]', hash)).toEqual(jpeg);
});

it('a late keystroke does not bring a finished draft back', async () => {
  const rejected = await inStore<string>(
    page,
    `const [draft] = store.state.drafts;
     const finishing = store.finish(draft);
     const late = store.save({ ...draft, page: 9 });
     await finishing;
     await late;
     return store.save({ ...draft, page: 10 }).catch((error) => error.code);`,
  );
  expect(rejected).toBe('unknown');
  expect(await inStore(page, 'return [store.state.drafts.length, store.state.waiting.length]')).toEqual([0, 1]);
});

it('shows a second tab what the first one changes, and one of them sends', async () => {
  const second = await browser.newPage();
  await second.goto(`${home.front.url}/tablet/`);
  await enterPin(second, pin);
  await stage(second, 'open');
  await until(second, 'state.waiting.length === 1');
  home.front.ask(home.office.answer);
  await inStore(second, 'await store.refresh()');
  await until(second, 'state.waiting.length === 0 && state.sent.length === 1');
  await until(page, 'state.waiting.length === 0 && state.sent.length === 1');
  expect(home.office.visits.size).toBe(1);
  expect(home.office.asked.filter(({ method, path }) => method === 'PUT' && path.startsWith('visits/'))).toHaveLength(
    1,
  );
  // The one that sends goes away: the other one takes over.
  await page.close();
  page = second;
  await finishedVisit(page, home.office.assignments[1]?.id ?? '');
  await until(page, 'state.sent.length === 2');
});

describe('the lock', () => {
  it('closes every tab, and the PIN opens it', async () => {
    await inStore(page, 'store.lock()');
    await stage(page, 'locked');
    await enterPin(page, pin);
    await stage(page, 'open');
  });

  it('locks after five minutes without a touch, also when the timers of the page stood still', async () => {
    await page.evaluate(`(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 5 * 60_000;
      document.dispatchEvent(new Event('visibilitychange'));
    })()`);
    await stage(page, 'locked');
    await page.reload();
  });

  it('makes one wait after wrong PINs, also after a reload, and not for ever', async () => {
    for (const wrong of ['111112', '111113', '111114']) {
      await enterPin(page, wrong);
      await page.waitForSelector('.gate-fault');
    }
    await page.waitForSelector('.gate-wait');
    await page.reload();
    await page.waitForSelector('.gate-wait');
    expect(await page.$$('.pin-keys button:not([disabled])')).toEqual([]);
    await tries('{ lastTryAt: Date.now() - 5_000 }');
    await page.reload();
    await enterPin(page, pin);
    await stage(page, 'open');
  }, 30_000);

  it('tells after ten wrong PINs what can be done, and nothing is gone', async () => {
    await inStore(page, 'store.lock()');
    await tries('{ wrongTries: 9, lastTryAt: Date.now() - 3_600_000 }');
    await page.reload();
    await enterPin(page, '111112');
    await seen(page, `document.querySelectorAll('.gate-fault').length === 2`);
    expect(await inPage(page, 'tablet.waitMs()')).toBeGreaterThan(3_500_000);
  });
});

it('who forgot the PIN begins anew by a new code; what was not sent stays, and the old PIN opens it', async () => {
  await tries('{ wrongTries: 0, lastTryAt: 0 }');
  await page.reload();
  await enterPin(page, pin);
  await stage(page, 'open');
  home.office.assignments = home.office.assignments.map((one) => ({ ...one, id: one.id.replace(/^./, '0') }));
  await inStore(page, 'await store.refresh()');
  await until(page, 'state.work.assignments[0].id === given', home.office.assignments[0]?.id);
  home.front.ask((_, response) => void response.destroy());
  const { photos } = await finishedVisit(page, first(), [randomBytes(5_000)]);
  await inStore(page, 'store.lock()');
  home.front.ask(home.office.answer);
  home.office.trick = ({ path }) => (path.startsWith('visits') ? { status: 502 } : null);
  await page.goto('about:blank');
  await enrolAnew('maha.new');
  await stage(page, 'open');
  expect(await inStore(page, 'return store.state.waiting.length')).toBe(0);
  expect(await inPage(page, `tablet.adopt('${pin}')`)).toBe('adopted');
  home.office.trick = () => null;
  await inStore(page, 'await store.refresh()');
  await until(page, 'state.waiting.length === 0');
  expect(photos.every((hash) => home.office.files.has(hash))).toBe(true);
}, 40_000);

async function enrolAnew(secret: string): Promise<void> {
  await page.goto(`${home.front.url}/tablet/#enrol=${secret}`);
  await page.waitForSelector('.pin-pad');
  await page.click('.gate-main > .gate-link');
  await page.click('.gate-go');
  for (const time of ['once', 'again']) {
    await page.waitForSelector('.pin-pad');
    await enterPin(page, '730518');
    if (time === 'once') await seen(page, `document.querySelector('.pin-dots .unseen')?.textContent?.match(/^(0|لم)/)`);
  }
}
