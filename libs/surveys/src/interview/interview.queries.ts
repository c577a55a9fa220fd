import type { EntityManager } from 'typeorm';

/** A campaign that may be interviewed for, as far as its row tells. */
export interface InterviewedRow {
  readonly id: string;
  /** Of its document: the same hash, the same document. */
  readonly hash: string;
  readonly instrumentId: string;
  readonly placeCount: number;
}

/** Tablets hold so many campaigns at most. */
const mostCampaigns = 50;

/** Open campaigns among customers, whatever their time. Employees are asked by personal links only. */
export function listInterviewed(db: EntityManager, code: string | null = null): Promise<InterviewedRow[]> {
  return db.query<InterviewedRow[]>(
    `select id, hash, instrument_id as "instrumentId",
       (select count(*)::int from survey_places where campaign_id = campaigns.id) as "placeCount"
     from campaigns
     where state = 'open' and study = 'customer-happiness' and ($1::text is null or code = $1)
     order by code collate "C" limit ${mostCampaigns}`,
    [code],
  );
}
