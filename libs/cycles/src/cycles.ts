import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import { methodOf, Methods } from '#schemes';
import type { Scheme } from '#scoring';
import type { Cycle } from './cycle.entity.js';
import { cycleOf, ensureCycle, findSchemeId, insertScheme, listCycles, setPublished } from './cycle.queries.js';
import { schemeOf } from './cycle-scheme.js';
import { periodOf } from './period.js';

/** Which scheme a cycle is opened with. */
export interface SchemeChoice {
  readonly code: string;
  readonly version: number;
}

/** The life of a cycle. */
@Injectable()
export class Cycles {
  constructor(
    private readonly database: Database,
    private readonly methods: Methods,
  ) {}

  /** All cycles, the newest first. */
  list(): Promise<Cycle[]> {
    return this.database.read(listCycles);
  }

  /**
   * Opens a cycle with a rating scheme, which is published by this if it was a draft, and fixed from now on. With the
   * same scheme again nothing changes; another one refuses with `cycle.schemeFixed`.
   */
  async open(key: string, { code, version }: SchemeChoice): Promise<Cycle> {
    const name = { kind: 'scheme', code, version } as const;
    await this.methods.publish(name);
    return this.database.transaction(async (db) => {
      await evidenceChanged(db); // first: its lock keeps two from opening a cycle at once
      const cycle = await ensureCycle(db, periodOf(key));
      const [scheme, fixed] = [await methodOf(db, name), await findSchemeId(db, cycle)];
      if (fixed === null) await insertScheme(db, cycle, scheme.id);
      else if (fixed !== scheme.id) {
        const is = await schemeOf(db, cycle);
        throw new Problem('cycle.schemeFixed', { params: { cycle: key, scheme: `${is.code} ${is.version}` } });
      }
      return cycle;
    });
  }

  /** The scheme a cycle was opened with. Refuses with `cycle.unknown` and `cycle.schemeMissing`. */
  scheme(key: string): Promise<Scheme> {
    return this.database.read(async (db) => schemeOf(db, await cycleOf(db, key)));
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
