import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer';
import { contentHash } from '#documents';
import type { SentVisit, VisitReceipt } from '#fieldwork';
import { assignment, refused, sha256 } from './stand-in-office.js';
import {
  cameOnline,
  enrol,
  enterPin,
  finishedVisit,
  inStore,
  newProfile,
  seen,
  stage,
  tabletBrowser,
  until,
} from './tablet-browser.js';
import { pin, tabletHome, type TabletHome } from './tablet-home.js';

let home: TabletHome;
let page: Page;
beforeAll(async () => {
  home = await tabletHome(1);
  ({ page } = home);
}, 120_000);
afterEach(async () => {
  home.office.trick = () => null;
  await again();
});

/** Another assignment, known to the tablet. */
async function assigned(): Promise<string> {
  const one = assignment('Another Centre');
  home.office.assignments = [...home.office.assignments, one];
  await inStore(page, 'await store.refresh()');
  await until(page, 'state.work.assignments.some(({ id }) => id === given)', one.id);
  return one.id;
}

/** Tries again now, as when the network came back. */
async function again(): Promise<void> {
  await cameOnline(page);
}

const waits = (id: string) => until(page, 'state.waiting.some(({ id, tries }) => id === given && tries > 0)', id);
const isSent = (id: string) => until(page, 'state.sent.some(({ id }) => id === given)', id);
const photoHere = (hash: string) => inStore<boolean>(page, 'return (await store.photo(given)) !== null', hash);

it('sends photos in chunks, then the visit, and forgets both after the receipt', async () => {
  const photo = randomBytes(600_000);
  const { id, photos } = await finishedVisit(page, await assigned(), [photo]);
  await isSent(id);
  expect(home.office.files.get(sha256(photo))?.equals(photo)).toBe(true);
  const chunks = home.office.asked.filter(({ path, method }) => method === 'PUT' && path === `media/${photos[0]}`);
  expect(chunks.map(({ headers }) => [headers['upload-offset'], headers['upload-length']])).toEqual([
    ['0', '600000'],
    ['262144', '600000'],
    ['524288', '600000'],
  ]);
  expect(home.office.told).toContainEqual(expect.stringContaining('start '));
  expect(await photoHere(photos[0] ?? '')).toBe(false);
  expect(home.office.visits.get(id)).toMatchObject({
    schema: 'nujoom.visit/1',
    clock: { offsetMs: expect.any(Number) },
  });
});

it('says how many wait and since when with every request', async () => {
  home.office.trick = ({ path }) => (path.startsWith('visits') ? { status: 500 } : null);
  const { id } = await finishedVisit(page, await assigned());
  await waits(id);
  const headers = home.office.asked.findLast(({ path }) => path.startsWith('visits'))?.headers;
  expect(headers).toMatchObject({
    'device-waiting': '1',
    'device-oldest': expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    'device-app': '0.0.1',
    'device-time': expect.stringMatching(/Z$/),
  });
  expect(headers?.cookie).toBeUndefined();
});

it.each([
  ['says nothing of a photo', (receipt: VisitReceipt): object => ({ ...receipt, media: [] })],
  ['is for another visit', (receipt: VisitReceipt): object => ({ ...receipt, id: 'another' })],
  ['is for other content', (receipt: VisitReceipt): object => ({ ...receipt, hash: '0'.repeat(64) })],
])('keeps visit and photo when the receipt %s', async (_, falsified) => {
  home.office.trick = ({ method, path, body }) => {
    if (method !== 'PUT' || !path.startsWith('visits')) return null;
    const { assignment: about, photos } = JSON.parse(body.toString()) as SentVisit;
    const media = photos.map(({ hash }) => hash);
    const hash = contentHash(JSON.parse(body.toString()));
    const id = path.split('/')[1] ?? '';
    const honest = {
      id,
      assignment: about,
      revision: 1,
      hash,
      receivedAt: new Date().toISOString(),
      late: false,
      media,
    };
    return { status: 201, body: falsified(honest) };
  };
  const { id, photos } = await finishedVisit(page, await assigned(), [randomBytes(2_000)]);
  await until(page, `state.waiting.some(({ id, holdup }) => id === given && holdup?.code === 'receiptDiffers')`, id);
  expect(await photoHere(photos[0] ?? '')).toBe(true);
  home.office.trick = () => null;
  await inStore(page, 'await store.retry(given)', id);
  await isSent(id);
  expect(await photoHere(photos[0] ?? '')).toBe(false);
});

