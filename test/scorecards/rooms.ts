import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger, run, runOnce } from 'graphile-worker';
import { Cycles } from '#cycles';
import { Agencies } from '#network';
import { CountsImport, ResultsImport } from '#results';
import { settingsFrom } from '#settings';
import { tasksOf } from '../../apps/worker/src/tasks.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { testDatabase, testFolder } from '../platform/database.js';
import { importPeopleSurvey, importSatisfaction } from '../platform/demonstration.js';

export interface ScorecardRooms {
  readonly rooms: INestApplicationContext;
  readonly databaseUrl: string;
  /** Works off all jobs that are due, once. */
  work(): Promise<void>;
}

const quiet = new Logger(() => () => undefined);

/** The rooms that print, on a database of their own with both cycles of the demonstration; 2024 is published. */
export async function scorecardRooms(environment: Record<string, string> = {}): Promise<ScorecardRooms> {
  const databaseUrl = await testDatabase();
  const settings = settingsFrom({ NUJOOM_HOME: await testFolder(), ...environment });
  const rooms = await NestFactory.createApplicationContext(WorkerModule.at(settings, databaseUrl), {
    logger: ['error'],
  });
  await importPeopleSurvey(rooms.get(ResultsImport), rooms.get(Agencies));
  await importSatisfaction(rooms.get(CountsImport), 'year');
  await rooms.get(Cycles).publish('2024');
  const work = () =>
    runOnce({ connectionString: databaseUrl, taskList: tasksOf(rooms), noHandleSignals: true, logger: quiet });
  return { rooms, databaseUrl, work };
}

/** A worker that works until it is stopped, for those who wait for a report. */
export function workingOn({ rooms, databaseUrl }: ScorecardRooms) {
  return run({
    connectionString: databaseUrl,
    taskList: tasksOf(rooms),
    concurrency: 2,
    noHandleSignals: true,
    logger: quiet,
  });
}
