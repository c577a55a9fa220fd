import { randomBytes } from 'node:crypto';
import type { CDPSession, Page } from 'puppeteer';
import { ExportUnreadable, openExport } from '#fieldwork';
import { enterPin, finishedVisit, inStore, seen, stage, tabletBrowser, until } from './tablet-browser.js';
import { pin, tabletHome, type TabletHome } from './tablet-home.js';

let home: TabletHome;
let page: Page;
let session: CDPSession;
beforeAll(async () => {
  home = await tabletHome(2);
  await restarted(2_000_000);
}, 120_000);

/**
 * A browser that has this much space left for the application. The quota is set before the tables are opened: what a
 * browser once found free it believes for half a minute.
 */
async function restarted(left: number): Promise<void> {
  if (session) await page.browser().close();
  else await home.browser.close();
  page = await (await tabletBrowser(home.profile)).newPage();
  session = await page.createCDPSession();
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin: home.front.url });
  await session.send('Storage.overrideQuotaForOrigin', { origin: home.front.url, quotaSize: usage + left });
  await page.goto(`${home.front.url}/tablet/`);
  await enterPin(page, pin);
  await stage(page, 'open');
}

/** As much space as the disk has. */
async function space(): Promise<void> {
  await session.send('Storage.overrideQuotaForOrigin', { origin: home.front.url });
}

/** Keeps photos until one is refused, and says why. */
const fill = () =>
  inStore<string>(
    page,
    `for (let n = 0; n < 500; n++) {
       const photo = crypto.getRandomValues(new Uint8Array(50_000));
       const refusal = await store.keepPhoto(photo).then(() => null, ({ code }) => code);
       if (refusal) return refusal;
     }
     return 'kept';`,
  );

it('a full tablet says so, keeps the draft in memory over a lock, and saves it when there is space', async () => {
  home.office.trick = ({ path }) => (path.startsWith('visits') ? { status: 500 } : null);
  const waiting = await finishedVisit(page, home.office.assignments[0]?.id ?? '', [randomBytes(100_000)]);
  const draft = await inStore<{ id: string }>(page, 'return store.begin(given)', home.office.assignments[1]?.id);
  expect(await fill()).toBe('full');
  const refusal = await inStore<string>(
    page,
    `const [draft] = store.state.drafts;
     const sheet = { answers: { note: { comment: 'the last words' + 'x'.repeat(100_000) } } };
     return store.save({ ...draft, sheet }).then(() => 'saved', ({ code }) => code);`,
  );
  expect(refusal).toBe('full');
  await until(page, `state.unsaved === 'full'`);
  await seen(page, `/No space|مساحة/.test(document.querySelector('.notices [role=alert]')?.textContent)`);

  // The PIN closes the screen all the same, and what is in memory is still there afterwards.
  await inStore(page, 'store.lock()');
  await stage(page, 'locked');
  await enterPin(page, pin);
  await stage(page, 'open');
  const typed = await inStore<string>(page, 'return store.state.drafts[0].sheet.answers.note.comment.slice(0, 14)');
  expect(typed).toBe('the last words');
  expect(await inStore(page, 'return store.state.unsaved')).toBe('full');

  // What waited can go, though nothing new fits: that makes space.
  home.office.trick = () => null;
  await inStore(page, 'await store.refresh()');
  await until(page, 'state.waiting.length === 0 && state.sent.some(({ id }) => id === given)', waiting.id);
  await space();
  await until(page, 'state.unsaved === null');
  await page.reload();
  await enterPin(page, pin);
  await stage(page, 'open');
  const kept = await inStore<string>(page, 'return store.state.drafts[0].sheet.answers.note.comment.slice(0, 14)');
  expect([kept, await inStore(page, 'return store.state.drafts[0].id')]).toEqual(['the last words', draft.id]);
});

it('opens with the PIN when the tablet is full', async () => {
  await restarted(0);
  expect(await fill()).toBe('full');
  await space();
});

it('what was not sent leaves as one file that only its password opens', async () => {
  home.office.trick = ({ path }) => (path.startsWith('visits') ? { status: 500 } : null);
  const bytes = randomBytes(20_000);
  home.office.assignments = home.office.assignments.map((one) => ({ ...one, id: one.id.replace(/^./, 'a') }));
  await inStore(page, 'await store.refresh()');
  const visit = await finishedVisit(page, home.office.assignments[0]?.id ?? '', [bytes]);
  const exported = await inStore<{ password: string; bytes: number[]; name: string }>(
    page,
    `const { file, password, name } = await store.exportUnsent();
     return { password, name, bytes: [...new Uint8Array(await file.arrayBuffer())] };`,
  );
  const file = new Uint8Array(exported.bytes);
  const { index, photos } = await openExport(file, exported.password.toLowerCase().replaceAll('-', ' '));
  expect(index.visits).toMatchObject([{ id: visit.id, body: expect.stringContaining('nujoom.visit/1') }]);
  expect(index.drafts).toHaveLength(1);
  expect(Buffer.from(photos.get(visit.photos[0] ?? '') ?? []).equals(bytes)).toBe(true);
  await expect(openExport(file, '0000-0000-0000-0000-0000')).rejects.toThrow(ExportUnreadable);
  await expect(openExport(file.slice(0, -10), exported.password)).rejects.toThrow(ExportUnreadable);
  const changed = file.map((byte, at) => (at === 60 ? byte ^ 1 : byte));
  await expect(openExport(changed, exported.password)).rejects.toThrow(ExportUnreadable);
});
