import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer';
import { builtTablet } from '../tablet/built-tablet.js';
import { cameOnline, keptOffline, seen, until } from '../tablet/tablet-browser.js';
import { FieldOffice } from './field-office.js';
import { FieldTablet } from './field-tablet.js';
import { chanceOf } from './kept.js';

const rounds = Number(process.env['DRILL_ROUNDS'] ?? 100);
const longestMs = 40 * 60_000;
/** So many that they last while there is no network for some rounds. */
const openVisits = 40;
const chance = chanceOf(20_261_123);

let office: FieldOffice;
let tablet: FieldTablet;
let version = '0.0.1';
beforeAll(async () => {
  office = await FieldOffice.withVisits(openVisits);
  tablet = await FieldTablet.enrolled(office);
}, 240_000);
afterAll(() => office.close());

/** What befalls a tablet in the field. Each leaves it open, maybe without a network. */
const troubles: Readonly<Record<string, () => Promise<void>>> = {
  /** The browser dies while it works and sends. */
  killed: async () => {
    office.online();
    const working = tablet.works(2, 200_000).catch(() => undefined);
    await pause(chance() * 800);
    await tablet.dies();
    await working;
    await tablet.starts();
  },

  /** The storage is full, with visits that wait; then there is space again. */
  full: async () => {
    office.offline();
    await tablet.dies();
    let session: CDPSession | undefined;
    const { url: origin } = office.front;
    await tablet.starts(async (page) => {
      session = await page.createCDPSession();
      const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
      await session.send('Storage.overrideQuotaForOrigin', {
        origin,
        quotaSize: usage + Math.floor(chance() * 600_000),
      });
    });
    expect(await refusal()).toMatch(/full|StoreRefusal/);
    await session?.send('Storage.overrideQuotaForOrigin', { origin });
    await until(tablet.page, 'state.unsaved === null');
  },

  /** A new version comes in the middle of the queue. */
  updated: async () => {
    await tablet.works(1, 30_000);
    await keptOffline(tablet.page);
    version = version === '0.0.1' ? '0.0.2' : '0.0.1';
    office.front.serve(await builtTablet(version));
    await tablet.page.evaluate('void navigator.serviceWorker.getRegistration().then((one) => one?.update())');
    await tablet.page.waitForSelector('.notice button');
    // A browser changes versions once the old one has nothing to do: at once, or, when it was asked something in that very
    // moment, after it was idle for 30 s; after 5 minutes in any case.
    await Promise.all([tablet.page.waitForNavigation({ timeout: 330_000 }), pressUpdate(tablet.page)]);
    await tablet.opens();
  },

  /** The token is not known any more while the tablet works without a network; a new code renews it. */
  withdrawnToken: async () => {
    office.offline();
    await office.forgetTokens();
    await tablet.works(1, 30_000);
    // A token is remembered for a second.
    await pause(1_100);
    office.online();
    // Told that the network is back: by itself the tablet would wait, after so many failures, for minutes.
    await until(tablet.page, 'state.signInNeeded || (dispatchEvent(new Event("online")), false)', null, 60_000);
    expect(await tablet.wrong()).toEqual([]);
    await tablet.page.evaluate(`tablet.renew(${JSON.stringify(await office.code())})`);
    await until(tablet.page, '!state.signInNeeded');
  },

  /** The api dies while it is sent to. */
  officeKilled: async () => {
    office.online();
    const working = tablet.works(2, 300_000);
    await pause(chance() * 400);
    await office.killApi();
    await working;
  },
};

/** Fills visits until the storage takes no more: what was counted as used may be what was deleted, and become free. */
async function refusal(): Promise<string> {
  let message = 'none';
  for (let tries = 0; tries < 6 && message === 'none'; tries += 1)
    await tablet.works(1, 1_000_000).catch((error: Error) => (message = error.message));
  return message;
}

async function pressUpdate(page: Page): Promise<void> {
  await seen(page, `document.querySelector('.notice button')`);
  await page.evaluate(`document.querySelector('.notice button').click()`);
}

/** One trouble after the other, each at least once, then as chance has it; two visits are filled in each round. */
async function allTroubles(): Promise<string> {
  const names = Object.keys(troubles);
  const seconds = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    const name = names[round < names.length ? round : Math.floor(chance() * names.length)] ?? '';
    const since = Date.now();
    await troubles[name]?.();
    seconds.get(name)?.push((Date.now() - since) / 1_000);
    expect([name, await tablet.wrong()]).toEqual([name, []]);
    await tablet.showsUnsent();
    const { waiting, sent } = tablet.held;
    await tablet.works(Math.max(0, 2 * (round + 1) - waiting.length - sent.length), 50_000);
    await office.plansUpTo(openVisits);
    if (chance() < 0.5) {
      office.online();
      await cameOnline(tablet.page);
    }
  }
  const mean = (all: readonly number[]) => (all.reduce((sum, one) => sum + one, 0) / all.length).toFixed(1);
  return [...seconds].map(([name, all]) => `${name} ${all.length} × ${mean(all)} s`).join(', ');
}

const title = `${2 * rounds} visits survive what befalls a tablet in the field`;
it(title, whole, longestMs);

async function whole(): Promise<void> {
  const begun = Date.now();
  const made = await allTroubles();
  office.online();
  // What was begun is finished; then all of it goes.
  if (tablet.held.drafts.length > 0) await tablet.works(1, 10_000);
  await tablet.sendsAll(300_000);
  expect(await tablet.wrong()).toEqual([]);
  const arrived = await office.arrived();
  expect(arrived).toHaveLength(tablet.held.sent.length);
  expect(new Set(arrived.map(({ visit }) => visit)).size).toBe(arrived.length);
  expect(arrived.length).toBeGreaterThanOrEqual(2 * rounds);
  expect(office.lostPhotos(arrived)).toEqual([]);
  const photos = arrived.flatMap((one) => one.photos).length;
  process.stdout.write(
    `${rounds} troubles in ${((Date.now() - begun) / 1_000).toFixed(0)} s (${made}): ${arrived.length} visits with ${photos} ` +
      `photos acknowledged and there once, none lost; ${office.foundStored} were found stored when sent again\n`,
  );
}
