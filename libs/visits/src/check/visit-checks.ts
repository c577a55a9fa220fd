import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '#database';
import { findingsOf } from '#fieldwork';
import { KnownInstruments } from '#schemes';
import { findReport } from '../review/report.queries.js';
import { findVisitForUpdate, moveVisit } from '../visit-moves.js';
import type { Visit } from '../visit.entity.js';
import { checkContextOf } from './check-context.js';
import { isUnprepared } from './check-context.queries.js';
import type { CheckJob, ReportToCheck } from './check-task.js';
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
   * Looks at reports and moves their visits on, each by itself. The same job again changes nothing but findings that came
   * with photos prepared since; one about a report that was replaced, or a visit under review, does nothing.
   * @param isLastTry a report that still cannot be looked at goes to its reviewer all the same, and says so
   * @throws what kept it from looking at the report, of a job about one: of a job about more, that one gets its own
   */
  async work({ reports, waited = 0 }: CheckJob, isLastTry = false): Promise<void> {
    for (const report of reports) {
      try {
        await this.run(report, waited);
      } catch (error) {
        if (reports.length > 1) await this.database.transaction((db) => askAgain(db, { reports: [report] }, 1));
        else if (isLastTry) await this.giveUp(report);
        if (reports.length === 1) throw error;
      }
    }
  }

  /** Looks at one report. @param waited how often it was put off already */
  run(about: ReportToCheck, waited = 0): Promise<void> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, about.visit);
      if (!visit || !isOpen(visit, about)) return;
      const report = await findReport(db, visit, about.report);
      if (!report) throw new Error(`A visit names a report that is not there: ${about.report}`);
      const context = await checkContextOf(db, this.instruments, visit, report);
      await keepFindings(db, visit, about.report, findingsOf(report.content, context));
      await moveOn(db, visit);
      const hashes = report.content.photos.map(({ hash }) => hash);
      if (waited < mostWaits && (await isUnprepared(db, hashes))) {
        await askAgain(db, { reports: [about], waited: waited + 1 }, 5 * 2 ** waited);
      }
    });
  }

  private giveUp(about: ReportToCheck): Promise<void> {
    return this.database.transaction(async (db) => {
      const visit = await findVisitForUpdate(db, about.visit);
      if (!visit || !isOpen(visit, about)) return;
      if (visit.state === 'submitted') await keepFindings(db, visit, about.report, failed);
      await moveOn(db, visit);
    });
  }
}

function isOpen({ state, reportId }: Visit, { report }: ReportToCheck): boolean {
  return reportId === report && (state === 'submitted' || state === 'checked');
}

async function moveOn(db: EntityManager, visit: Visit): Promise<void> {
  if (visit.state === 'submitted') await moveVisit(db, null, visit, { to: 'checked', verb: null });
}
