import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { assignment, refused } from './stand-in-office.js';
import { finishedVisit, inStore, kill, newProfile, tabletBrowser, until } from './tablet-browser.js';
import { tabletHome } from './tablet-home.js';

/** Random, so that nothing is packed and nothing else holds it. */
const canary = (name: string) => `${name}-${randomBytes(24).toString('hex')}`;

const said = (comment: string) => ({ answers: { note: { comment } } });

const canaries = {
  answer: canary('answer'),
  draft: canary('draft'),
  centre: canary('centre'),
  brief: canary('brief'),
  reason: canary('reason'),
  sent: canary('sent'),
  photo: randomBytes(200_000),
  draftPhoto: randomBytes(50_000),
};

/** What of this can be read in the files of a folder: as it is, in UTF-16, and as base64. */
function readableIn(folder: string, secrets: Readonly<Record<string, string | Buffer>>): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return Object.entries(secrets).flatMap(([name, secret]) => {
    // A part that a block of a compressed table does not tear apart.
    const part = typeof secret === 'string' ? secret.slice(-40) : secret.subarray(1_000, 1_024);
    const forms =
      typeof part === 'string'
        ? [
            Buffer.from(part),
            Buffer.from(part, 'utf16le'),
            Buffer.from(Buffer.from(part).toString('base64').slice(2, -4)),
          ]
        : [part];
    return files.some((file) => forms.some((form) => file.includes(form))) ? [name] : [];
  });
}

/** A part of a secret as it stands in what `everything` gives. */
function searched(secret: string | Buffer): string {
  return typeof secret === 'string' ? secret : secret.subarray(1_000, 1_024).toString('hex');
}

/** All databases of the page's origin, as text, bytes as hex digits: as another program on the tablet would read them. */
const everything = `new Promise(async (resolve) => {
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((open) => { indexedDB.open(name).onsuccess = ({ target }) => open(target.result); });
    for (const store of database.objectStoreNames) {
      const all = await new Promise((read) => {
        database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => read(target.result);
      });
      found.push(...all.map((record) => JSON.stringify(record, (_, value) =>
        value instanceof Uint8Array ? Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('') : value)));
    }
    database.close();
  }
  resolve([...found, JSON.stringify({ ...localStorage, ...sessionStorage })].join('\\n'));
})`;

it('a copied profile tells nothing: no answer, centre, brief, token, photo or reason (S-21)', async () => {
  const { office, front, page, browser, profile } = await tabletHome(1);
  const named = (more = {}) =>
    assignment(canaries.centre, {
      scenario: { code: 's1', title: { ar: 'س', en: 's' }, brief: { ar: canaries.brief, en: canaries.brief } },
      ...more,
    });
  office.assignments = [named(), named(), named(), named()];
  await inStore(page, 'await store.refresh()');
  await until(page, 'state.work.assignments.length === 4');
  const ids = office.assignments.map(({ id }) => id);
  const sent = await finishedVisit(page, ids[0] ?? '', [], said(canaries.sent));
  await until(page, 'state.sent.some(({ id }) => id === given)', sent.id);
  office.trick = ({ path }) => (path.startsWith('visits') ? refused(409, 'visit.tooLate') : null);
  await finishedVisit(page, ids[1] ?? '', [canaries.photo], said(canaries.answer));
  await until(page, 'state.waiting.some(({ holdup }) => holdup?.kind === "refused")');
  office.trick = () => ({ status: 0, cut: true });
  await inStore(page, 'await store.decline(given.id, given.reason)', { id: ids[2], reason: canaries.reason });
  await inStore(
    page,
    `const draft = await store.begin(given.id);
     const kept = await store.keepPhoto(Uint8Array.from(atob(given.photo), (one) => one.charCodeAt(0)));
     for (let times = 0; times < 30; times++) await store.save({ ...draft,
       photos: [{ ...kept, takenAt: new Date().toISOString(), blurred: false }],
       sheet: { answers: { note: { comment: given.text + times + given.text } } } });`,
    { id: ids[3], text: canaries.draft, photo: canaries.draftPhoto.toString('base64') },
  );
  const token = [...office.tokens.keys()][0] ?? '';
  const secrets = { ...canaries, token };
  await kill(browser);
  const copy = await newProfile();
  await cp(profile, copy, { recursive: true });
  expect(readableIn(copy, secrets)).toEqual([]);

  const thief = await tabletBrowser(copy);
  const found = await thief.newPage();
  await found.goto(`${front.url}/tablet/notes.svg`);
  const text = String(await found.evaluate(everything));
  expect(text.length).toBeGreaterThan(300_000);
  expect(Object.entries(secrets).flatMap(([name, one]) => (text.includes(searched(one)) ? [name] : []))).toEqual([]);

  // The same search finds what is not encrypted: otherwise it proves nothing.
  const plain = { text: canary('plain'), photo: randomBytes(100_000) };
  await found.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('plain', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('records', { keyPath: 'id' });
    opening.onsuccess = () => {
      const writing = opening.result.transaction('records', 'readwrite', { durability: 'strict' });
      const bytes = Uint8Array.from(atob('${plain.photo.toString('base64')}'), (one) => one.charCodeAt(0));
      for (let id = 0; id < 5; id++) writing.objectStore('records').put({ id, text: '${plain.text}', bytes });
      writing.oncomplete = () => resolve(null);
    };
  })`);
  const withPlain = String(await found.evaluate(everything));
  expect(Object.values(plain).map((one) => withPlain.includes(searched(one)))).toEqual([true, true]);
  await kill(thief);
  expect(readableIn(copy, plain)).toEqual(['text', 'photo']);
}, 90_000);
