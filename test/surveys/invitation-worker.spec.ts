import { NestFactory } from '@nestjs/core';
import { Logger } from 'graphile-worker';
import { settingsFrom } from '#settings';
import { AnonymousAnswers, errandsAt, errandsTask, Invitations } from '#surveys';
import { runJobs } from '../../apps/worker/src/job-runner.js';
import { tasksOf } from '../../apps/worker/src/tasks.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { until } from '../start/processes.js';
import { inviteStaff, openStaff, staffSheet } from './inviting.js';
import { PostOffice } from './post-office.js';
import { office, SurveyRooms } from './survey-rooms.js';

it('the worker sends what is due and mixes what may be, by the clock', async () => {
  const post = new PostOffice();
  const environment = { NUJOOM_SMTP: await post.open(), NUJOOM_MAIL_FROM: 'survey@nujoom.example' };
  const rooms = await SurveyRooms.open(environment);
  const settings = settingsFrom({ NUJOOM_HOME: rooms.home, ...environment });
  const app = await NestFactory.createApplicationContext(WorkerModule.at(settings, rooms.url), { logger: ['error'] });
  const stop = new AbortController();
  const logger = new Logger(() => () => undefined);
  const lost: unknown[] = [];
  const work = {
    databaseUrl: rooms.url,
    tasks: tasksOf(app),
    clock: [{ task: errandsTask, at: errandsAt }],
    concurrency: 1,
    logger,
  };
  const ended = runJobs({ ...work, onLost: (reason) => lost.push(reason) }, stop.signal);
  try {
    await rooms.campaign();
    await rooms.get(Invitations).add(office, 'happiness', [{ agency: 'WORKS', reference: 'a', email: 'amna@works.example' }]); // prettier-ignore
    await until(() => post.letters.length === 1);
    await openStaff(rooms);
    for (const { token } of await inviteStaff(rooms, 20)) {
      await rooms.get(AnonymousAnswers).submit({ token, sheet: staffSheet('a'), consent: 1 });
    }
    await rooms.sql(`select graphile_worker.add_job('${errandsTask}')`); // as the clock does every ten minutes
    await until(async () => (await rooms.sql('select 1 from responses')).length === 10);
    const known = await rooms.sql('select identifier from graphile_worker._private_known_crontabs');
    expect(known).toEqual([{ identifier: errandsTask }]);
    expect(lost).toEqual([]);
  } finally {
    stop.abort();
    await ended;
    await app.close();
    await rooms.close();
    await post.close();
  }
});
