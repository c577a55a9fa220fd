import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Accounts, Actor, PlatformSecret } from '#access';
import { sealCode, type SentResponse, type Way } from '#campaigns';
import { Database, DatabaseModule } from '#database';
import { SettingsModule, settingsFrom } from '#settings';
import { Campaigns, SurveysModule } from '#surveys';
import { testDatabase } from '../platform/database.js';
import { campaignDocument, customerSheet } from './campaign-documents.js';
import { surveyWorld } from './survey-world.js';

export { refusalOf } from '../assessments/assessment-rooms.js';
export { campaignDocument, customerSheet, staffDocument } from './campaign-documents.js';

/** Whoever runs commands: the office without an account. */
export const office = new Actor(null, '', 'office');

type Environment = Readonly<Record<string, string>>;

/** Which place of which campaign: by centre and service, or the agency alone. */
export interface PlaceName {
  readonly campaign?: string;
  readonly agency?: string;
  readonly centre?: string;
  readonly service?: string;
}

/** The room of surveys on a database and in a folder of its own. */
export class SurveyRooms {
  private written = 0;

  private constructor(
    private readonly app: INestApplicationContext,
    readonly home: string,
    /** The address of its database. */
    readonly url: string,
  ) {}

  /** Opens the rooms with their world, without any campaign. */
  static async open(environment: Environment = {}): Promise<SurveyRooms> {
    const home = mkdtempSync(join(tmpdir(), 'nujoom-surveys-'));
    const settings = settingsFrom({ NUJOOM_HOME: home, ...environment });
    const url = await testDatabase();
    const app = await NestFactory.createApplicationContext(
      { module: class Platform {}, imports: [SettingsModule.of(settings), DatabaseModule.at(url), SurveysModule] },
      { logger: ['error'] },
    );
    const rooms = new SurveyRooms(app, home, url);
    await rooms.get(Database).check();
    await rooms.sql(surveyWorld);
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

  sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.app.get(DataSource).query<Row[]>(text, [...values]);
  }

  /** Saves and opens a campaign: that of customers unless another document is given. @returns its code */
  async campaign(document = campaignDocument()): Promise<string> {
    const { code } = await this.get(Campaigns).save(office, document);
    await this.get(Campaigns).open(office, code);
    return code;
  }

  /** The number of a place: the gate of WORKS without a service in the campaign `happiness`, unless said otherwise. */
  async place({ campaign = 'happiness', agency, centre, service }: PlaceName = { centre: 'gate' }): Promise<number> {
    const [row] = await this.sql<{ n: number }>(
      `select n from survey_places as places join campaigns on campaigns.id = campaign_id join agencies on agencies.id = places.agency_id
         left join centres on centres.id = centre_id
       where campaigns.code = $1 and ($2::text is null or agencies.code = $2) and centres.code is not distinct from $3
         and service is not distinct from $4`,
      [campaign, agency ?? null, centre ?? null, service ?? null],
    );
    if (!row) throw new Error('The campaign does not ask there');
    return row.n;
  }

  /** The sealed code of a way in to a place: by its number or its name. */
  async code(place: number | PlaceName = { centre: 'gate' }, way: Way = 'link'): Promise<string> {
    const key = await this.get(PlatformSecret).keyFor('survey codes');
    return sealCode(key, { place: typeof place === 'number' ? place : await this.place(place), way });
  }

  /** Writes a file of its own. @returns its path */
  file(content: string | Uint8Array, name = `file-${(this.written += 1)}.json`): string {
    const path = join(this.home, name);
    writeFileSync(path, content);
    return path;
  }
}

/** A response to a customer campaign as a page sends it. `changes` replace whole fields. */
export function sentResponse(code: string, changes: Partial<SentResponse> = {}): SentResponse {
  return {
    schema: 'nujoom.response/1',
    code,
    language: 'ar',
    consent: 1,
    seconds: 40,
    sheet: customerSheet(),
    ...changes,
  };
}

/** A test database and its rooms with the open campaign `happiness`, fresh for every test of a spec. */
export function freshRooms(environment: Environment = {}): { readonly rooms: SurveyRooms } {
  const held: { rooms: SurveyRooms } = { rooms: null as unknown as SurveyRooms };
  beforeEach(async () => {
    held.rooms = await SurveyRooms.open(environment);
    await held.rooms.campaign();
  });
  afterEach(() => held.rooms.close());
  return held;
}

/** The same once for all tests of a spec, which leave nothing behind that another one minds. */
export function sharedRooms(environment: Environment = {}): { readonly rooms: SurveyRooms } {
  const held: { rooms: SurveyRooms } = { rooms: null as unknown as SurveyRooms };
  beforeAll(async () => {
    held.rooms = await SurveyRooms.open(environment);
    await held.rooms.campaign();
  });
  afterAll(() => held.rooms.close());
  return held;
}
