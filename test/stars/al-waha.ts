import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { settingsFrom } from '#settings';
import { CliModule } from '../../apps/cli/src/cli.module.js';
import { loadAlWaha, loadMethods } from '../../apps/cli/src/al-waha/load.js';
import { testDatabase, testFolder } from '../platform/database.js';

const root = join(import.meta.dirname, '../..');

/** The platform's rooms on a database of their own, with the methods and all the evidence of Al Waha. */
export async function alWaha(): Promise<{ rooms: INestApplicationContext; url: string; home: string }> {
  const url = await testDatabase();
  const home = await testFolder();
  const rooms = await NestFactory.createApplicationContext(CliModule.at(settingsFrom({ NUJOOM_HOME: home }), url), {
    logger: ['error'],
    abortOnError: false,
  });
  await loadMethods(rooms, join(root, 'methods'));
  await loadAlWaha(rooms, join(root, 'demo/al-waha'));
  return { rooms, url, home };
}
