import { setTimeout as pause } from 'node:timers/promises';
import { run, type ParsedCronItem, type Runner, type TaskList } from 'graphile-worker';
import type { Logger } from 'graphile-worker';
import { aborted } from '../../cli/src/process/stop-signals.js';
import { attend, type Attendance } from './attendance.js';
import { cronItemsOf, type ClockJob } from './clock.js';

/** Delays between tries to reach a database that is away, in ms: doubled from the first up to the last. */
const delays = { first: 250, last: 10_000 };
/** How long jobs at work may take to finish when told to stop, in ms; then they are given back for another try. */
const patience = 1_000;

export interface JobRunnerOptions {
  readonly databaseUrl: string;
  readonly tasks: TaskList;
  /** Jobs that are asked for by the clock, each once however many workers there are; none when absent. */
  readonly clock?: readonly ClockJob[];
  /** How many jobs at once. */
  readonly concurrency: number;
  readonly logger: Logger;
  /** Told why the runner stopped and is tried again. */
  readonly onLost: (reason: unknown) => void;
}

/**
 * Works off jobs until `stop` is aborted. While the database is away it waits and tries again with a growing delay; the
 * process stays up. Comes back when the jobs at work are finished or given back.
 */
export async function runJobs(options: JobRunnerOptions, stop: AbortSignal): Promise<void> {
  const clock = cronItemsOf(options.clock ?? []);
  let delay = delays.first;
  while (!stop.aborted) {
    try {
      await runOnce(options, clock, stop, () => (delay = delays.first));
    } catch (error) {
      options.onLost(error);
    }
    await pause(delay, undefined, { signal: stop }).catch(() => undefined);
    delay = Math.min(delay * 2, delays.last);
  }
}

async function runOnce(
  options: JobRunnerOptions,
  clock: ParsedCronItem[],
  stop: AbortSignal,
  started: () => void,
): Promise<void> {
  const attendance = await attend(options.databaseUrl);
  let runner: Runner | null = null;
  try {
    runner = await run({
      connectionString: options.databaseUrl,
      taskList: options.tasks,
      concurrency: options.concurrency,
      logger: options.logger,
      parsedCronItems: clock,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: patience,
      // Only when batched is the note that a job is done waited for: else a database that goes away just then ends the
      // whole process with a rejection that nobody handles.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    });
    started();
    await Promise.race([runner.promise, attendance.lost, aborted(stop)]);
    if (!stop.aborted) throw new Error('the database went away');
  } finally {
    await end(runner, attendance);
  }
}

/** A runner whose database is gone may never come to its end: it is not waited for much longer than its jobs. */
async function end(runner: Runner | null, attendance: Attendance): Promise<void> {
  const ended = runner?.stop().catch(() => undefined);
  await Promise.race([ended, pause(patience + 250)]);
  await attendance.leave();
}
