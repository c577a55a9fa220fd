import { Injectable } from '@nestjs/common';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import { centreOf } from '#network';
import { insertViolation, listViolations, setClosed, violationOf, type Violation } from './violation.queries.js';

/** A violation as it is noted; its id is minted by who notes it, so that noting it twice is noting it once. */
export type NotedViolation = Omit<Violation, 'centre' | 'closedOn'>;

/** Violations found at service centres. */
@Injectable()
export class Violations {
  constructor(private readonly database: Database) {}

  /** Those of a centre, the newest first. Refuses with `centre.unknown`. */
  list(centre: string): Promise<Violation[]> {
    return this.database.read(async (db) => listViolations(db, (await centreOf(db, centre)).id));
  }

  /** Notes a violation. The same again changes nothing; other content under the same id refuses with `violation.conflict`. */
  open(centre: string, noted: NotedViolation): Promise<Violation> {
    return this.database.transaction(async (db) => {
      const { id } = await centreOf(db, centre);
      const isNew = await insertViolation(db, id, noted);
      const stored = (await listViolations(db, id)).find((one) => one.id === noted.id);
      const isSame = stored?.kind === noted.kind && stored.note === noted.note && stored.openedOn === noted.openedOn;
      if (!stored || !isSame) throw new Problem('violation.conflict');
      if (isNew) await evidenceChanged(db);
      return stored;
    });
  }

  /** Says that a violation was put right on a day. Refuses a day before it was opened, and another day once it is closed. */
  close(centre: string, id: string, closedOn: string): Promise<Violation> {
    return this.database.transaction(async (db) => {
      await evidenceChanged(db); // first: its lock keeps two from closing it on different days
      const { id: centreId } = await centreOf(db, centre);
      const violation = await violationOf(db, centreId, id);
      if (violation.closedOn !== null && violation.closedOn !== closedOn) throw new Problem('violation.conflict');
      if (closedOn < violation.openedOn) {
        const params = { min: violation.openedOn, max: '9999-12-31' };
        const fault = { where: 'closedOn', value: closedOn, reason: 'outOfRange', params } as const;
        throw new Problem('request.invalid', { faults: [fault] });
      }
      await setClosed(db, id, closedOn);
      return violationOf(db, centreId, id);
    });
  }
}
