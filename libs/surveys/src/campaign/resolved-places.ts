import type { EntityManager } from 'typeorm';
import type { CampaignPlace } from '#campaigns';
import type { Fault } from '#contract';
import type { Cycle } from '#cycles';
import { faultAt, firstFaults } from '#documents';
import { listAgencies, listServices, listServing, type ServingCentre } from '#network';

/** A place as the network knows it. */
export interface ResolvedPlace {
  readonly agencyId: string;
  readonly centreId: string | null;
  readonly service: string | null;
  readonly channel: string | null;
}

/** The places of a campaign, or what is wrong with them. */
export interface ResolvedPlaces {
  /** In the order of the document; none when there are faults. */
  readonly places: readonly ResolvedPlace[];
  /** At most 1,000. */
  readonly faults: readonly Fault[];
}

/** The network of a cycle by its codes. */
interface NetworkByCode {
  readonly agencies: ReadonlyMap<string, string>;
  readonly centres: ReadonlyMap<string, ServingCentre>;
  /** `agency id code`. */
  readonly services: ReadonlySet<string>;
}

/**
 * Finds places in the network of a cycle: the centre serves in it and is of the agency then, the agency offers the service.
 * The channel is that of the centre unless said.
 */
export async function resolvePlaces(
  db: EntityManager,
  cycle: Cycle,
  places: readonly CampaignPlace[],
): Promise<ResolvedPlaces> {
  const network = await networkOf(db, cycle, places);
  const faults = firstFaults(placeFaults(network, places));
  return { places: faults.length === 0 ? places.map((place) => resolved(network, place)) : [], faults };
}

async function networkOf(db: EntityManager, cycle: Cycle, places: readonly CampaignPlace[]): Promise<NetworkByCode> {
  const named = [...new Set(places.flatMap(({ centre }) => centre ?? []))];
  const centres = named.length > 0 ? await listServing(db, cycle, { centres: named }) : [];
  const services = places.some(({ service }) => service !== undefined) ? await listServices(db) : [];
  return {
    agencies: new Map((await listAgencies(db)).map(({ code, id }) => [code, id])),
    centres: new Map(centres.map((centre) => [centre.code, centre])),
    services: new Set(services.map(({ agencyId, code }) => `${agencyId} ${code}`)),
  };
}

function* placeFaults(network: NetworkByCode, places: readonly CampaignPlace[]): Generator<Fault> {
  const first = new Map<string, number>();
  for (const [at, place] of places.entries()) {
    const path = `places[${at}]`;
    let isSound = true;
    for (const fault of faultsOf(network, place)) {
      isSound = false;
      yield { ...fault, where: `${path}.${fault.where}` };
    }
    if (!isSound) continue;
    const key = JSON.stringify(resolved(network, place));
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    else yield faultAt(path, 'repeated', { first: `places[${before}]` }); // told apart by the channel that its centre has
  }
}

function* faultsOf({ agencies, centres, services }: NetworkByCode, place: CampaignPlace): Generator<Fault> {
  const agency = agencies.get(place.agency);
  if (agency === undefined) yield faultAt('agency', 'unknown', undefined, place.agency);
  if (place.centre !== undefined) {
    const known = centres.get(place.centre);
    if (!known) yield faultAt('centre', 'unknown', undefined, place.centre);
    else if (agency !== undefined && known.agencyId !== agency) {
      yield faultAt('centre', 'contradicts', { stored: known.agency }, place.centre);
    }
  }
  if (agency !== undefined && place.service !== undefined && !services.has(`${agency} ${place.service}`)) {
    yield faultAt('service', 'unknown', undefined, place.service);
  }
}

function resolved({ agencies, centres }: NetworkByCode, place: CampaignPlace): ResolvedPlace {
  const centre = place.centre === undefined ? undefined : centres.get(place.centre);
  return {
    agencyId: agencies.get(place.agency) ?? '',
    centreId: centre?.id ?? null,
    service: place.service ?? null,
    channel: place.channel ?? centre?.channelType ?? null,
  };
}
