import type { EntityManager } from 'typeorm';
import type { Cycle } from '#cycles';

/** A measured indicator of a centre, as it stands now. */
export interface IndicatorValue {
  readonly centreId: string;
  readonly indicator: string;
  readonly value: number;
}

/** The indicators of a cycle for some centres, the latest revision of each. */
export function listIndicatorValues(
  db: EntityManager,
  cycle: Cycle,
  centreIds: readonly string[],
): Promise<IndicatorValue[]> {
  return db.query<IndicatorValue[]>(
    `select distinct on (agency_id, centre_id, indicator) centre_id as "centreId", indicator, value::float8 as value
     from indicator_values where cycle_id = $1 and centre_id = any($2::uuid[])
     order by agency_id, centre_id, indicator, revision desc`,
    [cycle.id, centreIds],
  );
}

/** What a study found for an agency. */
export interface StudyValue {
  readonly agencyId: string;
  readonly study: string;
  readonly measure: string;
  readonly isHeadline: boolean;
  readonly value: number | null;
  readonly answers: number | null;
}

/** The results of studies in a cycle, the latest revision of each. */
export function listStudyValues(db: EntityManager, cycle: Cycle): Promise<StudyValue[]> {
  return db.query<StudyValue[]>(
    `select distinct on (agency_id, results.study, measure) agency_id as "agencyId", results.study, measure,
       measures.kind = 'headline' as "isHeadline", value::float8 as value, answers
     from study_results as results join measures on measures.study = results.study and measures.code = results.measure
     where cycle_id = $1 order by agency_id, results.study, measure, revision desc`,
    [cycle.id],
  );
}

/** The instrument versions that have tallies in a cycle, by id. */
export async function listTalliedInstruments(
  db: EntityManager,
  cycle: Cycle,
): Promise<{ id: string; document: unknown }[]> {
  return db.query<{ id: string; document: unknown }[]>(
    `select id, document from method_versions
     where id in (select instrument_id from sheet_tallies where cycle_id = $1
       union all select instrument_id from visit_tallies where cycle_id = $1 and sheets <> 0
       union all select instrument_id from campaigns
         where cycle_id = $1 and state <> 'draft' and study = 'customer-happiness') order by code, version`,
    [cycle.id],
  );
}
