import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Accounts, Actor } from '#access';
import {
  Assignments,
  AssessmentsModule,
  AssessmentWork,
  Evidence,
  Gradings,
  GradingsImport,
  settledGradings,
  type Criteria,
  type GradingsImportReceipt,
} from '#assessments';
import { Problem, type ProblemDetails } from '#contract';
import { Database, DatabaseModule } from '#database';
import { SettingsModule, settingsFrom } from '#settings';
import { testDatabase } from '../platform/database.js';

/** Three criteria: one that needs evidence, one that may have it, one that takes none, and one for smart centres only. */
export const criteria: Criteria = {
  criteria: new Map([
    ['leadership', { evidence: 'required' }],
    ['queue', { evidence: 'optional' }],
    ['greeting', { evidence: 'none' }],
    ['machine', { evidence: 'optional', channels: ['smart'] }],
  ]),
  levels: ['none', 'basic', 'developing', 'maturing', 'leading'],
};

export const office = new Actor(null, 'office', 'office');

/** Two agencies with centres (works: gate, desk; health: clinic), the cycle 2026, and people. */
const world = `
  insert into agencies (id, code, name_en) values (gen_random_uuid(), 'WORKS', 'Works'), (gen_random_uuid(), 'HEALTH', 'Health');
  insert into centres (id, agency_id, code, channel_type, name_en)
    select gen_random_uuid(), id, centre, channel, centre from agencies join (values
      ('WORKS', 'gate', 'centre'), ('WORKS', 'desk', 'smart'), ('HEALTH', 'clinic', 'centre')) as given (agency, centre, channel)
    on given.agency = agencies.code;
  insert into cycles (id, key, kind, starts_on, ends_on)
    values (gen_random_uuid(), '2026', 'year', '2026-01-01', '2099-12-31'), (gen_random_uuid(), '2025', 'year', '2025-01-01', '2025-12-31');
  insert into accounts (id, name, password_hash, role, agency_id) values
    (gen_random_uuid(), 'amal', 'x', 'assessor', null), (gen_random_uuid(), 'badr', 'x', 'assessor', null),
    (gen_random_uuid(), 'dana', 'x', 'assessor', null), (gen_random_uuid(), 'eman', 'x', 'assessor', null),
    (gen_random_uuid(), 'seconded', 'x', 'assessor', (select id from agencies where code = 'WORKS')),
    (gen_random_uuid(), 'works', 'x', 'agency', (select id from agencies where code = 'WORKS')),
    (gen_random_uuid(), 'health', 'x', 'agency', (select id from agencies where code = 'HEALTH')),
    (gen_random_uuid(), 'viewer', 'x', 'viewer', null);`;

/** The room of assessments on a database and in a folder of its own. */
export class AssessmentRooms {
  private written = 0;

  private constructor(
    private readonly app: INestApplicationContext,
    readonly home: string,
  ) {}

  static async open(): Promise<AssessmentRooms> {
    const home = mkdtempSync(join(tmpdir(), 'nujoom-assessments-'));
    const settings = settingsFrom({ NUJOOM_HOME: home });
    const app = await NestFactory.createApplicationContext(
      {
        module: class Platform {},
        imports: [SettingsModule.of(settings), DatabaseModule.at(await testDatabase()), AssessmentsModule],
      },
      { logger: ['error'] },
    );
    const rooms = new AssessmentRooms(app, home);
    await rooms.get(Database).check();
    await rooms.sql(world);
    return rooms;
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.home, { recursive: true });
  }

  get<T>(room: Type<T>): T {
    return this.app.get(room, { strict: false });
  }

  get gradings(): Gradings {
    return this.get(Gradings);
  }

  get evidence(): Evidence {
    return this.get(Evidence);
  }

  get work(): AssessmentWork {
    return this.get(AssessmentWork);
  }

  get assignments(): Assignments {
    return this.get(Assignments);
  }

  actor(name: string): Promise<Actor> {
    return this.get(Accounts).actorNamed(name);
  }

  /** Assigns people to the places of a centre in their order: first, second, settler. */
  async assign(centre: string, ...names: readonly string[]): Promise<void> {
    const places = ['first', 'second', 'settler'] as const;
    for (const [index, assessor] of names.entries()) {
      const slot = places[index];
      if (slot) await this.assignments.assign({ cycle: '2026', centre, slot, assessor });
    }
  }

  /** What is settled in a cycle: level by centre and criterion. */
  async settled(cycle = '2026'): Promise<Record<string, Record<string, string | null>>> {
    return this.get(Database).read(async (db) => {
      const [row] = await db.query<{ id: string }[]>('select id from cycles where key = $1', [cycle]);
      const all: Record<string, Record<string, string | null>> = {};
      for await (const { centre, gradings } of settledGradings(db, row?.id ?? '')) {
        all[centre] = Object.fromEntries([...gradings].map(([code, { level }]) => [code, level]));
      }
      return all;
    });
  }

  sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.app.get(DataSource).query(text, [...values]);
  }

  /** Writes a file of its own. @returns its path */
  file(content: string | Uint8Array, name = `file-${(this.written += 1)}.csv`): string {
    const path = join(this.home, name);
    writeFileSync(path, content);
    return path;
  }

  /** Imports a table of gradings as it is written here; evidence files stand beside it. */
  import(table: string, cycle = '2026'): Promise<GradingsImportReceipt> {
    const request = { file: this.file(table), cycle, evidence: this.home };
    return this.get(GradingsImport).run(request, criteria);
  }
}

/** A test database and its rooms, fresh for every test of a spec. */
export function freshRooms(): { readonly rooms: AssessmentRooms } {
  const held: { rooms: AssessmentRooms } = { rooms: null as unknown as AssessmentRooms };
  beforeEach(async () => {
    held.rooms = await AssessmentRooms.open();
  });
  afterEach(() => held.rooms.close());
  return held;
}

/** The refusal of what is tried; anything but a refusal fails the test. */
export async function refusalOf(trying: Promise<unknown>): Promise<{ code: string } & ProblemDetails> {
  try {
    await trying;
  } catch (problem) {
    if (problem instanceof Problem) return { code: problem.code, ...problem.details };
    throw problem;
  }
  throw new Error('a refusal was expected');
}
