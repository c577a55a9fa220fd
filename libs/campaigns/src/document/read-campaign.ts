import type { Fault } from '#contract';
import { firstFaults, plainFaults, shapeFaults } from '#documents';
import { campaignFaults } from './campaign-faults.js';
import { Campaign } from './campaign.js';

/** A campaign that can be opened as far as it tells itself, or what is wrong with it: one of the two. */
export interface ReadCampaign {
  /** With all defaults put in. Null: there are faults. */
  readonly campaign: Campaign | null;
  /** At most 1,000. Paths as `places[1].centre`. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a campaign from any JSON: its shape first, then whether it means something. Never throws. Whether it fits its
 * instrument is told by `instrumentMisfits`; whether its cycle and places exist is for those to tell who know them.
 */
export function readCampaign(json: unknown): ReadCampaign {
  const unfit = firstFaults(unfitParts(json));
  if (unfit.length > 0) return { campaign: null, faults: unfit };
  const parsed = Campaign.safeParse(json, { reportInput: true });
  if (!parsed.success) return { campaign: null, faults: firstFaults(shapeFaults(parsed.error.issues)) };
  const faults = firstFaults(campaignFaults(parsed.data));
  return { campaign: faults.length === 0 ? parsed.data : null, faults };
}

/** No campaign asks about more places; a longer list is left to the schema, which says so without looking at its members. */
const mostPlaces = 100_000;

/** As `plainFaults`, which takes fewer values than the places of a nation have: each place is looked at by itself. */
function* unfitParts(json: unknown): Generator<Fault> {
  const { places } = (json ?? {}) as { places?: unknown };
  if (!Array.isArray(places) || places.length > mostPlaces) {
    yield* plainFaults(json);
    return;
  }
  yield* plainFaults({ ...(json as object), places: [] });
  for (const [at, place] of places.entries()) {
    for (const fault of plainFaults({ places: [place] }))
      yield { ...fault, where: fault.where.replace('[0]', `[${at}]`) };
  }
}
