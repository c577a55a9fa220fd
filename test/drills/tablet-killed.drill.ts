import { setTimeout as pause } from 'node:timers/promises';
import { inStore } from '../tablet/tablet-browser.js';
import { FieldOffice } from './field-office.js';
import { FieldTablet } from './field-tablet.js';
import { chanceOf } from './kept.js';

const rounds = Number(process.env['DRILL_ROUNDS'] ?? 100);
/** No more rounds are begun after this. */
const longestMs = 15 * 60_000;
const chance = chanceOf(20_261_122);

let office: FieldOffice;
let tablet: FieldTablet;
beforeAll(async () => {
  office = await FieldOffice.withVisits(2 * rounds + 10);
  tablet = await FieldTablet.enrolled(office);
}, 120_000);
afterAll(() => office.close());

/** Comes back after so many questions of the tablet, or so many ms when it asks nothing. */
async function afterQuestions(count: number, mostMs: number): Promise<void> {
  let left = count;
  await new Promise<void>((resolve) => {
    const stop = office.whenAsked(() => (left -= 1) <= 0 && done());
    const timer = setTimeout(done, mostMs);
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

it(`loses and doubles nothing over ${rounds} kills of the browser, and of the api in between`, async () => {
  const begun = Date.now();
  let kills = 0;
  let apiKills = 0;
  while (kills < rounds && Date.now() - begun < longestMs) {
    office.online();
    // Filled by a program at full speed while it sends, or by hand on the screen, key by key.
    const work =
      kills % 2 === 0
        ? tablet.works(3, 30_000 + Math.floor(chance() * 400_000))
        : tablet.types('كان الموظف لطيفًا وأجاب عن كل سؤال. ');
    const working = work.catch(() => undefined);
    if (kills % 3 === 1) {
      await afterQuestions(1 + Math.floor(chance() * 4), chance() * 1_500);
      await office.killApi();
      apiKills += 1;
    }
    if (kills % 2 === 0) await afterQuestions(1 + Math.floor(chance() * 25), 1_000 + chance() * 1_000);
    await pause(chance() * (kills % 2 === 0 ? 60 : 2_500));
    await tablet.dies();
    await working;
    kills += 1;
    office.offline();
    await tablet.starts();
    expect(await tablet.wrong()).toEqual([]);
  }
  office.online();
  await tablet.sendsAll(120_000);
  expect(await tablet.wrong()).toEqual([]);
  const arrived = await office.arrived();
  expect(office.lostPhotos(arrived)).toEqual([]);
  const { lostKeys, finishedCount } = tablet.ledger;
  expect(arrived.length).toBeGreaterThanOrEqual(finishedCount);
  // Kills that hit nothing would prove nothing.
  expect(arrived.length).toBeGreaterThan(kills / 10);
  const keys = tablet.keyMs.toSorted((one, other) => one - other);
  const at = (share: number) => (keys[Math.floor(share * keys.length)] ?? 0).toFixed(0);
  process.stdout.write(
    `${kills} kills of the browser, ${apiKills} of the api in ${((Date.now() - begun) / 1_000).toFixed(0)} s: ${arrived.length} visits with ` +
      `${arrived.flatMap(({ photos }) => photos).length} photos arrived once, ${keys.length} keys typed (on the disk after ${at(0.5)} ms, ` +
      `99 %: ${at(0.99)} ms), ${lostKeys.length} times the last one was lost, never more\n`,
  );
}, 1_100_000);

it('which this drill would notice: a tablet that lets go before the receipt', async () => {
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
