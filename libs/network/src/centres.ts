import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import type { NamesReceipt } from './agencies.js';
import type { Centre } from './centre.entity.js';
import { keepCentres, listCentres } from './centre.queries.js';
import { readCentres } from './centre-register.js';
import { listAgencies } from './network.queries.js';

/** The service centres of the network. */
@Injectable()
export class Centres {
  constructor(private readonly database: Database) {}

  /** All centres by code. */
  list(): Promise<Centre[]> {
    return this.database.read(listCentres);
  }

  /**
   * Registers centres from a table with the columns code, agency, channel_type, name_en, name_ar and, where limited,
   * opens_on and closes_on; all rows or none. A known centre is what the table says from now on.
   */
  async register(file: string): Promise<NamesReceipt> {
    const agencies = new Set((await this.database.read(listAgencies)).map(({ code }) => code));
    const { rows, faults } = await readCentres(file, agencies);
    if (faults.length > 0) {
      throw new Problem('import.rowsFaulty', { params: { count: faults.length }, faults: faults.slice(0, 1_000) });
    }
    if (rows.length === 0) throw new Problem('import.empty', { params: { file } });
    return this.database.transaction(async (db) => {
      const added = await keepCentres(db, rows);
      await evidenceChanged(db);
      return { rows: rows.length, added };
    });
  }
}
