import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client, type QueryResultRow } from 'pg';
import { settingsFrom } from '#settings';
import { CliModule } from '../../apps/cli/src/cli.module.js';
import { loadAlWaha, loadMethods } from '../../apps/cli/src/al-waha/load.js';
import { filledDatabase } from '../platform/database.js';
import { namedFolder, testFolder } from '../platform/shared-server.js';

const root = join(import.meta.dirname, '../..');

/** Where the evidence of Al Waha is: a database and the folder of its files, for nobody else. */
export interface AlWahaPlace {
  readonly url: string;
  readonly home: string;
}

/** The methods and all the evidence of Al Waha: taken in once in a test run, then copied. */
export async function alWahaPlace(): Promise<AlWahaPlace> {
  const made = await namedFolder('al-waha');
  const url = await filledDatabase('al_waha', async (filled) => {
    const rooms = await roomsAt({ url: filled, home: made });
    await loadMethods(rooms, join(root, 'methods'));
    await loadAlWaha(rooms, join(root, 'demo/al-waha'));
    await rooms.close();
  });
  const home = await testFolder();
  await cp(made, home, { recursive: true });
  return { url, home };
}

/** The platform's rooms on a database of their own, with the methods and all the evidence of Al Waha. */
export async function alWaha(): Promise<AlWahaPlace & { readonly rooms: INestApplicationContext }> {
  const place = await alWahaPlace();
  return { ...place, rooms: await roomsAt(place) };
}

/** Asks the database itself. */
export async function asked<Row extends QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function roomsAt({ url, home }: AlWahaPlace): Promise<INestApplicationContext> {
  const module = CliModule.at(settingsFrom({ NUJOOM_HOME: home }), url);
  return NestFactory.createApplicationContext(module, { logger: ['error'], abortOnError: false });
}
