import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrate, withDatabase } from '#database';
import type { Settings } from '#settings';
import { migrations } from '../../../../migrations/index.js';
import { CliModule } from '../cli.module.js';

/**
 * Runs one piece of work on the platform's rooms, against the database of the settings: that of a running `nujoom start`,
 * or one that is started for as long as the work takes.
 */
export function withPlatform<T>(settings: Settings, work: (rooms: INestApplicationContext) => Promise<T>): Promise<T> {
  return withDatabase(settings, async (url) => {
    await migrate(url, migrations);
    return onPlatform(settings, url, work);
  });
}

/** The same on a database that is there already, with all its tables. */
export async function onPlatform<T>(
  settings: Settings,
  databaseUrl: string,
  work: (rooms: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const rooms = await NestFactory.createApplicationContext(CliModule.at(settings, databaseUrl), {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    return await work(rooms);
  } finally {
    await rooms.close();
  }
}
