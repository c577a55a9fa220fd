import type { Page } from 'puppeteer';
import { jpegOf } from '../media/pictures.js';
import { testFolder } from '../platform/database.js';
import { sheet } from '../visits/visit-documents.js';
import { builtTablet } from './built-tablet.js';
import { cutLine, type CutLine } from './cut-line.js';
import { front, officeAt, type Front } from './front.js';
import { shopperWorld, type ShopperWorld } from './shopper-world.js';
import { sha256 } from './stand-in-office.js';
import { enrol, finishedVisit, newProfile, tabletBrowser, until } from './tablet-browser.js';
import { pin } from './tablet-home.js';

/** A tablet full of finished visits, before a real office and a line that can break. */
export interface FullTablet {
  readonly world: ShopperWorld;
  readonly front: Front;
  readonly line: CutLine;
  readonly page: Page;
  /** The hashes of all photos. */
  readonly photos: readonly string[];
}

/** Fills so many visits, each with photos of these sizes, while there is no network. */
export async function fullTablet(visits: number, photoBytes: readonly number[]): Promise<FullTablet> {
  const world = await shopperWorld(visits, { NUJOOM_HOME: await testFolder() });
  const served = await front(await builtTablet(), officeAt(world.api.url));
  const line = await cutLine(served.url, chances(20_261_122));
  const page = await (await tabletBrowser(await newProfile())).newPage();
  await enrol(page, line.url, world.code, pin);
  await until(page, 'state.work?.assignments.length === given', visits);
  served.ask((_, response) => void response.destroy());
  const photos: string[] = [];
  for (const id of world.visits) {
    const own = photoBytes.map((bytes, n) => jpegOf(bytes, photos.length + n + 1));
    photos.push(...own.map(sha256));
    await finishedVisit(page, id, own, sheet());
  }
  await until(page, 'state.waiting.length === given', visits);
  return { world, front: served, line, page, photos };
}

/** The network is back, and comes back as often as it goes; without that word the tablet tries again by itself, later. */
export async function untilAllSent({ world, front: served, page }: FullTablet, timeout: number): Promise<void> {
  served.ask(officeAt(world.api.url));
  await until(page, 'state.online || dispatchEvent(new Event("online")), state.waiting.length === 0', null, timeout);
}

/** Exactly what was filled has arrived, and the tablet knows. */
export async function expectAllThere({ world, page, photos }: FullTablet): Promise<void> {
  const reports = await world.api.sql<{ visit: string }>('select visit_id as visit from visit_reports');
  expect(reports.map(({ visit }) => visit).sort()).toEqual([...world.visits].sort());
  const files = await world.api.sql<{ hash: string }>('select hash from media_files');
  expect(files.map(({ hash }) => hash).sort()).toEqual([...photos].sort());
  await until(page, 'state.sent.length === given', world.visits.length);
}

/** The same chances in every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}
