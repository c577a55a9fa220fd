import type { EntityManager } from 'typeorm';
import { endsAt, wordsDueAt } from './due.js';

/** What of a campaign is erased when, and whether it was. */
export interface RetentionStatus {
  /** Whom invitations went to and what about. */
  readonly contacts: { readonly dueAt: Date; /** Whether any are left. */ readonly areKept: boolean };
  /** What people wrote. */
  readonly words: {
    readonly dueAt: Date;
    /** When all were; null: not yet. */
    readonly erasedAt: Date | null;
    /** In how many responses something was, because it was due. */
    readonly erased: number;
    /** In how many responses something was, because somebody asked. */
    readonly erasedOnRequest: number;
  };
}

/** When what of a campaign is erased. @param forgetAfterDays from its end until contacts are */
export async function retentionOf(
  db: EntityManager,
  campaign: string,
  forgetAfterDays: number,
): Promise<RetentionStatus> {
  interface Row {
    readonly contactsDueAt: Date;
    readonly areKept: boolean;
    readonly wordsDueAt: Date;
    readonly erasedAt: Date | null;
    readonly erased: number;
    readonly erasedOnRequest: number;
  }
  const [row] = await db.query<Row[]>(
    `select ${endsAt} + make_interval(days => $2) as "contactsDueAt", ${wordsDueAt} as "wordsDueAt",
       exists (select from survey_invitations where campaign_id = $1 and reference is not null) as "areKept",
       finished_at as "erasedAt", coalesce(erased, 0) as erased, (
         select count(distinct response_id)::integer from response_erasures join responses using (cycle_id, agency_id)
           join survey_places as places on places.n = place_n
         where responses.id = response_id and places.campaign_id = $1
       ) as "erasedOnRequest"
     from campaigns left join survey_erasures on campaign_id = id where id = $1`,
    [campaign, forgetAfterDays],
  );
  if (!row) throw new Error('The campaign is gone');
  const { contactsDueAt, areKept, wordsDueAt: dueAt, ...words } = row;
  return { contacts: { dueAt: contactsDueAt, areKept }, words: { dueAt, ...words } };
}
