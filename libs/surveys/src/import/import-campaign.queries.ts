import type { EntityManager } from 'typeorm';
import type { CampaignState } from '../campaign/place.queries.js';

/** A campaign as importing needs it. */
export interface ImportingCampaign {
  readonly id: string;
  readonly code: string;
  readonly cycleId: string;
  readonly instrumentId: string;
  readonly state: CampaignState;
  readonly document: unknown;
  /** The days of its cycle. */
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A campaign by its code, or null; locked so that two do not import for it at once. */
export async function lockImportingCampaign(db: EntityManager, code: string): Promise<ImportingCampaign | null> {
  const [row] = await db.query<ImportingCampaign[]>(
    `select campaigns.id, campaigns.code, cycle_id as "cycleId", instrument_id as "instrumentId", state,
       document - 'places' - 'quotas' as document, starts_on::text as "startsOn", ends_on::text as "endsOn"
     from campaigns join cycles on cycles.id = cycle_id where campaigns.code = $1 for no key update of campaigns`,
    [code],
  );
  return row ?? null;
}
