import type { EntityManager } from 'typeorm';
import type { AnswerSheet } from '#instruments';

/** What of one response can tell who somebody is. */
export interface WrittenResponse {
  readonly sheet: AnswerSheet;
  readonly instrumentId: string;
  /** Whether anything beside the answers tells: who interviewed, an invitation that was spent for it, a reason for a decision. */
  readonly isTold: boolean;
}

/** A response of a campaign by its key. @throws Error when it is gone meanwhile: hold it locked */
export async function findWritten(
  db: EntityManager,
  campaign: string,
  { cycleId, agencyId, id }: { readonly cycleId: string; readonly agencyId: string; readonly id: string },
): Promise<WrittenResponse> {
  const [row] = await db.query<WrittenResponse[]>(
    `select sheet, instrument_id as "instrumentId", interviewer_id is not null
         or exists (select from survey_invitations where campaign_id = $1 and response_id = $4)
         or exists (select from response_decisions as decisions where decisions.cycle_id = $2 and decisions.agency_id = $3
           and decisions.response_id = $4 and reason is not null) as "isTold"
     from responses, campaigns where campaigns.id = $1 and responses.cycle_id = $2 and agency_id = $3 and responses.id = $4`,
    [campaign, cycleId, agencyId, id],
  );
  if (!row) throw new Error('The response is gone');
  return row;
}
