import type { Database } from '#database';

/** What is counted of the pace of responses, and of wrong codes. */
export type PaceKind = 'network' | 'place' | 'campaign' | 'suspected' | 'wrong' | 'allWrong';

/** How often something happened in one window. */
export interface PaceRow {
  readonly kind: PaceKind;
  readonly key: string;
  /** The window's beginning, ms since 1970. */
  readonly start: number;
  readonly n: number;
}

/** Nothing of a window is of use longer than this, in minutes: an hour that is over counts less and less for another. */
const keptMinutes = 118;

/**
 * Adds counts to those of all processes, in one statement. @param since reads also what others changed in so many seconds
 * @returns the sums of what was added, and of what others changed: the greatest first, so many at most
 */
export function exchangePace(
  database: Database,
  counts: readonly PaceRow[],
  since: number,
  most: number,
): Promise<PaceRow[]> {
  // In the order of their keys, so that two processes never wait for each other in a circle.
  const ordered = [...counts].sort((a, b) =>
    `${a.kind} ${a.key} ${a.start}` < `${b.kind} ${b.key} ${b.start}` ? -1 : 1,
  );
  return database.statement<PaceRow>(
    'survey_pace_exchange',
    `with added as (
       insert into survey_pace as pace (kind, key, starts_at, n, changed_at)
       select kind, key, to_timestamp(start / 1000), n, clock_timestamp()
       from unnest($1::text[], $2::text[], $3::float8[], $4::int[]) with ordinality as given (kind, key, start, n, at) order by at
       on conflict (kind, key, starts_at) do update set n = pace.n + excluded.n, changed_at = excluded.changed_at
       returning kind, key, starts_at, n
     )
     select kind, key, extract(epoch from starts_at)::float8 * 1000 as start, n from added
     union all (
       select kind, key, extract(epoch from starts_at)::float8 * 1000, n from survey_pace as other
       where changed_at > clock_timestamp() - make_interval(secs => $5)
         and not exists (select from added where (added.kind, added.key, added.starts_at) = (other.kind, other.key, other.starts_at))
       order by n desc limit $6
     )`,
    [
      ordered.map(({ kind }) => kind),
      ordered.map(({ key }) => key),
      ordered.map(({ start }) => start),
      ordered.map(({ n }) => n),
      since,
      most,
    ],
  );
}

/** Forgets what is of no use any more, hashes of networks above all. */
export async function forgetPace(database: Database, now: Date): Promise<void> {
  await database.statement(
    'survey_pace_forget',
    `delete from survey_pace where starts_at <= $1::timestamptz - make_interval(mins => ${keptMinutes})`,
    [now],
  );
}
