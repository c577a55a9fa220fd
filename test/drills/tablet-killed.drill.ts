import { setTimeout as pause } from 'node:timers/promises';
import { cameOnline, inStore } from '../tablet/tablet-browser.js';
import { FieldOffice } from './field-office.js';
import { FieldTablet } from './field-tablet.js';
import { chanceOf } from './kept.js';

const rounds = Number(process.env['DRILL_ROUNDS'] ?? 100);
/** As many as a shopper may have before her at a time. */
const openVisits = 15;
const chance = chanceOf(20_261_122);

let office: FieldOffice;
let tablet: FieldTablet;
beforeAll(async () => {
  office = await FieldOffice.withVisits(openVisits);
  tablet = await FieldTablet.enrolled(office);
}, 240_000);
afterAll(() => office.close());

/** Comes back when the tablet has asked so many questions, or sent so many visits, or so many ms have passed. */
async function after(count: number, what: 'questions' | 'visits', mostMs: number): Promise<void> {
  let left = count;
  await new Promise<void>((resolve) => {
    const stop = office.whenAsked((isVisit) => {
      if (what === 'questions' || isVisit) left -= 1;
      if (left <= 0) done();
    });
    const timer = setTimeout(done, mostMs);
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

/** All three die within so many ms, in any order; 0: at the very same moment, as of a power cut. */
async function allDie(apart: number): Promise<void> {
  const deaths = [() => tablet.dies(), () => office.killApi(), () => office.killDatabase()];
  await Promise.all(
    deaths.map(async (dies) => {
      const delay = apart * chance();
      if (delay > 0) await pause(delay);
      await dies();
    }),
  );
}

/** Filled and sent by a program at full speed; all die at any question, or just when a visit is sent. */
async function filled(): Promise<void> {
  const working = tablet.works(5, 30_000 + Math.floor(chance() * 400_000)).catch(() => undefined);
  if (chance() < 0.5) {
    await after(1 + Math.floor(chance() * 45), 'questions', 8_000);
    await allDie(chance() * 1_200);
  } else {
    await after(1 + Math.floor(chance() * 4), 'visits', 8_000);
    await pause(chance() * 30);
    await allDie(0);
  }
  await working;
}

/** By hand on the screen, key by key. */
async function typed(): Promise<void> {
  const working = tablet.types('كان الموظف لطيفًا وأجاب عن كل سؤال. ').catch(() => undefined);
  await after(1 + Math.floor(chance() * 25), 'questions', 1_000 + chance() * 1_000);
  await pause(chance() * 2_500);
  await allDie(chance() < 0.25 ? 0 : chance() * 1_200);
  await working;
}

async function round(work: () => Promise<void>): Promise<void> {
  await office.plansUpTo(openVisits);
  office.online();
  await cameOnline(tablet.page);
  await work();
  office.offline();
  await tablet.starts();
}

const title = `loses and doubles nothing over ${rounds} kills of the browser, the api and the database`;
const longestMs = 30 * 60_000;
it(title, whole, longestMs);

async function whole(): Promise<void> {
  const begun = Date.now();
  let midway = 0;
  for (let kills = 0; kills < rounds; kills += 1) {
    await round(kills % 2 === 0 ? filled : typed);
    expect(await tablet.wrong()).toEqual([]);
    if (tablet.held.waiting.length > 0) midway += 1;
  }
  office.online();
  await tablet.sendsAll(120_000);
  expect(await tablet.wrong()).toEqual([]);
  const arrived = await office.arrived();
  expect(office.lostPhotos(arrived)).toEqual([]);
  expect(arrived).toHaveLength(tablet.held.sent.length);
  expect(arrived.length).toBeGreaterThanOrEqual(tablet.ledger.finishedCount);
  // Kills that hit nothing would prove nothing.
  expect(arrived.length).toBeGreaterThan(rounds / 2);
  expect(midway).toBeGreaterThan(rounds / 10);
  const photos = arrived.flatMap((one) => one.photos).length;
  process.stdout.write(
    `${rounds} kills each of browser, api and database in ${((Date.now() - begun) / 1_000).toFixed(0)} s: ` +
      `${arrived.length} visits with ${photos} photos acknowledged and there once, none lost; after ${midway} kills visits ` +
      `not acknowledged were still on the tablet, ${office.foundStored} were found stored when sent again\n${keysTyped()}\n`,
  );
}

function keysTyped(): string {
  const keys = tablet.keyMs.toSorted((one, other) => one - other);
  const at = (share: number) => (keys[Math.floor(share * keys.length)] ?? 0).toFixed(0);
  return (
    `${keys.length} keys typed, on the disk after ${at(0.5)} ms (99 %: ${at(0.99)} ms); ` +
    `${tablet.ledger.lostKeys.length} times the last one was lost, never more`
  );
}

it('would notice a tablet that lets go before the receipt', async () => {
  office.offline();
  await tablet.works(1, 10_000);
  expect(await tablet.wrong()).toEqual([]);
  await inStore(
    tablet.page,
    `const [{ id, files }] = store.state.waiting;
     await store.keeper.write(() => ({ changes: [{ kind: 'waiting', id, value: null }], forget: files.map(({ hash }) => hash) }));`,
  );
  await tablet.dies();
  await tablet.starts();
  expect(await tablet.wrong()).toEqual([expect.stringContaining('is nowhere')]);
}, 120_000);

it('would notice an office that answers before what it answers for is durable', async () => {
  office.pretends();
  await cameOnline(tablet.page);
  await tablet.works(1, 10_000);
  await tablet.sendsAll(60_000);
  await allDie(0);
  await tablet.starts();
  expect(await tablet.wrong()).toContainEqual(expect.stringContaining('was let go and did not arrive'));
}, 120_000);
