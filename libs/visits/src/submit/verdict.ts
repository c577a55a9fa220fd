import { Problem, type Fault } from '#contract';
import { faultAt } from '#documents';
import { transitionOf, type VisitReceipt, type VisitState } from '#fieldwork';
import type { Beside } from '../beside/beside.queries.js';
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
  readonly beside: Beside;
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

/** A report that is to be stored: it stands from now on, or with a revision of 0 or less is kept beside the visit. */
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
  if (!visit) return refused('visit.unknown');
  const isBeside = isAdmitted(arrival, visit);
  if (visit.shopperId !== arrival.accountId && !isBeside) return refused('visit.unknown');
  const problem = isBeside ? unfit(arrival, visit, ledger) : refusalOf(arrival, visit, ledger);
  if (problem) return { kind: 'refused', problem };
  const revision = isBeside ? visit.beside.next : visit.revision + 1;
  const report = { arrival, visit, receipt: receiptFor(arrival, visit, revision, ledger.now) };
  ledger.receipts.set(arrival.id, report.receipt);
  const after = isBeside ? withBeside(visit, arrival) : ({ ...visit, state: 'submitted', reportId: arrival.id, revision } as const); // prettier-ignore
  ledger.visits.set(visit.id, after);
  return { kind: 'new', report };
}

/** Whether a shopper can send a report about a visit in the ordinary way: it is his, and waits for one. */
export function isOpenTo({ shopperId, state }: Pick<PlannedVisit, 'shopperId' | 'state'>, accountId: string): boolean {
  return shopperId === accountId && transitionOf(state, 'submitted', 'visit.submit') !== null;
}

function isAdmitted({ accountId }: Arrival, visit: PlannedVisit): boolean {
  return !isOpenTo(visit, accountId) && (visit.beside.admitted.get(accountId) ?? 0) > 0;
}

/** The visit stays as it is; the report has used its admission up. */
function withBeside(visit: PlannedVisit, { accountId }: Arrival): PlannedVisit {
  const { next, admitted } = visit.beside;
  const left = new Map(admitted).set(accountId, (admitted.get(accountId) ?? 0) - 1);
  return { ...visit, beside: { next: next - 1, admitted: left } };
}

function verdictOnRepeated({ accountId, hash, sent }: Arrival, receipt: StoredReceipt): Verdict {
  if (receipt.accountId !== accountId) return refused('visit.unknown');
  const same = receipt.hash === hash && receipt.assignment === sent.assignment;
  return same ? { kind: 'known', receipt } : refused('visit.conflict');
}

function refusalOf(arrival: Arrival, visit: PlannedVisit, ledger: Ledger): Problem | null {
  const { sent } = arrival;
  const { state, reportId, due } = visit;
  const replaces = sent.replaces?.toLowerCase() ?? null;
  if (replaces !== reportId) return new Problem('visit.replacesOther', { params: { standing: reportId ?? '–' } });
  const transition = transitionOf(state, 'submitted', 'visit.submit');
  if (!transition) return new Problem('visit.moveRefused', { params: { state, to: 'submitted' } });
  if (transition.reason && sent.reason === undefined) return new Problem('visit.reasonNeeded');
  // What was sent back comes again when it is mended: the window was for going there.
  if (reportId === null && ledger.now.getTime() >= due.refusedFrom) {
    return new Problem('visit.tooLate', { params: { until: due.until } });
  }
  return unfit(arrival, visit, ledger);
}

/** What no report may lack, whichever way it comes in. */
function unfit(arrival: Arrival, visit: PlannedVisit, ledger: Ledger): Problem | null {
  const { sent, instrumentId } = arrival;
  if (visit.instrumentId === instrumentId) return mediaMissing(arrival, ledger);
  const found = `${sent.instrument.code} ${sent.instrument.version}`;
  return new Problem('visit.instrumentDiffers', { params: { expected: visit.instrument, found } });
}

function mediaMissing({ accountId, sent }: Arrival, ledger: Ledger): Problem | null {
  const faults = sent.photos.flatMap(({ hash }, at): Fault[] =>
    ledger.holds(accountId, hash) ? [] : [faultAt(`photos[${at}].hash`, 'notArrived', undefined, hash)],
  );
  return faults.length === 0 ? null : new Problem('visit.mediaMissing', { params: { count: faults.length }, faults });
}

function receiptFor(arrival: Arrival, visit: PlannedVisit, revision: number, now: Date): StoredReceipt {
  return {
    id: arrival.id,
    assignment: visit.id,
    accountId: arrival.accountId,
    revision,
    hash: arrival.hash,
    receivedAt: now.toISOString(),
    late: arrival.sent.replaces === undefined && now.getTime() >= visit.due.lateFrom,
    media: arrival.photos,
  };
}

function refused(code: 'visit.unknown' | 'visit.conflict'): Verdict {
  return { kind: 'refused', problem: new Problem(code) };
}
