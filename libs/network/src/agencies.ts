import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import type { Agency } from './agency.entity.js';
import { readNames } from './agency-names.js';
import { agencyOf, insertSuccession, keepAgencies, leadsTo, listAgencies } from './network.queries.js';

/** What naming agencies from a file did. */
export interface NamesReceipt {
  readonly rows: number;
  readonly added: number;
}

export interface SuccessionRequest {
  readonly predecessor: string;
  readonly successor: string;
  /** The first day of the first cycle in which the successor stands for the predecessor, ISO. */
  readonly since: string;
}

/** The network of agencies: who they are, what they are called, who goes on as whom. */
@Injectable()
export class Agencies {
  constructor(private readonly database: Database) {}

  /** All agencies by code. */
  list(): Promise<Agency[]> {
    return this.database.read(listAgencies);
  }

  /** One agency goes on as another from a day on. Saying the same again changes nothing. */
  succeed({ predecessor, successor, since }: SuccessionRequest): Promise<void> {
    return this.database.transaction(async (db) => {
      await evidenceChanged(db); // first: its lock keeps two successions from closing a circle together
      const before = await agencyOf(db, predecessor);
      const after = await agencyOf(db, successor);
      if (before.id === after.id) throw new Problem('agency.selfSuccession', { params: { agency: predecessor } });
      if (await leadsTo(db, after.id, before.id)) {
        throw new Problem('agency.successionLoop', { params: { predecessor, successor } });
      }
      await insertSuccession(db, { predecessorId: before.id, successorId: after.id, since });
    });
  }

  /** Names agencies from a table with the columns code, name_en, name_ar, group_en, group_ar; all rows or none. */
  async name(file: string): Promise<NamesReceipt> {
    const rows = await readNames(file);
    return this.database.transaction(async (db) => {
      const added = await keepAgencies(db, rows, true);
      await evidenceChanged(db);
      return { rows: rows.length, added };
    });
  }
}
