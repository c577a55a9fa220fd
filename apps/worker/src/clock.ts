import { parseCronItems, type ParsedCronItem } from 'graphile-worker';
import { errandsAt, errandsTask, releasesAt, releaseTask } from '#surveys';

/** A job, and when it is asked for, as the five fields of a crontab (Greenwich time). */
export interface ClockJob {
  readonly task: string;
  readonly at: string;
}

/** What the worker does by the clock. */
export const clock: readonly ClockJob[] = [
  { task: errandsTask, at: errandsAt },
  { task: releaseTask, at: releasesAt },
];

/** A try and two more, some ten seconds later at the latest, help over what passes; then the clock asks again anyway. */
const mostAttempts = 3;

/** Jobs of the clock as the queue takes them: one that still waits, or failed, when it is asked for again is the same job anew. */
export function cronItemsOf(jobs: readonly ClockJob[]): ParsedCronItem[] {
  return parseCronItems(
    jobs.map(({ task, at }) => ({ task, match: at, options: { maxAttempts: mostAttempts, jobKey: task } })),
  );
}
