import { Chance } from './chance.js';
import type { DemoCycle } from './cycles.js';
import { agencies, type DemoCentre } from './network.js';

/** The centre that serves very well, and whose journeys nobody designed: a gate holds it at four stars. */
export const heldCentre = 'ID-1';

/** The centre whose customers hardly answered: its result is provisional. */
export const quietCentre = 'SO-5';

/** The agency of whose employees hardly any answered: nothing is shown of them. */
export const quietAgency = 'SO';

/** How well a centre serves in a cycle: 0 to 1. */
export function qualityOf(centre: DemoCentre, { at }: DemoCycle): number {
  const agency = agencies.find(({ code }) => code === centre.agency);
  const own = new Chance('quality', centre.code).near(0, 0.07);
  return Math.min(0.97, Math.max(0.2, agency!.quality[at] + (centre.code === heldCentre ? 0.05 : own)));
}
