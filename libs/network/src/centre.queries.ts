import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { Centre } from './centre.entity.js';

/** A centre as a register names it. */
export interface NamedCentre {
  readonly code: string;
  readonly agency: string;
  readonly channelType: string;
  readonly nameEn: string | null;
  readonly nameAr: string | null;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
}

/** A centre that serves in a cycle, with the agency it belongs to then. */
export interface ServingCentre {
  readonly id: string;
  readonly code: string;
  readonly channelType: string;
  readonly nameEn: string | null;
  readonly nameAr: string | null;
  readonly agencyId: string;
  readonly agency: string;
}

/** All centres, by code. */
export function listCentres(db: EntityManager): Promise<Centre[]> {
  return db.find(Centre, { order: { code: 'ASC' } });
}

/** The centre of a code. @throws Problem `centre.unknown` */
export async function centreOf(db: EntityManager, code: string): Promise<Centre> {
  const centre = await db.findOneBy(Centre, { code });
  if (!centre) throw new Problem('centre.unknown', { params: { centre: code.slice(0, 64) } });
  return centre;
}

/** Which of the serving centres, and whose they are. */
export interface ServingChoice {
  /** The day whose successions say whose a centre is; the first of the period unless said. */
  readonly ownedOn?: string;
  /** Codes; null: all. */
  readonly centres?: readonly string[] | null;
}

/**
 * The centres that serve on some day of a period, by code, each with the agency it belongs to on the first day: that it
 * was registered for, or where that one has a single successor since, the successor. Of several successors (a split) none
 * is guessed: the centre stays until it is registered anew.
 */
export function listServing(
  db: EntityManager,
  period: { readonly startsOn: string; readonly endsOn: string },
  { ownedOn = period.startsOn, centres = null }: ServingChoice = {},
): Promise<ServingCentre[]> {
  return db.query<ServingCentre[]>(
    `with recursive owner (centre_id, agency_id) as (
       select id, agency_id from centres where $4::text[] is null or code = any($4)
       union
       select owner.centre_id, later.successor_id from owner
       join (select predecessor_id, min(successor_id::text)::uuid as successor_id from successions
             where since <= $3 group by predecessor_id having count(*) = 1) as later
         on later.predecessor_id = owner.agency_id
     )
     select centres.id, centres.code, channel_type as "channelType", centres.name_en as "nameEn",
       centres.name_ar as "nameAr", agencies.id as "agencyId", agencies.code as agency
     from centres join owner on owner.centre_id = centres.id join agencies on agencies.id = owner.agency_id
     where coalesce(opens_on <= $2, true) and coalesce(closes_on >= $1, true)
       and not exists (
         select from (select predecessor_id from successions where since <= $3
                      group by predecessor_id having count(*) = 1) as passed
         where passed.predecessor_id = owner.agency_id)
     order by centres.code collate "C"`,
    [period.startsOn, period.endsOn, ownedOn, centres],
  );
}

/**
 * Adds centres and replaces what is said of known ones, but for a name that is not given; their agency and channel type only
 * where `corrects`, in all cycles then. @returns how many are new
 */
export async function keepCentres(
  db: EntityManager,
  centres: readonly NamedCentre[],
  corrects: boolean,
): Promise<number> {
  const rows = await db.query<{ added: boolean }[]>(
    `insert into centres as known (id, agency_id, code, channel_type, name_en, name_ar, opens_on, closes_on)
     select gen_random_uuid(), agencies.id, given.code, given.channel_type,
       case when given.name_ar is null then coalesce(given.name_en, given.code) else given.name_en end,
       given.name_ar, given.opens_on, given.closes_on
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[], $7::date[])
       as given (code, agency, channel_type, name_en, name_ar, opens_on, closes_on)
     join agencies on agencies.code = given.agency
     on conflict (code) do update set ${corrects ? 'agency_id = excluded.agency_id, channel_type = excluded.channel_type,' : ''}
       name_en = coalesce(excluded.name_en, known.name_en), name_ar = coalesce(excluded.name_ar, known.name_ar),
       opens_on = excluded.opens_on, closes_on = excluded.closes_on
     returning xmax = 0 as added`,
    [
      centres.map((centre) => centre.code),
      centres.map((centre) => centre.agency),
      centres.map((centre) => centre.channelType),
      centres.map((centre) => centre.nameEn),
      centres.map((centre) => centre.nameAr),
      centres.map((centre) => centre.opensOn),
      centres.map((centre) => centre.closesOn),
    ],
  );
  return rows.filter(({ added }) => added).length;
}
