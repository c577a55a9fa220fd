import type { EntityManager } from 'typeorm';
import { standings, type Mark, type Standing, type Way } from '#campaigns';

/** A response that was suspected, marked or decided about. */
export interface NoticedResponse {
  readonly id: string;
  readonly agency: string;
  readonly centre: string | null;
  readonly service: string | null;
  readonly way: Way;
  readonly language: string;
  readonly outcome: string;
  readonly standing: Standing;
  readonly marks: readonly Mark[];
  readonly seconds: number | null;
  readonly receivedAt: Date;
  readonly sheet: unknown;
  /** Where a list goes on from. */
  readonly place: number;
}

/** Which of them. */
export interface NoticedChoice {
  readonly standing?: Standing;
  readonly mark?: Mark;
}

/** Where a list goes on: behind this one. */
export interface After {
  readonly place: number;
  readonly id: string;
}

const numbered = `(array['counted', 'held', 'excluded'])[responses.standing + 1]`;

/** Responses of a campaign that are to be looked at, place by place, a page at a time. */
export function listNoticed(
  db: EntityManager,
  campaignId: string,
  { standing, mark }: NoticedChoice,
  after: After | null,
  most: number,
): Promise<NoticedResponse[]> {
  return db.query<NoticedResponse[]>(
    `select responses.id, agencies.code as agency, centres.code as centre, places.service, way, language, outcome,
       ${numbered} as standing, marks, seconds, received_at as "receivedAt", sheet, places.n as place
     from survey_places as places join responses on responses.place_n = places.n
       join agencies on agencies.id = places.agency_id left join centres on centres.id = places.centre_id
     where places.campaign_id = $1 and (responses.standing <> 0 or responses.marks <> '{}')
       and ($2::smallint is null or responses.standing = $2) and ($3::text is null or $3 = any(marks))
       and ($4::int is null or (places.n, responses.id) > ($4, $5::uuid))
     order by places.n, responses.id limit $6`,
    [
      campaignId,
      standing ? standings.indexOf(standing) : null,
      mark ?? null,
      after?.place ?? null,
      after?.id ?? null,
      most,
    ],
  );
}

/** A response as a decision finds it, locked until the transaction ends. */
export interface DecidedResponse {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly id: string;
  readonly standing: Standing;
}

/** Some responses of a campaign by id, in the order of their ids, locked. */
export function lockResponses(
  db: EntityManager,
  campaignId: string,
  ids: readonly string[],
): Promise<DecidedResponse[]> {
  return db.query<DecidedResponse[]>(
    `select responses.cycle_id as "cycleId", responses.agency_id as "agencyId", responses.id, ${numbered} as standing
     from campaigns join survey_places as places on places.campaign_id = campaigns.id
       join responses on responses.cycle_id = campaigns.cycle_id and responses.agency_id = places.agency_id
         and responses.place_n = places.n
     where campaigns.id = $1 and responses.id = any($2::uuid[])
     order by responses.id for update of responses`,
    [campaignId, ids],
  );
}

/** Notes a decision and lets the response stand as it says. */
export async function keepDecision(
  db: EntityManager,
  { cycleId, agencyId, id, standing }: DecidedResponse,
  { to, reason, accountId }: { readonly to: Standing; readonly reason: string; readonly accountId: string | null },
): Promise<void> {
  const key = [cycleId, agencyId, id];
  await db.query(
    `insert into response_decisions (cycle_id, agency_id, response_id, from_standing, to_standing, account_id, reason)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [...key, standings.indexOf(standing), standings.indexOf(to), accountId, reason],
  );
  await db.query('update responses set standing = $4 where cycle_id = $1 and agency_id = $2 and id = $3', [
    ...key,
    standings.indexOf(to),
  ]);
}
