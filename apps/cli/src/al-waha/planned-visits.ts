import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Sites } from '#network';
import { Extensions, OfficeList, VisitAssignments, VisitPlans, type VisitLine } from '#visits';
import { shoppers } from './people.js';

/** Where no town is: somewhere in the open sea. */
export const site = { latitude: 12.5, longitude: 61.25 };
const days = { from: '07:30', to: '14:30' };

/** Plans the visits of a cycle and gives them to shoppers. @returns those that somebody makes */
export async function plannedVisits(
  rooms: INestApplicationContext,
  office: Actor,
  { cycle, folder }: { readonly cycle: string; readonly folder: string },
): Promise<VisitLine[]> {
  const week = { monday: [days], tuesday: [days], wednesday: [days], thursday: [days], friday: [days] };
  for (const [at, centre] of ['CO-1', 'CO-2'].entries()) {
    await rooms.get(Sites).keep(centre, { ...site, latitude: site.latitude + at / 10, hours: week });
  }
  const document = JSON.parse(await readFile(join(folder, `visit-plan-${cycle}.json`), 'utf8')) as unknown;
  await rooms.get(VisitPlans).save(cycle, document);
  await rooms.get(VisitPlans).make(office, cycle);
  const listed = () => rooms.get(OfficeList).list(cycle, {});
  for (const { id } of await listed()) await assign(rooms, office, id);
  await extend(rooms, office, await listed());
  return (await listed()).filter(({ shopper }) => shopper !== null);
}

/** Gives a visit to the first who may make it. */
async function assign(rooms: INestApplicationContext, office: Actor, id: string): Promise<void> {
  for (const [shopper] of shoppers) {
    try {
      await rooms.get(VisitAssignments).assign(office, id, { shopper });
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'visit.rulesBroken') throw error;
    }
  }
}

/** The cycle is long over when the demonstration is loaded: its visits get the time to be sent all the same. */
async function extend(rooms: INestApplicationContext, office: Actor, lines: readonly VisitLine[]): Promise<void> {
  const until = Temporal.Now.plainDateISO('Asia/Dubai').add({ days: 14 }).toString();
  const reason = 'The demonstration is loaded after its cycle.';
  for (const { id, state } of lines) {
    if (state === 'assigned') await rooms.get(Extensions).extend(office, id, { until, reason });
  }
}
