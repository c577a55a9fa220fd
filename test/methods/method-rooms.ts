import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { Cycles, CyclesModule } from '#cycles';
import { DatabaseModule } from '#database';
import { Methods } from '#schemes';
import { testDatabase } from '../platform/database.js';

export const methodsFolder = join(import.meta.dirname, '../../methods');

/** A shipped document as JSON, to be changed at will. */
export async function shipped(kind: 'instruments' | 'schemes', name: string): Promise<Record<string, never>> {
  return JSON.parse(await readFile(join(methodsFolder, kind, `${name}.json`), 'utf8')) as Record<string, never>;
}

/** The rooms of documents on a database of their own, and a folder for files. */
export class MethodRooms {
  private written = 0;

  private constructor(
    private readonly app: INestApplicationContext,
    private readonly url: string,
    private readonly folder: string,
  ) {}

  static async open(): Promise<MethodRooms> {
    const url = await testDatabase();
    const app = await NestFactory.createApplicationContext(
      { module: class Platform {}, imports: [DatabaseModule.at(url), CyclesModule] },
      { logger: ['error'] },
    );
    return new MethodRooms(app, url, mkdtempSync(join(tmpdir(), 'nujoom-methods-')));
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true });
  }

  get methods(): Methods {
    return this.app.get(Methods, { strict: false });
  }

  get cycles(): Cycles {
    return this.app.get(Cycles, { strict: false });
  }

  /** Writes a file of its own. @returns its path */
  file(content: string | Uint8Array, extension = 'json'): string {
    const path = join(this.folder, `file-${(this.written += 1)}.${extension}`);
    writeFileSync(path, content);
    return path;
  }

  async sql<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const client = new Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query<Row>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}
