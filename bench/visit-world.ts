import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Accounts, Devices } from '#access';
import { Database } from '#database';
import { contentHash } from '#documents';
import { VisitPlan } from '#fieldwork';
import { compileInstrument, readInstrument } from '#instruments';
import { filledSheet } from './filled-sheet.js';

/** Visits that wait to be sent, by the shoppers who make them. */
export interface VisitWorld {
  /** What is sent of each, with `assignment` in the place of its id. */
  readonly text: string;
  readonly shoppers: readonly { readonly token: string; readonly visits: string[] }[];
}

/** Stands in the text where the id of the planned visit belongs. */
export const assignment = '00000000-0000-4000-8000-000000000000';

/** A cycle with the shipped form of 94 items, shoppers with a tablet each, and visits that they are about to send. */
export async function visitWorld(
  rooms: INestApplicationContext,
  shoppers: number,
  visits: number,
): Promise<VisitWorld> {
  await rooms.get(Database).check();
  const source = rooms.get(DataSource);
  const text = await sentText(source);
  for (let at = 0; at < shoppers; at++) await rooms.get(Accounts).create(`shopper-${at}`, 'shopper');
  await insertPlan(source);
  await insertVisits(source, shoppers, visits);
  const rows = await source.query<{ id: string; shopper: number }[]>(
    `select visits.id, substring(name from 9)::int as shopper from visits join accounts on accounts.id = shopper_id`,
  );
  const own = Map.groupBy(rows, ({ shopper }) => shopper);
  const all = Array.from({ length: shoppers }, async (_, at) => ({
    token: await tokenOf(rooms, `shopper-${at}`),
    visits: (own.get(at) ?? []).map(({ id }) => id),
  }));
  return { text, shoppers: await Promise.all(all) };
}

async function tokenOf(rooms: INestApplicationContext, shopper: string): Promise<string> {
  const devices = rooms.get(Devices);
  const { code } = await devices.issue(shopper, 'A tablet');
  return (await devices.enrol(code, '1.0.0')).token;
}

/** A filled visit as a tablet sends it, without photos: good answers need none. Its form is put into the database. */
async function sentText(source: DataSource): Promise<string> {
  const folder = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'methods/instruments');
  const { instrument } = readInstrument(
    JSON.parse(await readFile(join(folder, 'service-centre-visit-2.json'), 'utf8')),
  );
  if (!instrument) throw new Error('The shipped form cannot be read');
  const { code, version } = instrument;
  await source.query(
    `insert into method_versions (id, kind, code, version, hash, document, published_at)
     values (gen_random_uuid(), 'instrument', $1, $2, $3, $4, now())`,
    [code, version, contentHash(instrument), JSON.stringify(instrument)],
  );
  const at = (time: string) => `2026-11-23T${time}:00+04:00`;
  const place = { latitude: 24.454, longitude: 54.3774, accuracy: 12, at: at('09:00') };
  return JSON.stringify({
    schema: 'nujoom.visit/1',
    assignment,
    instrument: { code, version },
    sheet: filledSheet(compileInstrument(instrument)),
    startedAt: at('09:00'),
    finishedAt: at('09:40'),
    stamps: { arrival: at('09:00'), ticket: at('09:02'), counter: at('09:20'), end: at('09:30') },
    places: { start: place, end: place },
    photos: [],
    clock: { timeZone: 'Asia/Dubai', offsetMs: 120, measuredAt: at('08:50') },
    app: { version: '1.0.0', language: 'ar' },
  });
}

async function insertPlan(source: DataSource): Promise<void> {
  const said = (text: string) => ({ ar: text, en: text });
  const plan = VisitPlan.parse({
    schema: 'nujoom.visit-plan/1',
    timeZone: 'Asia/Dubai',
    instruments: [{ channelTypes: ['centre'], code: 'service_centre_visit', version: 2 }],
    waves: [{ code: 'all', title: said('all'), from: '2026-01-01', to: '2026-12-31' }],
    visitsPerWave: 1,
    hours: [{ from: '08:00', to: '14:00' }],
    scenarios: [{ code: 'renew', title: said('renew'), brief: said('renew') }],
  });
  await source.query(
    `insert into agencies (id, code, name_en) values (gen_random_uuid(), 'WORKS', 'Works');
     insert into centres (id, agency_id, code, channel_type, name_en)
       select gen_random_uuid(), id, 'gate-' || n, 'centre', 'Gate' from agencies, generate_series(1, 200) as n;
     insert into cycles (id, key, kind, starts_on, ends_on)
       values (gen_random_uuid(), '2026', 'year', '2026-01-01', '2026-12-31');`,
  );
  const values = [JSON.stringify(plan), contentHash(plan)];
  await source.query('insert into visit_plans (cycle_id, document, hash) select id, $1, $2 from cycles', values);
}

async function insertVisits(source: DataSource, shoppers: number, visits: number): Promise<void> {
  await source.query(
    `insert into visits (cycle_id, agency_id, id, centre_id, instrument_id, wave, scenario, due_from, due_to, weekday,
       hour_from, hour_to, language, gender, state, shopper_id)
     select cycles.id, placed.agency_id, gen_random_uuid(), placed.id, methods.id, 'all', 'renew', '2026-01-01',
       '2099-12-31', 'monday', '08:00', '14:00', 'ar', 'female', 'inProgress', numbered.id
     from cycles, method_versions as methods, generate_series(0, $1::int - 1) as n
     join (select *, row_number() over () - 1 as place from centres) as placed on placed.place = n % 200
     join (select id, substring(name from 9)::int as place from accounts where role = 'shopper') as numbered
       on numbered.place = n % $2::int`,
    [visits, shoppers],
  );
  await source.query('analyze');
}
