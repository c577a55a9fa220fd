import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'puppeteer';
import { builtTablet } from './built-tablet.js';
import { front, type Front } from './front.js';
import { assignment, StandInOffice } from './stand-in-office.js';
import { enrol, newProfile, tabletBrowser, until } from './tablet-browser.js';

export const pin = '402917';

/** A tablet that is enrolled with an office that does as it is told. */
export interface TabletHome {
  readonly office: StandInOffice;
  readonly front: Front;
  readonly profile: string;
  readonly browser: Browser;
  readonly page: Page;
}

/** A new tablet with assignments in so many centres. */
export async function tabletHome(centres = 1): Promise<TabletHome> {
  const office = new StandInOffice();
  office.assignments = Array.from({ length: centres }, (_, index) => assignment(`Centre ${index + 1}`));
  const served = await front(await builtTablet(), office.answer);
  const profile = await newProfile();
  const browser = await tabletBrowser(profile);
  const page = await browser.newPage();
  await enrol(page, served.url, `maha.${randomUUID()}`, pin);
  await until(page, 'state.work?.assignments.length === given', centres);
  return { office, front: served, profile, browser, page };
}
