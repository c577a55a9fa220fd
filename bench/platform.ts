import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AccessModule } from '#access';
import { DatabaseModule, migrate, withDatabase } from '#database';
import { ScorecardsModule } from '#scorecards';
import { settingsFrom, SettingsModule } from '#settings';
import { SurveysModule } from '#surveys';
import { migrations } from '../migrations/index.js';

export interface BenchPlatform {
  readonly rooms: INestApplicationContext;
  /** The address of its database. */
  readonly url: string;
  /** A folder for files, gone afterwards. */
  readonly folder: string;
}

/** Runs a measure on a platform of its own: an embedded server in a temporary folder, all tables, no rows. */
export async function onFreshPlatform<T>(work: (platform: BenchPlatform) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'nujoom-bench-'));
  await chmod(folder, 0o755);
  const settings = settingsFrom({ ...process.env, DATABASE_URL: '', NUJOOM_HOME: join(folder, 'home') });
  try {
    return await withDatabase(settings, async (url) => {
      await migrate(url, migrations);
      const rooms = await NestFactory.createApplicationContext(
        {
          module: class Platform {},
          imports: [SettingsModule.of(settings), DatabaseModule.at(url), ScorecardsModule, SurveysModule, AccessModule],
        },
        { logger: ['error'] },
      );
      try {
        return await work({ rooms, folder, url });
      } finally {
        await rooms.close();
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