it('stores once when the acknowledgement is lost, with the very same bytes', async () => {
  const bodies: Buffer[] = [];
  let lost = true;
  home.office.trick = ({ method, path, body }) => {
    if (method !== 'PUT' || !path.startsWith('visits')) return null;
    bodies.push(body);
    if (!lost) return null;
    home.office.visits.set(path.split('/')[1] ?? '', JSON.parse(body.toString()));
    return { status: 0, cut: true };
  };
  const { id } = await finishedVisit(page, await assigned());
  await waits(id);
  // The office may have it: it cannot be called back.
  expect(await inStore(page, `return store.reopen(given, 'typo').catch((error) => error.code)`, id)).toBe('onItsWay');
  lost = false;
  await again();
  await isSent(id);
  expect(bodies.length).toBeGreaterThan(1);
  expect(bodies.every((body) => body.equals(bodies[0] ?? body))).toBe(true);
});

it('a refused visit stays with the words of the office and holds up no other; it can be called back and sent anew', async () => {
  const bad = await assigned();
  const good = await assigned();
  home.office.trick = ({ path, body }) =>
    path.startsWith('visits') && body.includes(bad) && body.includes('wrong')
      ? refused(422, 'visit.answersInvalid')
      : null;
  const first = await finishedVisit(page, bad, [randomBytes(1_000)], { answers: { greeted: { comment: 'wrong' } } });
  const second = await finishedVisit(page, good);
  await isSent(second.id);
  const [holdup] = await inStore<unknown[]>(
    page,
    'return store.state.waiting.filter(({ id }) => id === given).map(({ holdup }) => holdup)',
    first.id,
  );
  expect(holdup).toMatchObject({
    kind: 'refused',
    code: 'visit.answersInvalid',
    detail: 'refused: visit.answersInvalid',
  });
  const sent = await inStore<string>(
    page,
    `const draft = await store.reopen(given, 'mended');
     await store.save({ ...draft, sheet: { answers: { greeted: { value: 'no' } } } });
     await store.finish({ ...draft, sheet: { answers: { greeted: { value: 'no' } } } });
     return draft.id;`,
    first.id,
  );
  expect(sent).not.toBe(first.id);
  await isSent(sent);
  expect(home.office.visits.has(first.id)).toBe(false);
});

it('a conflict is told and nothing is lost; new work of the office has it tried again', async () => {
  const about = await assigned();
  home.office.trick = ({ path }) => (path.startsWith('visits') ? refused(409, 'visit.conflict') : null);
  const { id } = await finishedVisit(page, about);
  await until(page, `state.waiting.some(({ id, holdup }) => id === given && holdup?.code === 'visit.conflict')`, id);
  home.office.trick = () => null;
  await again();
  expect(await inStore(page, 'return store.state.waiting.some(({ id }) => id === given)', id)).toBe(true);
  home.office.assignments = home.office.assignments.map((one) =>
    one.id === about ? { ...one, due: { ...one.due, to: '2027-01-31' } } : one,
  );
  await inStore(page, 'await store.refresh()');
  await again();
  await isSent(id);
});

