import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import type { NamesReceipt } from './agencies.js';
import type { Centre } from './centre.entity.js';
import { keepCentres, listCentres } from './centre.queries.js';
import { readCentres, type KnownCentre } from './centre-register.js';
import { listAgencies, listSuccessions } from './network.queries.js';

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
   * opens_on and closes_on; all rows or none. Names and days of a known centre are what the table says from now on; another
   * agency (not one that goes on from its own) or channel type is a fault unless it `corrects`: then in all cycles.
   */
  async register(file: string, { corrects = false } = {}): Promise<NamesReceipt> {
    const { agencies, known } = await this.database.read(knownCentres);
    const { rows, faults } = await readCentres(file, agencies, corrects ? new Map() : known);
    if (faults.length > 0) {
      throw new Problem('import.rowsFaulty', { params: { count: faults.length }, faults: faults.slice(0, 1_000) });
    }
    if (rows.length === 0) throw new Problem('import.empty', { params: { file } });
    return this.database.transaction(async (db) => {
      const added = await keepCentres(db, rows, corrects);
      await evidenceChanged(db);
      return { rows: rows.length, added };
    });
  }
}

/** All agencies, and of each centre its channel type and the agencies it may belong to. */
async function knownCentres(
  db: EntityManager,
): Promise<{ agencies: ReadonlySet<string>; known: ReadonlyMap<string, KnownCentre> }> {
  const codes = new Map((await listAgencies(db)).map(({ id, code }) => [id, code]));
  const successors = Map.groupBy(await listSuccessions(db), ({ predecessorId }) => predecessorId);
  const goingOnFrom = (id: string): ReadonlySet<string> => {
    const ids = new Set([id]);
    for (const one of ids) for (const { successorId } of successors.get(one) ?? []) ids.add(successorId);
    return new Set([...ids].map((one) => codes.get(one) ?? one));
  };
  const centres = await listCentres(db);
  return {
    agencies: new Set(codes.values()),
    known: new Map(
      centres.map(({ code, channelType, agencyId }) => [code, { channelType, agencies: goingOnFrom(agencyId) }]),
    ),
  };
}
