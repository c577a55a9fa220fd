import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Actor } from '#access';
import { Cycles } from '#cycles';
import type { Answers } from '#instruments';
import { Campaigns, CampaignWays, Fold, Responses, ResponsesImport, SurveyReleases } from '#surveys';

/** What was collected elsewhere, by the campaign it belongs to, and the last day of its cycle. */
const collected = [
  ['campaign-customers-2024-25.json', 'customer-happiness-2024-25.csv', '2025-03-31'],
  ['campaign-employees-2024-25.json', 'employee-happiness-2024-25.csv', '2025-03-31'],
  ['campaign-customers-2025-26.json', 'customer-happiness-2025-26.csv', '2026-03-31'],
  ['campaign-employees-2025-26.json', 'employee-happiness-2025-26.csv', '2026-03-31'],
] as const;

/** The cycle that is under way, with the survey that is open in it. */
const underWay = { key: '2026-27', begins: '2026-04-01', scheme: { code: 'global_stars', version: 2 } } as const;

/** Whoever runs the first start. */
const office = new Actor(null, '', 'office');
const zone = 'Asia/Dubai';

/** A response of the makers of the demonstration (demo/al-waha/make). */
interface MadeResponse {
  readonly centre: string;
  readonly way: 'kiosk' | 'link';
  readonly language: string;
  readonly answers: Answers;
}

/** The surveys of Al Waha: two of customers and two of employees that are over, one that is open; counted, those of employees published. */
export async function loadSurveys(rooms: INestApplicationContext, folder: string): Promise<void> {
  for (const [document, file, lastDay] of collected) {
    const campaign = await opened(rooms, join(folder, document), { hours: 1 });
    const now = new Date(Math.max(Date.now(), Date.parse(`${lastDay}T12:00:00Z`)));
    await rooms.get(ResponsesImport).run(office, { campaign, file: join(folder, file), now });
    await rooms.get(Campaigns).close(office, campaign);
  }
  if (Temporal.Now.plainDateISO(zone).toString() >= underWay.begins) {
    await rooms.get(Cycles).open(underWay.key, underWay.scheme);
    const campaign = await opened(rooms, join(folder, `campaign-customers-${underWay.key}.json`), { years: 1 });
    await answered(rooms, campaign, join(folder, `sent-responses-${underWay.key}.json`));
  }
  await rooms.get(Fold).drain();
  await rooms.get(SurveyReleases).releaseDue();
}

/**
 * Opens the campaign of a file. One that was over before the demonstration is loaded gets the time to be answered all the same.
 * @returns its code
 */
async function opened(rooms: INestApplicationContext, file: string, time: Temporal.DurationLike): Promise<string> {
  const document = JSON.parse(await readFile(file, 'utf8')) as { readonly closes: string };
  const later = Temporal.Now.zonedDateTimeISO(zone).add(time);
  const closes = later.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  const isOver = Date.parse(document.closes) <= Date.now();
  const { code } = await rooms.get(Campaigns).save(office, isOver ? { ...document, closes } : document);
  await rooms.get(Campaigns).open(office, code);
  return code;
}

/** Sends responses as kiosks and pages do; those by links have no stamp of a form, so they are held as suspected. */
async function answered(rooms: INestApplicationContext, campaign: string, file: string): Promise<void> {
  const made = JSON.parse(await readFile(file, 'utf8')) as readonly MadeResponse[];
  const places = await rooms.get(CampaignWays).ways(campaign);
  const sending = made.map(({ centre, way, language, answers }) => {
    const code = places.find((place) => place.centre === centre)?.ways.find((one) => one.way === way)?.code;
    const sent = { schema: 'nujoom.response/1', code, language, consent: 1, seconds: 35, sheet: { answers } };
    return rooms.get(Responses).submit(office, { id: randomUUID(), sent, address: '127.0.0.1' });
  });
  await Promise.all(sending);
}
