import type { EntityManager } from 'typeorm';
import type { Wording } from '#contract';
import type { ResolvedPlace } from './resolved-places.js';

/** How many places one statement takes. */
const atOnce = 20_000;

/** Keeps the places of a campaign, numbered in the order given. */
export async function insertPlaces(
  db: EntityManager,
  campaignId: string,
  places: readonly ResolvedPlace[],
): Promise<void> {
  for (let from = 0; from < places.length; from += atOnce) {
    const some = places.slice(from, from + atOnce);
    await db.query(
      `insert into survey_places (campaign_id, agency_id, centre_id, service, channel)
       select $1, agency, centre, service, channel
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) with ordinality as given (agency, centre, service, channel, at)
       order by at`,
      [
        campaignId,
        some.map(({ agencyId }) => agencyId),
        some.map(({ centreId }) => centreId),
        some.map(({ service }) => service),
        some.map(({ channel }) => channel),
      ],
    );
  }
}

/** A place by the codes of the network. */
export interface PlaceLine {
  readonly n: number;
  readonly agency: string;
  readonly centre: string | null;
  readonly service: string | null;
  readonly channel: string | null;
  readonly names: { readonly agency: Wording; readonly centre?: Wording; readonly service?: Wording };
}

/** Some places with the names of the network: these first, so that no page joins what belongs to another. */
function placeLines(some: string): string {
  return `
    with places as materialized (${some})
    select places.n, agencies.code as agency, centres.code as centre, places.service, places.channel,
      json_strip_nulls(json_build_object(
        'agency', json_build_object('ar', agencies.name_ar, 'en', agencies.name_en),
        'centre', case when centres.id is not null then json_build_object('ar', centres.name_ar, 'en', centres.name_en) end,
        'service', case when services.id is not null then json_build_object('ar', services.name_ar, 'en', services.name_en) end
      )) as names
    from places join agencies on agencies.id = places.agency_id left join centres on centres.id = places.centre_id
      left join services on services.agency_id = places.agency_id and services.code = places.service
    order by places.n`;
}

/** A page of the places of a campaign, from after a number on. */
export function listPlaces(
  db: EntityManager,
  { campaignId, after, most }: { readonly campaignId: string; readonly after: number; readonly most: number },
): Promise<PlaceLine[]> {
  return db.query<PlaceLine[]>(
    placeLines('select * from survey_places where campaign_id = $1 and n > $2 order by n limit $3'),
    [campaignId, after, most],
  );
}

/** By what a place of a campaign is found; the first of those that differ in their channel alone. */
export type PlaceSought = { readonly n: number } | { readonly centre: string; readonly service?: string | undefined };

/** A place of a campaign, or null. */
export async function findPlaceLine(
  db: EntityManager,
  campaignId: string,
  sought: PlaceSought,
): Promise<PlaceLine | null> {
  const [row] =
    'n' in sought
      ? await db.query<PlaceLine[]>(placeLines('select * from survey_places where campaign_id = $1 and n = $2'), [
          campaignId,
          sought.n,
        ])
      : await db.query<PlaceLine[]>(
          placeLines(
            `select survey_places.* from survey_places join centres on centres.id = centre_id
             where campaign_id = $1 and centres.code = $2 and service is not distinct from $3 order by n limit 1`,
          ),
          [campaignId, sought.centre, sought.service ?? null],
        );
  return row ?? null;
}
