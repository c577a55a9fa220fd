import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import { hasConflict } from '#network';
import { faultsIn, type Criteria, type Judgement } from './criteria.js';
import { findGrading, insertGrading, type GradedBy, type StoredGrading } from './grading.queries.js';
import { bothSubmitted, differ } from './settled.js';
import { listGradings } from './standing.queries.js';
import { isOwn, visibleTo, type CentreInCycle, type Visible } from './visible.js';

/** A grading as a client sends it. */
export interface SentGrading extends CentreInCycle, Judgement {
  /** A UUID minted by the client, so that a grading sent twice is stored once. */
  readonly id: string;
}

export interface GradingReceipt {
  readonly id: string;
  /** 1 for the first of this account about the criterion. */
  readonly revision: number;
  readonly at: Date;
}

/** Refuses what somebody may not say now. */
type Check = (db: EntityManager, actor: Actor, visible: Visible, criterion: string) => Promise<void>;

/**
 * What agencies and assessors say about criteria: evidence, never rewritten. The same id with the same content gives the
 * first receipt again; with other content it is refused as `assessment.idTaken`.
 */
@Injectable()
export class Gradings {
  constructor(private readonly database: Database) {}

  /** Grades a criterion for one's own agency, until the day the self-assessment is due. */
  selfAssess(actor: Actor, sent: SentGrading, criteria: Criteria): Promise<GradingReceipt> {
    return this.submit(actor, 'self', sent, criteria, checkSelf);
  }

  /** Grades a criterion as first or second assessor; fixed as soon as both have. */
  grade(actor: Actor, sent: SentGrading, criteria: Criteria): Promise<GradingReceipt> {
    return this.submit(actor, 'assessor', sent, criteria, checkGrade);
  }

  /** Settles a criterion on which both assessors have graded differently. */
  settle(actor: Actor, sent: SentGrading, criteria: Criteria): Promise<GradingReceipt> {
    return this.submit(actor, 'assessor', sent, criteria, checkSettle);
  }

  private submit(
    actor: Actor,
    by: GradedBy,
    sent: SentGrading,
    criteria: Criteria,
    check: Check,
  ): Promise<GradingReceipt> {
    return this.database.transaction(async (db) => {
      const visible = await visibleTo(db, actor, sent, 'lock');
      const { assessment } = visible;
      const accountId = accountOf(actor);
      const { id, criterion, level, reason } = sent;
      const grading = { id, criterion, level, reason, by, accountId };
      const earlier = await findGrading(db, assessment, id);
      if (earlier) return receiptFor(earlier, { ...grading, centreId: assessment.centreId });
      await check(db, actor, visible, criterion);
      const faults = faultsIn(sent, criteria, assessment.channelType);
      if (faults.length > 0) throw new Problem('request.invalid', { faults });
      const stored = await insertGrading(db, assessment, grading);
      await evidenceChanged(db);
      return receiptOf(stored);
    });
  }
}

function accountOf({ accountId }: Actor): string {
  if (accountId === null) throw new Problem('assessment.notAssigned');
  return accountId;
}

const sameFields = ['centreId', 'criterion', 'by', 'accountId', 'level', 'reason'] as const;

function receiptFor(earlier: StoredGrading, sent: Pick<StoredGrading, (typeof sameFields)[number]>): GradingReceipt {
  if (sameFields.some((field) => earlier[field] !== sent[field])) throw new Problem('assessment.idTaken');
  return receiptOf(earlier);
}

function receiptOf({ id, revision, at }: StoredGrading): GradingReceipt {
  return { id, revision, at };
}

function checkSelf(_db: EntityManager, actor: Actor, { assessment }: Visible): Promise<void> {
  if (!isOwn(actor, assessment)) throw new Problem('assessment.notAssigned');
  if (!assessment.selfOpen) throw new Problem('assessment.pastDue', { params: { due: assessment.selfDueOn } });
  return Promise.resolve();
}

async function checkGrade(db: EntityManager, actor: Actor, visible: Visible, criterion: string): Promise<void> {
  if (visible.slot !== 'first' && visible.slot !== 'second') throw new Problem('assessment.notAssigned');
  await checkAssessor(db, actor, visible);
  const standing = (await listGradings(db, visible.assessment, criterion)).get(criterion);
  const places = new Set(visible.assigned.keys());
  if (standing && bothSubmitted(places, standing.assessors)) throw new Problem('assessment.bothSubmitted');
}

async function checkSettle(db: EntityManager, actor: Actor, visible: Visible, criterion: string): Promise<void> {
  if (visible.slot !== 'settler') throw new Problem('assessment.notAssigned');
  await checkAssessor(db, actor, visible);
  const standing = (await listGradings(db, visible.assessment, criterion)).get(criterion);
  const places = new Set(visible.assigned.keys());
  if (!standing || !bothSubmitted(places, standing.assessors)) throw new Problem('assessment.notBothSubmitted');
  if (!differ(places, standing.assessors)) throw new Problem('assessment.nothingToSettle');
}

async function checkAssessor(db: EntityManager, actor: Actor, { assessment }: Visible): Promise<void> {
  if (await hasConflict(db, accountOf(actor), assessment.agencyId)) {
    const params = { assessor: actor.name, agency: assessment.agency };
    throw new Problem('assessment.conflictOfInterest', { params });
  }
  if (!assessment.gradingOpen) throw new Problem('assessment.pastDue', { params: { due: assessment.gradingDueOn } });
}
