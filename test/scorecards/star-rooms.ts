import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { settingsFrom } from '#settings';
import { loadAlWaha, loadMethods } from '../../apps/cli/src/al-waha/load.js';
import { CliModule } from '../../apps/cli/src/cli.module.js';
import { testDatabase, testFolder } from '../platform/database.js';

/** The rooms that print, on a database of their own with the methods and both cycles of Al Waha. */
export async function starRooms(): Promise<INestApplicationContext> {
  const settings = settingsFrom({ NUJOOM_HOME: await testFolder() });
  const rooms = await NestFactory.createApplicationContext(CliModule.at(settings, await testDatabase()), {
    logger: ['error'],
  });
  await loadMethods(rooms, 'methods');
  await loadAlWaha(rooms, 'demo/al-waha');
  return rooms;
}
