import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem, type Fault } from '#contract';
import { Database } from '#database';
import { faultAt } from '#documents';
import type { VisitState } from '#fieldwork';
import { statesOf } from '#instruments';
import { mediaHeld } from '#media';
import { KnownInstruments } from '#schemes';
import { dayIn } from '../release/appeal-window.js';
import { planDaysOf } from '../release/plan-times.js';
import { isOwn } from '../release/released-visits.js';
import { accountOf } from '../review/acting.js';
import { standingReport } from '../review/report.queries.js';
import { CountedMoves } from '../tally/counted-moves.js';
import { findVisitForUpdate, noteEvent } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { findAppeal, insertAppeal, listAppeals, type AppealOfVisit, type StoredAppeal } from './appeal.queries.js';

/** What an agency objects to. */
export interface AppealSent {
  /** The path of an item that was answered, such as `answers.wait`. */
  readonly item: string;
  readonly statement: string;
  /** SHA-256 of files that the agency sent before. */
  readonly evidence: readonly string[];
}

/** Where nothing is objected to just now. */
const first: readonly VisitState[] = ['released', 'upheld', 'amended'];

/** Takes what agencies object to. */
@Injectable()
export class Appeals {
  constructor(
    private readonly database: Database,
    private readonly moves: CountedMoves,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Appeals against one item of a released visit of one's own; the same again under the same id changes nothing.
   * @param appealId minted by the client
   * @throws Problem `visit.unknown`, `visit.conflict`, `visit.moveRefused`, `visit.appealClosed`, `visit.itemUnknown`,
   * `visit.appealTwice`, `visit.mediaMissing`
   */
  async appeal(agency: Actor, visitId: string, appealId: string, sent: AppealSent): Promise<AppealOfVisit> {
    const accountId = accountOf(agency);
    const appealing = this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, visitId);
      if (!visit || visit.releasedAt === null || !(await isOwn(db, agency, visit))) throw new Problem('visit.unknown');
      const earlier = await findAppeal(db, visit, appealId);
      if (earlier) return sameOrConflict(earlier, visit, sent);
      await this.refuse(db, visit, accountId, sent);
      await insertAppeal(db, visit, { id: appealId, accountId, ...sent });
      await this.note(db, agency, visit, appealId, sent);
      return shownOf((await findAppeal(db, visit, appealId)) as StoredAppeal);
    });
    return appealing.catch((error: unknown) => {
      throw problemOfTaking(error);
    });
  }

  private async refuse(db: EntityManager, visit: Visit, accountId: string, sent: AppealSent): Promise<void> {
    if (![...first, 'appealed', 'underReview'].includes(visit.state)) {
      throw new Problem('visit.moveRefused', { params: { state: visit.state, to: 'appealed' } });
    }
    const { plan } = await planDaysOf(db, visit);
    const until = visit.appealUntil ?? '';
    if (dayIn(plan.timeZone, new Date()) > until) throw new Problem('visit.appealClosed', { params: { until } });
    const { content } = await standingReport(db, visit);
    const { compiled } = await this.instruments.withId(db, visit.instrumentId);
    const state = statesOf(compiled, content.sheet).get(sent.item);
    if (state !== 'answered' && state !== 'notApplicable') {
      throw new Problem('visit.itemUnknown', { params: { item: sent.item } });
    }
    if ((await listAppeals(db, visit)).some(({ item }) => item === sent.item)) throw new Problem('visit.appealTwice');
    const held = await mediaHeld(db, accountId, sent.evidence);
    const faults = sent.evidence.flatMap((hash, at): Fault[] =>
      held.has(hash) ? [] : [faultAt(`evidence[${at}]`, 'notArrived', undefined, hash)],
    );
    if (faults.length > 0) throw new Problem('visit.mediaMissing', { params: { count: faults.length }, faults });
  }

  /** The first appeal moves the visit; what comes after is noted. */
  private async note(db: EntityManager, agency: Actor, visit: Visit, appeal: string, sent: AppealSent): Promise<void> {
    const told = { verb: 'visit.appeal', reason: sent.statement, details: { appeal, item: sent.item } } as const;
    if (first.includes(visit.state)) await this.moves.move(db, agency, visit, { to: 'appealed', ...told });
    else await noteEvent(db, visit, { from: visit.state, to: visit.state, by: 'agency', actor: agency, ...told });
  }
}

/** An id that an appeal of another agency, or in another cycle, has already. */
function problemOfTaking(error: unknown): unknown {
  const { constraint } = (error as { driverError?: { constraint?: string } } | null)?.driverError ?? {};
  return constraint === 'visit_appeals_id' ? new Problem('visit.conflict') : error;
}

function sameOrConflict(earlier: StoredAppeal, visit: Visit, { item, statement, evidence }: AppealSent): AppealOfVisit {
  const isSame =
    earlier.visitId === visit.id &&
    earlier.item === item &&
    earlier.statement === statement &&
    earlier.evidence.join() === evidence.join();
  if (!isSame) throw new Problem('visit.conflict');
  return shownOf(earlier);
}

/** An appeal without the accounts behind it. */
export function shownOf({
  id,
  item,
  statement,
  evidence,
  at,
  decision,
  decidedAt,
  reason,
}: StoredAppeal): AppealOfVisit {
  return { id, item, statement, evidence, at, decision, decidedAt, reason };
}
