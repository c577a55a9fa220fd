import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Cycle } from '#cycles';
import { plannedVisits, type PlannedVisit, type VisitPlan } from '#fieldwork';
import { listServices, listServing, type ServingCentre } from '#network';
import { plannedAlready, type NewVisit } from './planned.queries.js';
import { listInstruments } from './visit-plan.queries.js';

/** The visits of a plan that are not made yet: of centres in waves that have none. */
export async function plansNew(db: EntityManager, cycle: Cycle, plan: VisitPlan): Promise<NewVisit[]> {
  const centres = new Map((await listServing(db, cycle)).map((centre) => [centre.code, centre]));
  const planned = plannedVisits(plan, await withServices(db, [...centres.values()]), { seed: seedOf(cycle) });
  const instruments = new Map(
    (await listInstruments(db, plan.instruments)).map(({ code, version, id }) => [`${code} ${version}`, id]),
  );
  const already = await plannedAlready(db, cycle.id);
  const pairs = new Map<number, string>();
  return planned.flatMap((visit): NewVisit[] => {
    const centre = centres.get(visit.centre);
    const instrumentId = instruments.get(`${visit.instrument.code} ${visit.instrument.version}`);
    if (!centre || !instrumentId || already.has(`${centre.id}:${visit.wave}`)) return [];
    const pairId = visit.pair === null ? null : (pairs.get(visit.pair) ?? randomUUID());
    if (visit.pair !== null && pairId !== null) pairs.set(visit.pair, pairId);
    return [
      { cycleId: cycle.id, agencyId: centre.agencyId, centreId: centre.id, instrumentId, pairId, ...termsOf(visit) },
    ];
  });
}

function termsOf(visit: PlannedVisit) {
  const { wave, scenario, service, due, weekday, hours, language, gender } = visit;
  return {
    id: randomUUID(),
    wave,
    scenario,
    service,
    dueFrom: due.from,
    dueTo: due.to,
    weekday,
    hourFrom: hours.from,
    hourTo: hours.to,
    language,
    gender,
    replaces: null,
  };
}

async function withServices(db: EntityManager, centres: readonly ServingCentre[]) {
  const services = Map.groupBy(await listServices(db), ({ agencyId }) => agencyId);
  return centres.map(({ code, channelType, agencyId }) => ({
    code,
    channelType,
    services: (services.get(agencyId) ?? []).map((service) => service.code),
  }));
}

/** The same in every run of a cycle, so that later waves go on evening out what earlier ones chose. */
function seedOf({ id }: Cycle): number {
  return Number.parseInt(id.slice(0, 8), 16);
}
