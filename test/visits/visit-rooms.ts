import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Accounts, Actor } from '#access';
import { Database, DatabaseModule } from '#database';
import { contentHash } from '#documents';
import { VisitPlan } from '#fieldwork';
import { SettingsModule, settingsFrom } from '#settings';
import { Visit, VisitsModule } from '#visits';
import { refusalOf } from '../assessments/assessment-rooms.js';
import { testDatabase } from '../platform/database.js';
import { planDocument, sentVisit, sheet } from './visit-documents.js';
import { visitWorld } from './visit-world.js';

export { planDocument, refusalOf, sentVisit, sheet };

/** Whoever runs commands: the office without an account. */
export const office = new Actor(null, '', 'office');

type Sql = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Where and how a visit is planned; all of it has a good default. */
export interface VisitSketch {
  readonly id?: string;
  readonly cycle?: string;
  readonly centre?: string;
  /** The name of its shopper; it is `assigned` then unless said otherwise. */
  readonly shopper?: string | null;
  readonly state?: string;
  readonly wave?: string;
  readonly scenario?: string;
  readonly service?: string | null;
  readonly dueFrom?: string;
  readonly dueTo?: string;
  readonly weekday?: string;
  readonly language?: 'ar' | 'en';
  readonly gender?: 'female' | 'male';
  readonly pairId?: string | null;
}

/** Puts a planned visit into a database: its window is open until 2099 unless said otherwise. @returns its id */
export async function insertVisit(sql: Sql, sketch: VisitSketch = {}): Promise<string> {
  const { id = randomUUID(), cycle = '2026', centre = 'gate', shopper = null, pairId = null, service = null } = sketch;
  const { wave = 'autumn', scenario = 'renew', dueFrom = '2026-06-29', dueTo = '2099-12-27' } = sketch;
  const { weekday = 'monday', language = 'ar', gender = 'female', state = shopper ? 'assigned' : 'planned' } = sketch;
  await sql(
    `insert into visits (cycle_id, agency_id, id, centre_id, instrument_id, wave, scenario, service, due_from, due_to, weekday,
       hour_from, hour_to, language, gender, pair_id, state, shopper_id)
     select cycles.id, centres.agency_id, $1, centres.id, method_versions.id, $4, $5, $6, $7, $8, $9, '08:00', '11:00', $10, $11,
       $12, $13, (select id from accounts where name = $14)
     from cycles, centres, method_versions where cycles.key = $2 and centres.code = $3 and method_versions.code = 'small_visit'`,
    [id, cycle, centre, wave, scenario, service, dueFrom, dueTo, weekday, language, gender, pairId, state, shopper],
  );
  return id;
}

/** Keeps a plan for a cycle, as it is, without any of its visits. */
export async function insertPlan(sql: Sql, document = planDocument(), cycle = '2026'): Promise<VisitPlan> {
  const plan = VisitPlan.parse(document);
  await sql(
    `insert into visit_plans (cycle_id, document, hash) select id, $2, $3 from cycles where key = $1
     on conflict (cycle_id) do update set document = excluded.document, hash = excluded.hash`,
    [cycle, JSON.stringify(plan), contentHash(plan)],
  );
  return plan;
}

/** The room of visits on a database and in a folder of its own. */
export class VisitRooms {
  private written = 0;

  private constructor(
    private readonly app: INestApplicationContext,
    readonly home: string,
    /** The address of its database. */
    readonly url: string,
  ) {}

  static async open(): Promise<VisitRooms> {
    const home = mkdtempSync(join(tmpdir(), 'nujoom-visits-'));
    const settings = settingsFrom({ NUJOOM_HOME: home });
    const url = await testDatabase();
    const app = await NestFactory.createApplicationContext(
      { module: class Platform {}, imports: [SettingsModule.of(settings), DatabaseModule.at(url), VisitsModule] },
      { logger: ['error'] },
    );
    const rooms = new VisitRooms(app, home, url);
    await rooms.get(Database).check();
    await rooms.sql(visitWorld);
    return rooms;
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.home, { recursive: true });
  }

  get<T>(room: Type<T>): T {
    return this.app.get(room, { strict: false });
  }

  actor(name: string): Promise<Actor> {
    return this.get(Accounts).actorNamed(name);
  }

  readonly sql: Sql = <Row>(text: string, values: readonly unknown[] = []) =>
    this.app.get(DataSource).query<Row[]>(text, [...values]);

  /** Keeps a plan for a cycle, as it is, without any of its visits. */
  plan(document?: Record<string, unknown>, cycle?: string): Promise<VisitPlan> {
    return insertPlan(this.sql, document, cycle);
  }

  /** Puts a planned visit there. @returns its id */
  visit(sketch?: VisitSketch): Promise<string> {
    return insertVisit(this.sql, sketch);
  }

  /** A visit as it stands. */
  visitWith(id: string): Promise<Visit> {
    return this.get(Database).read((db) => db.findOneByOrFail(Visit, { id }));
  }

  /** The trail of a visit: to which states, by which role, with which verb and reason. */
  trail(id: string): Promise<{ to: string; verb: string | null; role: string; reason: string | null }[]> {
    return this.sql('select to_state as to, verb, role, reason from visit_events where visit_id = $1 order by n', [id]);
  }

  /** Writes a file of its own. @returns its path */
  file(content: string | Uint8Array, name = `file-${(this.written += 1)}.csv`): string {
    const path = join(this.home, name);
    writeFileSync(path, content);
    return path;
  }
}

/** The code of a refusal, and its faults as `line where reason`. */
export async function faultLines(trying: Promise<unknown>): Promise<[code: string, faults: string[] | undefined]> {
  const { code, faults } = await refusalOf(trying);
  return [code, faults?.map(({ line, where, reason }) => `${line} ${where} ${reason}`)];
}

/** A test database and its rooms, fresh for every test of a spec. */
export function freshRooms(): { readonly rooms: VisitRooms } {
  const held: { rooms: VisitRooms } = { rooms: null as unknown as VisitRooms };
  beforeEach(async () => {
    held.rooms = await VisitRooms.open();
  });
  afterEach(() => held.rooms.close());
  return held;
}
