import { randomBytes } from 'node:crypto';
import { jpegOf } from '../media/pictures.js';
import { testFolder } from '../platform/database.js';
import { sheet } from '../visits/visit-documents.js';
import { builtTablet } from './built-tablet.js';
import { front, officeAt } from './front.js';
import { shopperWorld } from './shopper-world.js';
import {
  cameOnline,
  enrol,
  enterPin,
  finishedVisit,
  inStore,
  kill,
  newProfile,
  stage,
  tabletBrowser,
  until,
} from './tablet-browser.js';
import { pin } from './tablet-home.js';

it('a battery that goes flat again and again while visits are sent loses and doubles none', async () => {
  const visits = 8;
  const world = await shopperWorld(visits, { NUJOOM_HOME: await testFolder() });
  const files = await builtTablet();
  const real = officeAt(world.api.url);
  const served = await front(files, real);
  const profile = await newProfile();
  let browser = await tabletBrowser(profile);
  let page = await browser.newPage();
  await enrol(page, served.url, world.code, pin);
  await until(page, 'state.work?.assignments.length === given', visits);
  served.ask((_, response) => void response.destroy());
  for (const id of world.visits)
    await finishedVisit(page, id, [jpegOf(30_000, randomBytes(2).readUInt16BE())], sheet());

  // Each time the browser dies at another question, before it is passed on, while it is, or when the answer comes.
  for (let round = 0; round < 4; round += 1) {
    let dies: () => void = () => undefined;
    const dead = new Promise<void>((resolve) => (dies = resolve));
    let questions = 0;
    served.ask((incoming, response) => {
      questions += 1;
      if (questions === 3 + 4 * round) {
        if (round % 2 === 0) void real(incoming, response);
        dies();
      } else void real(incoming, response);
    });
    await cameOnline(page);
    await dead;
    await kill(browser);
    browser = await tabletBrowser(profile);
    page = await browser.newPage();
    await page.goto(`${served.url}/tablet/`);
    served.ask((_, response) => void response.destroy());
    await enterPin(page, pin);
    await stage(page, 'open');
    const sent = await world.api.sql<{ id: string }>('select id from visit_reports');
    const here = await inStore<readonly string[]>(page, 'return store.state.waiting.map(({ id }) => id)');
    // Stored or still here; what the tablet gave away is stored.
    expect(new Set([...here, ...sent.map(({ id }) => id)]).size).toBe(visits);
  }
  served.ask(real);
  await until(page, 'state.online || dispatchEvent(new Event("online")), state.waiting.length === 0', null, 60_000);
  const reports = await world.api.sql<{ visit_id: string }>('select visit_id from visit_reports');
  expect(reports.map(({ visit_id: id }) => id).sort()).toEqual([...world.visits].sort());
}, 120_000);
