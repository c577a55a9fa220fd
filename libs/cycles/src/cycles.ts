import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { Cycle } from './cycle.entity.js';
import { cycleOf, listCycles, setPublished } from './cycle.queries.js';

/** The life of a cycle. */
@Injectable()
export class Cycles {
  constructor(private readonly database: Database) {}

  /** All cycles, the newest first. */
  list(): Promise<Cycle[]> {
    return this.database.read(listCycles);
  }

  /** Lets everybody see a cycle's figures from now on; the first publishing keeps its time. */
  publish(key: string): Promise<Cycle> {
    return this.database.transaction(async (db) => {
      const cycle = await cycleOf(db, key);
      if (!cycle.publishedAt) await setPublished(db, cycle, new Date());
      return cycleOf(db, key);
    });
  }

  /** Takes a cycle's figures back to the office. */
  withdraw(key: string): Promise<Cycle> {
    return this.database.transaction(async (db) => {
      await setPublished(db, await cycleOf(db, key), null);
      return cycleOf(db, key);
    });
  }
}
