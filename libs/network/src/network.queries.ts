import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { Agency } from './agency.entity.js';
import { Service } from './service.entity.js';
import { Succession } from './succession.entity.js';

/** An agency's code: letters of ASCII, digits, dot, dash, underscore; 1 to 64. */
export const agencyCodePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The most characters of a name: what is longer is a text in the wrong column. */
export const longestName = 500;

export interface NamedAgency {
  readonly code: string;
  readonly nameEn: string | null;
  readonly nameAr: string | null;
  readonly groupEn: string | null;
  readonly groupAr: string | null;
}

export interface NamedService {
  readonly agencyCode: string;
  readonly code: string;
  readonly nameEn: string | null;
  readonly nameAr: string | null;
}

export function listAgencies(db: EntityManager): Promise<Agency[]> {
  return db.find(Agency, { order: { code: 'ASC' } });
}

export function listServices(db: EntityManager): Promise<Service[]> {
  return db.find(Service, { order: { code: 'ASC' } });
}

export function listSuccessions(db: EntityManager): Promise<Succession[]> {
  return db.find(Succession, { order: { since: 'ASC', predecessorId: 'ASC', successorId: 'ASC' } });
}

/** The agency of a code. @throws Problem `agency.unknown` */
export async function agencyOf(db: EntityManager, code: string): Promise<Agency> {
  const agency = await db.findOneBy(Agency, { code });
  if (!agency) throw new Problem('agency.unknown', { params: { agency: code.slice(0, 64) } });
  return agency;
}

/**
 * Adds agencies that are not there yet and fills names that are missing; given `rename`, names given replace others.
 * An agency without any name is called by its code until one is given.
 * @returns how many agencies are new
 */
export async function keepAgencies(
  db: EntityManager,
  agencies: readonly NamedAgency[],
  rename = false,
): Promise<number> {
  const given = [
    agencies.map((agency) => agency.code),
    agencies.map((agency) => agency.nameEn),
    agencies.map((agency) => agency.nameAr),
    agencies.map((agency) => agency.groupEn),
    agencies.map((agency) => agency.groupAr),
  ];
  await db.query(
    `update agencies as known set ${rename ? replacedNames : filledNames} from ${givenAgencies} where known.code = given.code`,
    given,
  );
  const rows = await db.query<unknown[]>(
    `insert into agencies (id, code, name_en, name_ar, group_en, group_ar)
     select gen_random_uuid(), code, case when name_ar is null then coalesce(name_en, code) else name_en end, name_ar, group_en, group_ar
     from ${givenAgencies}
     on conflict (code) do nothing returning 1`,
    given,
  );
  return rows.length;
}

const givenAgencies =
  'unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (code, name_en, name_ar, group_en, group_ar)';

const replacedNames = ['name_en', 'name_ar', 'group_en', 'group_ar']
  .map((name) => `${name} = coalesce(given.${name}, known.${name})`)
  .join(', ');

// A code stands for a missing name only: the first real one takes its place.
const filledNames = [
  'name_en = coalesce(nullif(known.name_en, known.code), given.name_en, known.name_en)',
  ...['name_ar', 'group_en', 'group_ar'].map((name) => `${name} = coalesce(known.${name}, given.${name})`),
].join(', ');

/** Adds services of known agencies that are not there yet and fills names that are missing. */
export async function keepServices(db: EntityManager, services: readonly NamedService[]): Promise<void> {
  await db.query(
    `insert into services as known (id, agency_id, code, name_en, name_ar)
     select gen_random_uuid(), agencies.id, given.code, given.name_en, given.name_ar
     from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as given (agency_code, code, name_en, name_ar)
     join agencies on agencies.code = given.agency_code
     on conflict (agency_id, code) do update
     set name_en = coalesce(known.name_en, excluded.name_en), name_ar = coalesce(known.name_ar, excluded.name_ar)`,
    [
      services.map((service) => service.agencyCode),
      services.map((service) => service.code),
      services.map((service) => service.nameEn),
      services.map((service) => service.nameAr),
    ],
  );
}

/** Whether one agency leads to another through any number of successions. */
export async function leadsTo(db: EntityManager, fromId: string, toId: string): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `with recursive later (id) as (
       select successor_id from successions where predecessor_id = $1
       union
       select successor_id from successions join later on predecessor_id = later.id
     )
     select 1 from later where id = $2`,
    [fromId, toId],
  );
  return rows.length > 0;
}

export async function insertSuccession(db: EntityManager, succession: Succession): Promise<void> {
  await db.query(
    `insert into successions (predecessor_id, successor_id, since) values ($1, $2, $3)
     on conflict (predecessor_id, successor_id) do update set since = excluded.since`,
    [succession.predecessorId, succession.successorId, succession.since],
  );
}
