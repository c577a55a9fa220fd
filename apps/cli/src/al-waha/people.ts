import type { INestApplicationContext } from '@nestjs/common';
import { Accounts, type Actor } from '#access';
import { Agencies } from '#network';
import { Shoppers } from '#visits';

/** The shoppers of Al Waha and their genders. */
export const shoppers = [
  ['noor', 'female'],
  ['lina', 'female'],
  ['mariam', 'female'],
  ['omar', 'male'],
  ['zayd', 'male'],
  ['hamad', 'male'],
] as const;

/** Who plans, reviews and decides, and the agency that is visited. */
export interface People {
  readonly office: Actor;
  readonly reviewer: Actor;
  readonly decider: Actor;
  readonly agency: Actor;
}

/** Makes the accounts of all who have to do with visits; nobody is told their passwords. */
export async function peopleIn(rooms: INestApplicationContext): Promise<People> {
  const accounts = rooms.get(Accounts);
  for (const [name, gender] of shoppers)
    await rooms.get(Shoppers).save(name, { gender, languages: ['ar', 'en'], active: true });
  const courts = (await rooms.get(Agencies).list()).find(({ code }) => code === 'CO');
  for (const name of ['planner', 'reviewer', 'decider']) await accounts.create(name, 'office');
  await accounts.create('courts', 'agency', courts?.id ?? null);
  return {
    office: await accounts.actorNamed('planner'),
    reviewer: await accounts.actorNamed('reviewer'),
    decider: await accounts.actorNamed('decider'),
    agency: await accounts.actorNamed('courts'),
  };
}
