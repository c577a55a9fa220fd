import type { EntityManager } from 'typeorm';
import type { ReleasedGroup } from '#campaigns';
import { isUnfolded } from '../tally/fold-mark.js';

export type { ReleasedGroup } from '#campaigns';

/** How long after its end a campaign is taken to be over, in ms: whoever sent in the last moment is stored by then. */
export const afterClose = 60_000;

/**
 * Closed campaigns among employees that have nothing published yet and nothing that waits to be mixed, by when they closed. Where nobody
 * was invited nothing can be on its way.
 */
export async function listDue(db: EntityManager, now: Date): Promise<{ id: string; code: string }[]> {
  return db.query(
    `select id, code from campaigns
     where study = 'employee-happiness' and state = 'closed' and not exists (select from survey_releases where campaign_id = campaigns.id)
       and (closed_at <= $1 or not exists (select from survey_invitations where campaign_id = campaigns.id))
       and not exists (select from sealed_answers join survey_invitations on survey_invitations.id = invitation_id
         where survey_invitations.campaign_id = campaigns.id)
     order by closed_at, code`,
    [new Date(now.getTime() - afterClose)],
  );
}

/** Whether responses of a campaign are not in its tallies yet. */
export async function isFoldingBehind(db: EntityManager, campaignId: string): Promise<boolean> {
  const [row] = await db.query<{ behind: boolean }[]>(
    `select exists (
       select from survey_fold, responses join survey_places on survey_places.n = place_n
       where survey_places.campaign_id = $1 and ${isUnfolded}
     ) as behind`,
    [campaignId],
  );
  return row?.behind ?? false;
}

/** Until the transaction ends nobody else publishes results of employees. @returns false: somebody is at it */
export async function lockReleasing(db: EntityManager): Promise<boolean> {
  const [row] = await db.query<{ locked: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtext('survey_releases')) as locked`,
  );
  return row?.locked ?? false;
}

/** Keeps what is published of a campaign. */
export async function insertRelease(
  db: EntityManager,
  campaignId: string,
  groups: readonly ReleasedGroup[],
): Promise<void> {
  await db.query('insert into survey_releases (campaign_id) values ($1)', [campaignId]);
  await db.query(
    `insert into released_groups (campaign_id, n, codes, respondents, scores)
     select $1, n, codes, respondents, scores
     from unnest($2::integer[], $3::jsonb[], $4::integer[], $5::jsonb[]) as given (n, codes, respondents, scores)`,
    [
      campaignId,
      groups.map((_, at) => at),
      groups.map(({ codes }) => JSON.stringify(codes)),
      groups.map(({ n }) => n),
      groups.map(({ scores }) => JSON.stringify(scores)),
    ],
  );
}

/** When the results of a campaign were published; null: they are not. */
export async function findRelease(db: EntityManager, campaignId: string): Promise<Date | null> {
  const [row] = await db.query<{ at: Date }[]>('select released_at as at from survey_releases where campaign_id = $1', [
    campaignId,
  ]);
  return row?.at ?? null;
}

/** What was published of a campaign, group by group. */
export function listReleased(db: EntityManager, campaignId: string): Promise<ReleasedGroup[]> {
  return db.query<ReleasedGroup[]>(
    'select codes, respondents as n, scores from released_groups where campaign_id = $1 order by released_groups.n',
    [campaignId],
  );
}

/** What was published of whole agencies. */
export function listReleasedAgencies(db: EntityManager, campaignId: string): Promise<ReleasedGroup[]> {
  return db.query<ReleasedGroup[]>(
    `select codes, respondents as n, scores from released_groups
     where campaign_id = $1 and codes ? 'agency' and codes - 'agency' = '{}' order by released_groups.n`,
    [campaignId],
  );
}

/** The campaigns among employees with published results in a cycle and in those right before and after it, of the same kind. */
export async function listNeighbours(
  db: EntityManager,
  cycleId: string,
): Promise<{ readonly id: string; readonly code: string }[]> {
  return db.query(
    `with own as (select * from cycles where id = $1), beside as (
       select id from own
       union (select cycles.id from cycles join own on cycles.kind = own.kind and cycles.ends_on < own.starts_on order by cycles.ends_on desc limit 1)
       union (select cycles.id from cycles join own on cycles.kind = own.kind and cycles.starts_on > own.ends_on order by cycles.starts_on limit 1)
     )
     select campaigns.id, campaigns.code from campaigns join beside on beside.id = cycle_id
       join survey_releases on campaign_id = campaigns.id
     order by released_at, campaigns.code`,
    [cycleId],
  );
}
