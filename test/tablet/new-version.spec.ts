import { builtTablet } from './built-tablet.js';
import { enterPin, finishedVisit, inPage, inStore, keptOffline, seen, stage, until } from './tablet-browser.js';
import { pin, tabletHome } from './tablet-home.js';

/** What the application does itself once an hour. Nobody waits for it: the page may be gone then. */
const lookForOne = 'void navigator.serviceWorker.getRegistration().then((one) => one?.update())';

it('a new version in the middle of a queue is offered, then used, and loses nothing', async () => {
  const { office, front, page } = await tabletHome(2);
  await keptOffline(page);
  await page.reload();
  await enterPin(page, pin);
  await stage(page, 'open');
  office.trick = ({ path }) => (path.startsWith('visits') ? { status: 500 } : null);
  const waiting = await finishedVisit(page, office.assignments[0]?.id ?? '');
  const draft = await inStore<{ id: string }>(page, 'return store.begin(given)', office.assignments[1]?.id);

  front.serve(await builtTablet('0.0.2'));
  await page.evaluate(lookForOne);
  await seen(page, `/new version|إصدار جديد/.test(document.querySelector('.notices')?.textContent)`);
  // While the notes are open nobody is interrupted.
  expect(await inStore(page, 'return store.state.drafts.length')).toBe(1);
  office.trick = () => null;
  await Promise.all([page.waitForNavigation(), page.click('.notice button')]);
  await enterPin(page, pin);
  await stage(page, 'open');
  await until(page, 'state.sent.some(({ id }) => id === given)', waiting.id);
  expect(office.asked.at(-1)?.headers['device-app']).toBe('0.0.2');
  expect(await inStore(page, 'return store.state.drafts[0].id')).toBe(draft.id);
}, 120_000);

it('a new version is used by itself while the notes are closed', async () => {
  const { front, page } = await tabletHome(1);
  await keptOffline(page);
  await page.reload();
  await stage(page, 'locked');
  front.serve(await builtTablet('0.0.2'));
  await Promise.all([page.waitForNavigation(), page.evaluate(lookForOne)]);
  await stage(page, 'locked');
  expect(await inPage(page, 'tablet.options.version')).toBe('0.0.2');
}, 120_000);
