import type { EntityManager } from 'typeorm';
import type { Wording } from '#contract';

/** The life of a campaign: written, taking answers, over. */
export type CampaignState = 'draft' | 'open' | 'closed';

/** A place as it is stored, with the names that a page shows. */
export interface PlaceRow {
  readonly n: number;
  readonly campaignId: string;
  readonly cycleId: string;
  readonly instrumentId: string;
  readonly state: CampaignState;
  /** Of the campaign's document: the same hash, the same document. */
  readonly hash: string;
  readonly agencyId: string;
  readonly centreId: string | null;
  readonly service: string | null;
  readonly channel: string | null;
  readonly names: { readonly agency: Wording; readonly centre?: Wording; readonly service?: Wording };
}

/** A place by its number, or null. */
export async function findPlace(db: EntityManager, n: number): Promise<PlaceRow | null> {
  const [row] = await db.query<PlaceRow[]>(
    `select places.n, campaigns.id as "campaignId", campaigns.cycle_id as "cycleId", campaigns.instrument_id as "instrumentId",
       campaigns.state, campaigns.hash, places.agency_id as "agencyId", places.centre_id as "centreId",
       places.service, places.channel, json_strip_nulls(json_build_object(
         'agency', json_build_object('ar', agencies.name_ar, 'en', agencies.name_en),
         'centre', case when centres.id is not null then json_build_object('ar', centres.name_ar, 'en', centres.name_en) end,
         'service', case when services.id is not null then json_build_object('ar', services.name_ar, 'en', services.name_en) end
       )) as names
     from survey_places as places join campaigns on campaigns.id = places.campaign_id
       join agencies on agencies.id = places.agency_id left join centres on centres.id = places.centre_id
       left join services on services.agency_id = places.agency_id and services.code = places.service
     where places.n = $1`,
    [n],
  );
  return row ?? null;
}

/** The document of a campaign without its lists, which grow with the network. */
export async function campaignDocument(db: EntityManager, id: string): Promise<unknown> {
  const [row] = await db.query<{ document: unknown }[]>(
    `select document - 'places' - 'quotas' as document from campaigns where id = $1`,
    [id],
  );
  return row?.document;
}
