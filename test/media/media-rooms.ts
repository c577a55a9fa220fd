import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AccessModule, Accounts, type Actor } from '#access';
import { Database, DatabaseModule } from '#database';
import { Media, MediaModule, Uploads, type UploadState } from '#media';
import { SettingsModule, settingsFrom } from '#settings';
import { testDatabase } from '../platform/database.js';

/** People: two shoppers, an agency, the office. */
const world = `
  insert into agencies (id, code, name_en) values (gen_random_uuid(), 'WORKS', 'Works');
  insert into accounts (id, name, password_hash, role, agency_id) values
    (gen_random_uuid(), 'layla', 'x', 'shopper', null), (gen_random_uuid(), 'salem', 'x', 'shopper', null),
    (gen_random_uuid(), 'works', 'x', 'agency', (select id from agencies where code = 'WORKS')),
    (gen_random_uuid(), 'office', 'x', 'office', null);`;

/** The room of media on a database and in a folder of its own. */
export class MediaRooms {
  private constructor(
    private readonly app: INestApplicationContext,
    readonly home: string,
    readonly databaseUrl: string,
  ) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<MediaRooms> {
    const home = environment['NUJOOM_HOME'] ?? mkdtempSync(join(tmpdir(), 'nujoom-media-'));
    const settings = settingsFrom({ NUJOOM_HOME: home, ...environment });
    const databaseUrl = await testDatabase();
    const app = await NestFactory.createApplicationContext(
      {
        module: class Platform {},
        imports: [SettingsModule.of(settings), DatabaseModule.at(databaseUrl), AccessModule, MediaModule],
      },
      { logger: ['error'] },
    );
    const rooms = new MediaRooms(app, home, databaseUrl);
    await rooms.get(Database).check();
    await rooms.sql(world);
    return rooms;
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(join(this.home, 'media'), { recursive: true, force: true });
  }

  get<T>(room: Type<T>): T {
    return this.app.get(room, { strict: false });
  }

  get uploads(): Uploads {
    return this.get(Uploads);
  }

  get media(): Media {
    return this.get(Media);
  }

  actor(name: string): Promise<Actor> {
    return this.get(Accounts).actorNamed(name);
  }

  sql<Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.app.get(DataSource).query(text, [...values]);
  }

  /** Sends a file from a place on, by default all of it at once. */
  send(
    actor: Actor,
    content: Buffer,
    { from = 0, to = content.length, hash = hashOf(content), total = content.length } = {},
  ) {
    return this.uploads.append(actor, hash, { offset: from, total, content: pieces(content.subarray(from, to)) });
  }

  /** Sends a file in chunks of a mebibyte. */
  async sendWhole(actor: Actor, content: Buffer): Promise<UploadState> {
    for (let from = 0; ; from += mebibyte) {
      const state = await this.send(actor, content, { from, to: from + mebibyte });
      if (state.complete) return state;
    }
  }

  /** The names of what lies in the folder of media, and below it. */
  filesIn(folder = ''): string[] {
    const path = join(this.home, 'media', folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
  }

  pathOf(hash: string): string {
    return join(this.home, 'media', hash.slice(0, 2), hash);
  }
}

export const mebibyte = 1024 * 1024;

export const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

/** A content as it comes over the wire: in pieces of what a socket gives at once. */
export async function* pieces(content: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield await Promise.resolve(content.subarray(at, at + size));
}

/** A content whose sender goes away in the middle. */
export async function* cut(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* pieces(content);
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}
