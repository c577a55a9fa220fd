import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database } from '#database';
import type { SentVisit } from '#fieldwork';
import { KnownInstruments } from '#schemes';
import { listShoppersNamed, type Shopper } from '../people/shopper.queries.js';
import { lockedVisit } from '../review/acting.js';
import { listReportsBeside, type StoredReport } from '../review/report.queries.js';
import { shownScore, type ShownScore } from '../review/shown-score.js';
import { isOpenTo } from '../submit/verdict.js';
import { noteEvent } from '../visit-moves.js';
import { Visit } from '../visit.entity.js';
import { listBeside, wasGiven } from './beside.queries.js';

/** Whose report is to be let in, and why. */
export interface AdmissionWish {
  /** The name of the shopper's account. */
  readonly shopper: string;
  readonly reason: string;
}

/** A report that is kept beside a visit: as it was sent, never counted, never shown to the agency. */
export interface ReportBeside extends Pick<
  StoredReport,
  'id' | 'account' | 'hash' | 'late' | 'receivedAt' | 'deviceOffsetMs'
> {
  readonly content: SentVisit;
  /** What it would come to by itself. */
  readonly score: ShownScore;
}

/**
 * Reports that have no way in: of a shopper from whom a visit was taken, and of a revision that came when the visit was thrown out.
 * Nothing that was recorded may be lost, and nothing may count twice: they are kept beside the visit.
 */
@Injectable()
export class ReportsBeside {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Lets the next report of a shopper in beside a visit that he cannot send any more: his tablet gets its receipt then. Once more,
   * while none came, changes nothing. It stands on the trail. Refuses with `visit.unknown`, `visit.notShopper`,
   * `visit.reasonNeeded`, `visit.notHeld` when the visit never was his, and `visit.wayOpen` while he can send it as always.
   */
  admit(actor: Actor, id: string, { shopper: name, reason }: AdmissionWish): Promise<Visit> {
    if (reason.trim() === '') return Promise.reject(new Problem('visit.reasonNeeded'));
    return this.database.transaction(async (db) => {
      const visit = await lockedVisit(db, id);
      const { accountId } = await shopperOf(db, visit, name);
      const beside = (await listBeside(db, [visit])).get(id);
      if ((beside?.admitted.get(accountId) ?? 0) > 0) return visit;
      const details = { admitted: accountId };
      const standing = { from: visit.state, to: visit.state } as const;
      await noteEvent(db, visit, { ...standing, verb: 'visit.replace', by: 'office', actor, reason, details });
      return visit;
    });
  }

  /** All reports beside a visit, the first first. Refuses with `visit.unknown`. */
  list(id: string): Promise<ReportBeside[]> {
    return this.database.read(async (db) => {
      const visit = await db.findOneBy(Visit, { id });
      if (!visit) throw new Problem('visit.unknown');
      return reportsBeside(db, this.instruments, visit);
    });
  }
}

/** All reports beside a visit, the first first. */
export async function reportsBeside(
  db: EntityManager,
  instruments: KnownInstruments,
  visit: Visit,
): Promise<ReportBeside[]> {
  const { compiled } = await instruments.withId(db, visit.instrumentId);
  const reports = await listReportsBeside(db, visit);
  return reports.map(({ id, account, hash, late, receivedAt, deviceOffsetMs, content }) => {
    const score = shownScore(compiled, content.sheet);
    return { id, account, hash, late, receivedAt, deviceOffsetMs, content, score };
  });
}

/** Who had the visit, and has no other way to send it. */
async function shopperOf(db: EntityManager, visit: Visit, name: string): Promise<Shopper> {
  const [shopper] = await listShoppersNamed(db, [name]);
  if (!shopper) throw new Problem('visit.notShopper', { params: { name: name.slice(0, 100) } });
  const params = { name: shopper.name };
  if (isOpenTo(visit, shopper.accountId)) throw new Problem('visit.wayOpen', { params });
  if (!(await wasGiven(db, visit, shopper.accountId))) throw new Problem('visit.notHeld', { params });
  return shopper;
}
