import { NestFactory } from '@nestjs/core';
import { Logger as JobLogger } from 'graphile-worker';
import { pino } from 'pino';
import { holdDatabase } from '#database';
import { settingsFrom } from '#settings';
import { Fold } from '#surveys';
import { runProcess } from '../../cli/src/process/refusal.js';
import { listenForStop } from '../../cli/src/process/stop-signals.js';
import { clock } from './clock.js';
import { keepFolding } from './folding.js';
import { runJobs } from './job-runner.js';
import { tasksOf } from './tasks.js';
import { WorkerModule } from './worker.module.js';

/** How long what the jobs leave open may take to close, in ms. */
const patience = 1_000;

/** The worker as a process: it works off jobs until it is told to stop, and waits while the database is away. */
async function main(): Promise<void> {
  const { stop } = listenForStop();
  const settings = settingsFrom(process.env);
  const held = settings.databaseUrl === null ? await holdDatabase(settings) : null;
  const databaseUrl = held?.url ?? settings.databaseUrl ?? '';
  const application = await NestFactory.createApplicationContext(WorkerModule.at(settings, databaseUrl), {
    logger: ['error', 'warn'],
  });
  const log = pino({ base: null });
  const options = {
    databaseUrl,
    tasks: tasksOf(application),
    clock,
    concurrency: 2,
    logger: new JobLogger(
      () => (level, message) => level !== 'debug' && log[level === 'warning' ? 'warn' : level](message),
    ),
    onLost: (reason: unknown) =>
      log.warn(`waiting for the database: ${reason instanceof Error ? reason.message : String(reason)}`),
  };
  process.send?.({ working: true });
  const folding = keepFolding(application.get(Fold), stop, options.onLost);
  await runJobs(options, stop);
  setTimeout(() => process.exit(), patience).unref();
  await folding;
  await application.close();
  await held?.leave();
  process.exit();
}

await runProcess(main);
