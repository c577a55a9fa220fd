import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { problemOf } from './constraints.js';

/**
 * The door to the tables. A use case asks it for a transaction and hands the EntityManager to query functions;
 * nothing else reaches the database. It connects when first needed and again after the server was away.
 */
@Injectable()
export class Database {
  private connecting: Promise<unknown> | null = null;

  constructor(private readonly source: DataSource) {}

  /** Runs `work` in one transaction: all of it is kept, or nothing is. */
  transaction<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.within((source) => source.transaction(work));
  }

  /**
   * Runs one statement that is a transaction of its own: one way to the server instead of three, planned once a connection.
   * @param name of the text alone, at most 63 letters @returns its rows
   */
  statement<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.within(async (source) => {
      const pool = (source.driver as PostgresDriver).master as Pool;
      return (await pool.query<Row>({ name, text, values: [...values] })).rows;
    });
  }

  /** Runs `work` on one snapshot that cannot write, so that figures read together belong together. */
  read<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.within((source) =>
      source.transaction('REPEATABLE READ', async (db) => {
        await db.query('set transaction read only');
        return work(db);
      }),
    );
  }

  /** Whether the server answers now. Refuses with `database.unavailable` when it does not. */
  async check(): Promise<void> {
    await this.within((source) => source.query('select 1'));
  }

  private async within<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
    try {
      if (!this.source.isInitialized) await this.connect();
      return await work(this.source);
    } catch (error) {
      throw problemOf(error);
    }
  }

  private async connect(): Promise<void> {
    this.connecting ??= this.source.initialize().finally(() => (this.connecting = null));
    await this.connecting;
  }
}
