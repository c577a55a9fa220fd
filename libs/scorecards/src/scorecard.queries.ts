import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Language } from '#contract';
import { ScorecardRow, type ScorecardState } from './scorecard.entity.js';
import type { StoredFile } from './scorecard-files.js';
import type { Subject } from './subject.js';

/** The worker's task that prints one report. */
export const printTask = 'scorecard.print';
/** A report that failed so often is left with its reason until somebody asks for it again. */
export const mostAttempts = 5;

/** A report's row by the ids of its cycle and agency. */
export interface Place {
  readonly cycleId: string;
  readonly agencyId: string | null;
  readonly language: Language;
}

export async function findScorecard(db: EntityManager, place: Place): Promise<ScorecardRow | null> {
  const [row] = await db.query<{ id: string }[]>(
    'select id from scorecards where cycle_id = $1 and agency_id is not distinct from $2 and language = $3',
    [place.cycleId, place.agencyId, place.language],
  );
  return row ? db.findOneBy(ScorecardRow, { id: row.id }) : null;
}

/** Asks for a report to be printed: its row and its job stand or fall together. A job already waiting is kept. */
export async function requestPrint(
  db: EntityManager,
  place: Place,
  subject: Subject,
  { figuresHash, priority }: { figuresHash: string; priority: number },
): Promise<void> {
  await db.query(
    `insert into scorecards (id, cycle_id, agency_id, language, state, figures_hash, priority) values ($1, $2, $3, $4, 'queued', $5, $6)
     on conflict (cycle_id, agency_id, language) do update set state = 'queued', attempts = 0, reason = null,
       figures_hash = excluded.figures_hash, priority = excluded.priority, requested_at = now()`,
    [randomUUID(), place.cycleId, place.agencyId, place.language, figuresHash, priority],
  );
  await db.query(
    `select graphile_worker.add_job($1, payload := $2::json, job_key := $3, max_attempts := $4, priority := $5)`,
    [printTask, JSON.stringify(subject), jobKeyOf(subject), mostAttempts, priority],
  );
}

/** Notes that a report is printed from these figures. */
export async function markPrinted(
  db: EntityManager,
  place: Place,
  { figuresHash, file }: { figuresHash: string; file: StoredFile },
): Promise<void> {
  await db.query(
    `update scorecards set state = 'printed', attempts = 0, reason = null, figures_hash = $4, file_hash = $5, bytes = $6, printed_at = now()
     where cycle_id = $1 and agency_id is not distinct from $2 and language = $3`,
    [place.cycleId, place.agencyId, place.language, figuresHash, file.hash, file.bytes],
  );
}

/** Notes that a try failed, and why; the last one leaves the report failed. */
export async function markFailed(db: EntityManager, place: Place, reason: string, isLast: boolean): Promise<void> {
  await db.query(
    `update scorecards set attempts = attempts + 1, reason = $4, state = case when $5 then 'failed' else state end
     where cycle_id = $1 and agency_id is not distinct from $2 and language = $3`,
    [place.cycleId, place.agencyId, place.language, reason.slice(0, 1_000), isLast],
  );
}

/** How many reports of a cycle are in each state. */
export async function countStates(db: EntityManager, cycleId: string): Promise<Record<ScorecardState, number>> {
  const rows = await db.query<{ state: ScorecardState; count: number }[]>(
    'select state, count(*)::int as count from scorecards where cycle_id = $1 group by state',
    [cycleId],
  );
  const counts = { queued: 0, printed: 0, failed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

function jobKeyOf({ cycle, agency, language }: Subject): string {
  return `scorecard:${cycle}:${agency ?? ''}:${language}`;
}
