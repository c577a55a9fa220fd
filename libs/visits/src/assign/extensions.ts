import { Injectable } from '@nestjs/common';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import type { VisitState } from '#fieldwork';
import { findVisitForUpdate, noteEvent } from '../visit-moves.js';
import { Visit } from '../visit.entity.js';

export interface ExtensionWish {
  /** The new last due day, YYYY-MM-DD. */
  readonly until: string;
  readonly reason: string;
}

/** A visit that was not sent yet can have more time. */
const extendable: ReadonlySet<VisitState> = new Set<VisitState>(['planned', 'assigned', 'accepted', 'inProgress']);

/** More time for visits: what waits on a tablet too late can be taken then. */
@Injectable()
export class Extensions {
  constructor(private readonly database: Database) {}

  /**
   * Moves the last due day of a visit to a later one, which may lie after its wave; once more changes nothing. It stands on the
   * trail. Refuses with `visit.unknown`, `visit.moveRefused` once it was sent, and `request.invalid` for an earlier day.
   */
  extend(actor: Actor, id: string, { until, reason }: ExtensionWish): Promise<Visit> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, id);
      if (!visit) throw new Problem('visit.unknown');
      const { cycleId, agencyId, state, dueTo } = visit;
      if (!extendable.has(state)) throw new Problem('visit.moveRefused', { params: { state, to: state } });
      if (until === dueTo) return visit;
      if (until < dueTo) {
        throw new Problem('request.invalid', {
          faults: [{ where: 'until', value: until, reason: 'tooSmall', params: { min: dueTo } }],
        });
      }
      await db.update(Visit, { cycleId, agencyId, id }, { dueTo: until });
      const details = { dueTo, until };
      await noteEvent(db, visit, {
        from: state,
        to: state,
        verb: 'visit.assign',
        by: 'office',
        actor,
        reason,
        details,
      });
      return { ...visit, dueTo: until };
    });
  }
}