it.each([
  ['a sign-in page of a hotel', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }],
  ['a proxy without its server', { status: 404, body: '<html>', headers: { 'content-type': 'text/html' } }],
  ['a redirection', { status: 302, headers: { location: '/elsewhere' } }],
  ['a cut', { status: 0, cut: true }],
] as const)('takes %s for no answer', async (_, reply) => {
  const id = await assigned();
  home.office.trick = () => reply;
  const visit = await finishedVisit(page, id);
  await until(
    page,
    `!state.online && state.waiting.some(({ id, holdup }) => id === given && holdup?.kind === 'offline')`,
    visit.id,
  );
  home.office.trick = () => null;
  await again();
  await isSent(visit.id);
  await until(page, 'state.online');
});

it('knows of no way to the office until it has answered, though nothing waits to be sent', async () => {
  let asked = 0;
  const asksAgain = new Promise<void>((resolve) => {
    home.office.trick = () => {
      if (++asked > 1) resolve();
      return { status: 0, cut: true };
    };
  });
  await inStore(page, 'await store.refresh()');
  await until(page, '!state.online');
  await again();
  await asksAgain;
  await until(page, '!state.online');
  home.office.trick = () => null;
  await again();
  await until(page, 'state.online');
});

it('leaves an office alone that asks for it', async () => {
  const busy = refused(503, 'request.busy');
  home.office.trick = () => ({ ...busy, headers: { ...busy.headers, 'retry-after': '2' } });
  await inStore(page, 'await store.refresh()');
  const before = home.office.asked.length;
  for (let time = 0; time < 5; time++) await inStore(page, 'await store.refresh()');
  expect(home.office.asked).toHaveLength(before);
  home.office.trick = () => null;
  const about = assignment('Later');
  home.office.assignments = [...home.office.assignments, about];
  // It comes by itself when the time is over.
  await until(page, 'state.online');
  await inStore(page, 'await store.refresh()');
  await until(page, 'state.work.assignments.some(({ id }) => id === given)', about.id);
});

it('tells what was accepted and given back, in order, when there is a network', async () => {
  const [one, two] = [await assigned(), await assigned()];
  home.office.trick = () => ({ status: 0, cut: true });
  await inStore(
    page,
    `await store.accept(given[0]); await store.decline(given[1], 'ill'); await store.decline(given[0], 'away')`,
    [one, two],
  );
  const seen = await inStore<unknown[]>(page, 'return store.state.work.assignments.map(({ id }) => id)');
  expect(seen).not.toContain(one);
  home.office.trick = () => null;
  home.office.told.length = 0;
  await again();
  await until(page, 'state.online');
  await inStore(page, 'await store.refresh()');
  expect(home.office.told).toEqual([`acceptance ${one}`, `refusal ${two}`, `refusal ${one}`]);
});

it('a token that is not taken any more stops all of it; with a new code everything goes', async () => {
  const about = await assigned();
  home.office.tokens.clear();
  const { id } = await finishedVisit(page, about);
  await until(page, 'state.signInNeeded');
  const asked = home.office.asked.length;
  await again();
  await inStore(page, 'await store.refresh()');
  expect(home.office.asked).toHaveLength(asked);
  await page.click('.notice button');
  await page.type('dialog input', 'MAHA.AGAIN');
  await page.click('dialog .gate-go');
  await isSent(id);
  await until(page, '!state.signInNeeded');
});

it('a tablet that is withdrawn wipes itself, in every tab', async () => {
  const profile = await newProfile();
  const browser = await tabletBrowser(profile);
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  await enrol(first, home.front.url, 'huda.code', pin);
  await second.goto(`${home.front.url}/tablet/`);
  await enterPin(second, pin);
  await stage(second, 'open');
  home.office.trick = () => refused(401, 'device.revoked');
  await inStore(first, 'await store.refresh()');
  await Promise.all([stage(first, 'wiped'), stage(second, 'wiped')]);
  await seen(first, `(await indexedDB.databases()).length === 0 && (await caches.keys()).length === 0`);
  await Promise.all([first.waitForNavigation(), first.click('.gate-go')]);
  await stage(first, 'new');
  await browser.close();
});
