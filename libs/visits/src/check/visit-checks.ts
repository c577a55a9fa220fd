import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '#database';
import { findingsOf } from '#fieldwork';
import { findReport } from '../review/report.queries.js';
import { KnownInstruments } from '../submit/known-instruments.js';
import { findVisitForUpdate, moveVisit } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { checkContextOf } from './check-context.js';
import { isUnprepared } from './check-context.queries.js';
import { checkTask, type CheckJob } from './check-task.js';
import { askAgain, keepFindings, type KeptFinding } from './finding.queries.js';

/** How often a visit is looked at again because its photos were not ready to be compared. */
const mostWaits = 6;
/** What stands in place of findings when a report could not be looked at. */
const failed: readonly KeptFinding[] = [{ code: 'checkFailed', item: null, params: {} }];

/** Looks at reports by themselves, before a person does: what is found are reasons to look, never a verdict. */
@Injectable()
export class VisitChecks {
  constructor(
    private readonly database: Database,
    private readonly instruments: KnownInstruments,
  ) {}

  /**
   * Looks at a report and moves its visit on. The same job again changes nothing but findings that came with photos
   * prepared since; one about a report that was replaced, or a visit under review, does nothing.
   */
  run(job: CheckJob): Promise<void> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, job.visit);
      if (!visit || !isOpen(visit, job)) return;
      const report = await findReport(db, visit, job.report);
      if (!report) throw new Error(`A visit names a report that is not there: ${job.report}`);
      const context = await checkContextOf(db, this.instruments, visit, report);
      await keepFindings(db, visit, job.report, findingsOf(report.content, context));
      await moveOn(db, visit);
      const waited = job.waited ?? 0;
      const hashes = report.content.photos.map(({ hash }) => hash);
      if (waited < mostWaits && (await isUnprepared(db, hashes))) {
        await askAgain(db, checkTask, { ...job, waited: waited + 1 }, 5 * 2 ** waited);
      }
    });
  }

  /** A report that could not be looked at, however often it was tried, goes to its reviewer all the same, and says so. */
  giveUp(job: CheckJob): Promise<void> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, job.visit);
      if (!visit || !isOpen(visit, job)) return;
      if (visit.state === 'submitted') await keepFindings(db, visit, job.report, failed);
      await moveOn(db, visit);
    });
  }
}

function isOpen({ state, reportId }: Visit, { report }: CheckJob): boolean {
  return reportId === report && (state === 'submitted' || state === 'checked');
}

async function moveOn(db: EntityManager, visit: Visit): Promise<void> {
  if (visit.state === 'submitted') await moveVisit(db, null, visit, { to: 'checked', verb: null });
}
