import type { EntityManager } from 'typeorm';
import type { AnswerSheet } from '#instruments';
import type { TallyKey } from './tally-key.js';

/** A response with its answers and what is stored beside them. */
export interface FoldedSheet extends TallyKey {
  readonly id: string;
  readonly sheet: AnswerSheet;
  /** What it adds to tallies, packed. */
  readonly contribution: Buffer;
}

/** Responses of an agency that are folded, by id, from after one of them. */
export function listFoldedSheets(
  db: EntityManager,
  { cycleId, agencyId, after }: { readonly cycleId: string; readonly agencyId: string; readonly after: string | null },
  most: number,
): Promise<FoldedSheet[]> {
  return db.query<FoldedSheet[]>(
    `select id, place_n as place, outcome, segment, standing, sheet, contribution
     from responses where cycle_id = $1 and agency_id = $2 and ($3::uuid is null or id > $3)
       and pg_visible_in_snapshot(seen, (select folded_to from survey_fold))
     order by id limit $4`,
    [cycleId, agencyId, after, most],
  );
}

/** The agencies that a cycle's campaigns ask about, or that have tallies in it. */
export async function listSurveyedAgencies(db: EntityManager, cycleId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select agency_id as id from survey_places join campaigns on campaigns.id = campaign_id where cycle_id = $1
     union select agency_id from survey_tallies where cycle_id = $1 order by id`,
    [cycleId],
  );
  return rows.map(({ id }) => id);
}
