import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Problem } from '#contract';
import { Database, BoundedMap, type Outcome } from '#database';
import type { VisitReceipt } from '#fieldwork';
import { listBeside, nothingBeside } from '../beside/beside.queries.js';
import type { Arrival } from './arrival.js';
import { dueTimeOf, type DueTime } from './due.js';
import { storeFirst, type FirstReport } from './first-reports.js';
import {
  listHeld,
  listPlanTimes,
  listReceipts,
  listRevisions,
  lockVisits,
  storeReports,
  type LockedVisit,
  type PlanTimes,
} from './submit.queries.js';
import { isOpenTo, verdictOn, type Ledger, type NewReport, type StoredReceipt, type Verdict } from './verdict.js';

/** The receipt of a report, and whether this is the first time it is given. */
export interface Submitted {
  readonly receipt: VisitReceipt;
  readonly isNew: boolean;
}

/** Stores reports, many in one transaction. */
@Injectable()
export class ReportsStore {
  private readonly plans = new BoundedMap<string, PlanTimes>(100);
  private readonly dueTimes = new BoundedMap<string, DueTime>(5_000);

  constructor(private readonly database: Database) {}

  /** Stores what is new among reports, and says what becomes of each; comes back when they are committed. */
  async store(arrivals: readonly Arrival[]): Promise<Outcome<Submitted>[]> {
    const stored = new Map((await storeFirst(this.database, firstAmong(arrivals))).map((one) => [one.id, one]));
    const outcomes = arrivals.map((arrival): Outcome<Submitted> | null => {
      const first = stored.get(arrival.id);
      stored.delete(arrival.id); // of two alike one is new
      return first ? { answer: { receipt: receiptOf(arrival, first), isNew: true } } : null;
    });
    const rest = arrivals.filter((_, at) => outcomes[at] === null);
    const decided = rest.length === 0 ? [] : await this.decide(rest);
    const next = decided.values();
    return outcomes.map((outcome) => outcome ?? (next.next().value as Outcome<Submitted>));
  }

  /** Decides under locks about what is not beyond doubt. */
  private async decide(arrivals: readonly Arrival[]): Promise<Outcome<Submitted>[]> {
    const { verdicts, stored } = await this.database.transaction(async (db) => {
      const ledger = await this.ledgerFor(db, arrivals);
      const verdicts = arrivals.map((arrival) => verdictOn(arrival, ledger));
      const reports = verdicts.flatMap((verdict) => (verdict.kind === 'new' ? [verdict.report] : []));
      return { verdicts, stored: await storedOf(db, reports) };
    });
    const outcomes = verdicts.map((verdict) => outcomeOf(verdict, stored));
    // Somebody else has just taken the id of a report: decided once more, it is seen.
    const again = arrivals.filter((_, at) => outcomes[at] === null);
    const later = again.length === 0 ? [] : await this.decide(again);
    const next = later.values();
    return outcomes.map((outcome) => outcome ?? (next.next().value as Outcome<Submitted>));
  }

  private async ledgerFor(db: EntityManager, arrivals: readonly Arrival[]): Promise<Ledger> {
    const locked = await lockVisits(db, [...new Set(arrivals.map(({ sent }) => sent.assignment))]);
    const receipts = await listReceipts(
      db,
      arrivals.map(({ id }) => id),
    );
    const reported = locked.filter(({ reportId }) => reportId !== null);
    const revisions = reported.length > 0 ? await listRevisions(db, reported) : new Map<string, number>();
    const held = await listHeld(
      db,
      arrivals.flatMap(({ accountId, photos }) => photos.map((hash) => ({ accountId, hash }))),
    );
    const known = new Set(receipts.map(({ id }) => id));
    const beside = await listBeside(
      db,
      locked.filter((visit) =>
        arrivals.some(
          (one) => one.sent.assignment === visit.id && !known.has(one.id) && !isOpenTo(visit, one.accountId),
        ),
      ),
    );
    await this.learnPlans(db, locked);
    const visits = locked.map((visit) => {
      const there = { revision: revisions.get(visit.id) ?? 0, beside: beside.get(visit.id) ?? nothingBeside };
      return [visit.id, { ...visit, ...there, due: this.dueOf(visit) }] as const;
    });
    return {
      visits: new Map(visits),
      receipts: new Map(receipts.map((receipt) => [receipt.id, receipt])),
      holds: (accountId, hash) => held.has(`${accountId} ${hash}`),
      now: locked[0]?.now ?? new Date(),
    };
  }

  private async learnPlans(db: EntityManager, visits: readonly LockedVisit[]): Promise<void> {
    const unknown = new Set(visits.map(({ planHash }) => planHash).filter((hash) => !this.plans.get(hash)));
    if (unknown.size === 0) return;
    for (const plan of await listPlanTimes(db, [...unknown])) this.plans.set(plan.hash, plan);
  }

  private dueOf({ planHash, dueTo }: LockedVisit): DueTime {
    const key = `${planHash} ${dueTo}`;
    const known = this.dueTimes.get(key);
    if (known) return known;
    const plan = this.plans.get(planHash);
    if (!plan) throw new Error('The plan of a visit is gone while the visit is locked');
    return this.dueTimes.set(key, dueTimeOf(dueTo, plan.timeZone, plan.graceHours));
  }
}

/** Of those that replace nothing, one for each report and each visit. */
function firstAmong(arrivals: readonly Arrival[]): readonly Arrival[] {
  const taken = new Set<string>();
  return arrivals.filter(({ id, sent, instrumentId }) => {
    if (sent.replaces !== undefined || instrumentId === null || taken.has(id) || taken.has(sent.assignment))
      return false;
    taken.add(id).add(sent.assignment);
    return true;
  });
}

function receiptOf({ id, sent, hash, photos }: Arrival, { receivedAt }: FirstReport): VisitReceipt {
  const at = receivedAt.toISOString();
  return { id, assignment: sent.assignment, revision: 1, hash, receivedAt: at, late: false, media: photos };
}

function storedOf(
  db: EntityManager,
  reports: readonly NewReport[],
): Promise<ReadonlySet<string>> | ReadonlySet<string> {
  return reports.length === 0 ? new Set<string>() : storeReports(db, reports);
}

/** Null: somebody else took its id in the same moment. */
function outcomeOf(verdict: Verdict, stored: ReadonlySet<string>): Outcome<Submitted> | null {
  switch (verdict.kind) {
    case 'refused':
      return { problem: verdict.problem };
    case 'known':
      return { answer: { receipt: shown(verdict.receipt), isNew: false } };
    case 'new':
      if (!stored.has(verdict.report.receipt.id)) return null;
      return { answer: { receipt: shown(verdict.report.receipt), isNew: true } };
  }
}

function shown({ id, assignment, revision, hash, receivedAt, late, media }: StoredReceipt): VisitReceipt {
  return { id, assignment, revision, hash, receivedAt, late, media };
}

/** An id that an edit of the office has already: minted twice, or guessed. */
export function problemOfStoring(error: unknown): unknown {
  const { constraint } = (error as { driverError?: { constraint?: string } } | null)?.driverError ?? {};
  return constraint === 'visit_reports_pkey' ? new Problem('visit.conflict') : error;
}
