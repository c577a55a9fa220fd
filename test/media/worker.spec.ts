import { NestFactory } from '@nestjs/core';
import { Logger } from 'graphile-worker';
import { settingsFrom } from '#settings';
import { runJobs } from '../../apps/worker/src/job-runner.js';
import { tasksOf } from '../../apps/worker/src/tasks.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { until } from '../start/processes.js';
import { MediaRooms } from './media-rooms.js';
import { jpegOf, photo } from './pictures.js';

describe('the worker', () => {
  it('prepares the photos that arrive; one that cannot be read holds up no other and is left alone', async () => {
    const rooms = await MediaRooms.open();
    const layla = await rooms.actor('layla');
    await rooms.sendWhole(layla, jpegOf(3_000, 1));
    await rooms.sendWhole(layla, await photo(1).jpeg().toBuffer());
    await rooms.sendWhole(layla, await photo(2).webp().toBuffer());

    const settings = settingsFrom({ NUJOOM_HOME: rooms.home });
    const application = await NestFactory.createApplicationContext(WorkerModule.at(settings, rooms.databaseUrl), {
      logger: ['error'],
    });
    const stop = new AbortController();
    const logger = new Logger(() => () => undefined);
    const tasks = tasksOf(application);
    const options = { databaseUrl: rooms.databaseUrl, tasks, concurrency: 2, logger, onLost: () => undefined };
    const ended = runJobs(options, stop.signal);
    await until(async () => (await rooms.sql('select 1 from graphile_worker.jobs')).length === 0);
    stop.abort();
    await ended;
    await application.close();

    const rows = await rooms.sql<{ count: number }>(
      `select count(*)::int as count from media_files where prepared_at is not null group by (fingerprint is null) order by 1`,
    );
    expect(rows.map(({ count }) => count)).toEqual([1, 2]);
    await rooms.close();
  });
});
