import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { cycleOf } from '#cycles';
import { Database, evidenceChanged } from '#database';
import { isCounted } from '#fieldwork';
import { addTallies, emptyTally, tallyOfSheet, type SheetTally } from '#instruments';
import { KnownInstruments } from '#schemes';
import {
  clearTallies,
  keepTally,
  listStandingSheets,
  listTallies,
  lockAllTallies,
  type PlacedTally,
  type StandingSheet,
  type TallyPlace,
} from './visit-tallies.queries.js';

/** Where what was added up visit by visit is not what the reports come to. */
export interface TallyDifference extends TallyPlace {
  /** Sheets in the tallies, and sheets there are. */
  readonly kept: number;
  readonly rebuilt: number;
}

/** What the checker found; both empty: the tallies are true. */
export interface TallyCheck {
  readonly tallies: readonly TallyDifference[];
  /** Ids of visits that say that they are counted and are not in a state that counts, or the other way round. */
  readonly visits: readonly string[];
}

/** Sheets in memory at once. */
const pageSize = 500;

/** The tallies of visits made anew from the reports that stand: the checker of what is kept up to date move by move. */
@Injectable()
export class VisitTallies {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /** Where the tallies of a cycle differ from its reports, on one snapshot. Refuses with `cycle.unknown`. */
  check(cycleKey: string): Promise<TallyCheck> {
    return this.database.read(async (db) => {
      const { id } = await cycleOf(db, cycleKey);
      const { rebuilt, visits } = await this.rebuilt(db, id);
      const kept = new Map((await listTallies(db, id)).map((one) => [keyOf(one), one]));
      const places = new Map([...kept, ...rebuilt]);
      const tallies = [...places].flatMap(([key, { tally: _, ...place }]): TallyDifference[] => {
        const [was, is] = [kept.get(key)?.tally, rebuilt.get(key)?.tally];
        const isSame = was !== undefined && is !== undefined && digitsOf(was) === digitsOf(is);
        return isSame ? [] : [{ ...place, kept: was?.sheets ?? 0, rebuilt: is?.sheets ?? 0 }];
      });
      return { tallies, visits };
    });
  }

  /** Makes the tallies of a cycle anew. @returns how many there are. Refuses with `cycle.unknown`. */
  rebuild(cycleKey: string): Promise<number> {
    return this.database.transaction(async (db) => {
      const { id } = await cycleOf(db, cycleKey);
      await lockAllTallies(db);
      const { rebuilt } = await this.rebuilt(db, id);
      await clearTallies(db, id);
      for (const place of rebuilt.values()) await keepTally(db, place, place.tally);
      await evidenceChanged(db);
      return rebuilt.size;
    });
  }

  private async rebuilt(db: EntityManager, cycleId: string) {
    const rebuilt = new Map<string, PlacedTally>();
    const visits: string[] = [];
    let after: StandingSheet | null = null;
    for (;;) {
      const page: readonly StandingSheet[] = await listStandingSheets(db, cycleId, after, pageSize);
      for (const one of page) {
        const counts = isCounted(one.state);
        if (counts !== one.counted) visits.push(one.visitId);
        if (counts) await this.add(db, rebuilt, one);
      }
      after = page.at(-1) ?? null;
      if (page.length < pageSize) return { rebuilt, visits };
    }
  }

  private async add(db: EntityManager, rebuilt: Map<string, PlacedTally>, one: StandingSheet): Promise<void> {
    const { cycleId, agencyId, centreId, instrumentId, sheet } = one;
    const { compiled, layout } = await this.instruments.withId(db, instrumentId);
    const before = rebuilt.get(keyOf(one))?.tally ?? emptyTally(layout);
    const tally = addTallies(before, tallyOfSheet(layout, compiled, sheet));
    rebuilt.set(keyOf(one), { cycleId, agencyId, centreId, instrumentId, tally });
  }
}

function keyOf({ agencyId, centreId, instrumentId }: TallyPlace): string {
  return `${agencyId} ${centreId} ${instrumentId}`;
}

function digitsOf(tally: SheetTally): string {
  return JSON.stringify(tally, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
}
