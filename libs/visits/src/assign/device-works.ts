import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import type { Wording } from '#contract';
import { Database } from '#database';
import type { DeviceAssignment, DeviceWork, ReturnedReport } from '#fieldwork';
import { readInstrument, type Instrument } from '#instruments';
import {
  lastTimeZone,
  listDocuments,
  listHeld,
  listReturned,
  type HeldVisit,
  type ReturnedRow,
} from './device-work.queries.js';

/** What tablets take with them. */
@Injectable()
export class DeviceWorks {
  constructor(private readonly database: Database) {}

  /** All a shopper needs to work without a network: his visits, the most urgent first, and their instruments. */
  of(shopper: Actor): Promise<DeviceWork> {
    return this.database.read(async (db) => {
      const held = shopper.accountId === null ? [] : await listHeld(db, shopper.accountId);
      const returned = await returnedOf(db, held);
      return {
        now: new Date().toISOString(),
        shopper: shopper.name,
        timeZone: await lastTimeZone(db),
        assignments: held.map((visit) => assignmentOf(visit, returned.get(visit.id) ?? null)),
        instruments: (await listDocuments(db, [...new Set(held.map(({ instrumentId }) => instrumentId))])).map(known),
      };
    });
  }
}

async function returnedOf(db: EntityManager, held: readonly HeldVisit[]): Promise<ReadonlyMap<string, ReturnedReport>> {
  const ids = held.filter(({ state }) => state === 'returned').map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await listReturned(db, ids);
  return new Map(rows.map((row) => [row.visitId, reportOf(row)]));
}

function reportOf({ report, returnedAt, reason, notes, sent }: ReturnedRow): ReturnedReport {
  return { report, returnedAt: returnedAt.toISOString(), reason, notes, sent };
}

function assignmentOf(visit: HeldVisit, returned: ReturnedReport | null): DeviceAssignment {
  const { id, state, cycle, language, dueFrom, dueTo, hourFrom, hourTo } = visit;
  return {
    id,
    state,
    cycle,
    centre: {
      code: visit.centre,
      name: orCode(visit.centreName, visit.centre),
      agency: visit.agencyName,
      channelType: visit.channelType,
    },
    scenario: {
      code: visit.scenario,
      title: orCode(visit.scenarioTitle, visit.scenario),
      brief: orCode(visit.scenarioBrief, visit.scenario),
    },
    service: visit.service === null ? null : orCode(visit.serviceName, visit.service),
    language,
    due: { from: dueFrom, to: dueTo, hourFrom, hourTo },
    instrument: { code: visit.instrument, version: visit.version },
    returned,
  };
}

/** A text, or the code of what has none. */
function orCode(wording: Wording | null, code: string): Wording {
  return wording && Object.keys(wording).length > 0 ? wording : { en: code };
}

function known(document: unknown): Instrument {
  const { instrument } = readInstrument(document);
  if (!instrument) throw new Error('An instrument that could be published can not be read');
  return instrument;
}
