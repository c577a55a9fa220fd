import { Problem, type Fault } from '#contract';
import { faultAt } from '#documents';
import { transitionOf, type VisitReceipt, type VisitState } from '#fieldwork';
import type { Arrival } from './arrival.js';
import type { DueTime } from './due.js';

/** A planned visit as far as a report about it is decided by it; the transaction holds it locked. */
export interface PlannedVisit {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly id: string;
  readonly shopperId: string | null;
  readonly state: VisitState;
  readonly reportId: string | null;
  /** The greatest revision there is; 0: none was sent yet. */
  readonly revision: number;
  readonly instrumentId: string;
  /** Its name, for people. */
  readonly instrument: string;
  readonly due: DueTime;
}

/** A receipt as it is kept, with whose it is. */
export interface StoredReceipt extends VisitReceipt {
  readonly accountId: string;
}

/** All that a report is decided by. What is decided in the same transaction before it is in there already. */
export interface Ledger {
  readonly visits: Map<string, PlannedVisit>;
  readonly receipts: Map<string, StoredReceipt>;
  /** Whether an account has sent a photo whole. */
  holds(accountId: string, hash: string): boolean;
  /** The server's time. */
  readonly now: Date;
}

/** A report that is to be stored. */
export interface NewReport {
  readonly arrival: Arrival;
  readonly visit: PlannedVisit;
  readonly receipt: StoredReceipt;
}

/** What becomes of a report: stored now, stored before with the same content, or refused. */
export type Verdict =
  | { readonly kind: 'new'; readonly report: NewReport }
  | { readonly kind: 'known'; readonly receipt: StoredReceipt }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Decides about one report, and notes in the ledger what it changes: the next of the same transaction sees it. */
export function verdictOn(arrival: Arrival, ledger: Ledger): Verdict {
  const earlier = ledger.receipts.get(arrival.id);
  if (earlier) return verdictOnRepeated(arrival, earlier);
  const visit = ledger.visits.get(arrival.sent.assignment);
  if (!visit || visit.shopperId !== arrival.accountId) return refused('visit.unknown');
  const problem = refusalOf(arrival, visit, ledger);
  if (problem) return { kind: 'refused', problem };
  const report = { arrival, visit, receipt: receiptFor(arrival, visit, ledger.now) };
  ledger.receipts.set(arrival.id, report.receipt);
  ledger.visits.set(visit.id, { ...visit, state: 'submitted', reportId: arrival.id, revision: visit.revision + 1 });
  return { kind: 'new', report };
}

function verdictOnRepeated({ accountId, hash, sent }: Arrival, receipt: StoredReceipt): Verdict {
  if (receipt.accountId !== accountId) return refused('visit.unknown');
  const same = receipt.hash === hash && receipt.assignment === sent.assignment;
  return same ? { kind: 'known', receipt } : refused('visit.conflict');
}

function refusalOf(arrival: Arrival, visit: PlannedVisit, ledger: Ledger): Problem | null {
  const { sent, instrumentId } = arrival;
  const { state, reportId, due } = visit;
  const replaces = sent.replaces?.toLowerCase() ?? null;
  if (replaces !== reportId) return new Problem('visit.replacesOther', { params: { standing: reportId ?? '–' } });
  const transition = transitionOf(state, 'submitted', 'visit.submit');
  if (!transition) return new Problem('visit.moveRefused', { params: { state, to: 'submitted' } });
  if (transition.reason && sent.reason === undefined) return new Problem('visit.reasonNeeded');
  if (visit.instrumentId !== instrumentId) {
    const found = `${sent.instrument.code} ${sent.instrument.version}`;
    return new Problem('visit.instrumentDiffers', { params: { expected: visit.instrument, found } });
  }
  // What was sent back comes again when it is mended: the window was for going there.
  if (reportId === null && ledger.now.getTime() >= due.refusedFrom) {
    return new Problem('visit.tooLate', { params: { until: due.until } });
  }
  return mediaMissing(arrival, ledger);
}

function mediaMissing({ accountId, sent }: Arrival, ledger: Ledger): Problem | null {
  const faults = sent.photos.flatMap(({ hash }, at): Fault[] =>
    ledger.holds(accountId, hash) ? [] : [faultAt(`photos[${at}].hash`, 'notArrived', undefined, hash)],
  );
  return faults.length === 0 ? null : new Problem('visit.mediaMissing', { params: { count: faults.length }, faults });
}

function receiptFor(arrival: Arrival, visit: PlannedVisit, now: Date): StoredReceipt {
  return {
    id: arrival.id,
    assignment: visit.id,
    accountId: arrival.accountId,
    revision: visit.revision + 1,
    hash: arrival.hash,
    receivedAt: now.toISOString(),
    late: visit.reportId === null && now.getTime() >= visit.due.lateFrom,
    media: arrival.photos,
  };
}

function refused(code: 'visit.unknown' | 'visit.conflict'): Verdict {
  return { kind: 'refused', problem: new Problem(code) };
}
