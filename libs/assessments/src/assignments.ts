import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Accounts, type Actor } from '#access';
import { Problem } from '#contract';
import { Database, evidenceChanged } from '#database';
import { agencyOf, hasConflict, insertConflict, lockAccount } from '#network';
import { openAssessment, type Assessment, type DueDays } from './assessment.queries.js';
import { assignedTo, endAssignment, insertAssignment } from './assignment.queries.js';
import { endAssignmentsOf, lockAssessmentsOf, setGradingsAside } from './conflict.queries.js';
import type { Slot } from './settled.js';
import { isOffice, type CentreInCycle } from './visible.js';

export interface AssignmentRequest extends CentreInCycle {
  readonly slot: Slot;
  /** The name of an account with the role `assessor`. */
  readonly assessor: string;
}

export interface ConflictRequest {
  /** The name of the account. */
  readonly account: string;
  /** The agency's code. */
  readonly agency: string;
  readonly reason: string;
}

/** What declaring a conflict did. */
export interface ConflictReceipt {
  /** Assignments that it ended. */
  readonly ended: number;
  /** Gradings that no longer count; they are kept. */
  readonly setAside: number;
}

/** Who assesses which centre until when, and who may not. */
@Injectable()
export class Assignments {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
  ) {}

  /** Opens the assessment of a centre, or extends it: what is not given stays, or is the last day of the cycle. */
  open(centre: CentreInCycle, due: DueDays): Promise<Assessment> {
    return this.database.transaction((db) => openAssessment(db, centre, due));
  }

  /**
   * Assigns an assessor to a place at a centre and opens its assessment when it is not yet; who held the place before is
   * relieved, and his gradings count no longer. Once more changes nothing.
   */
  async assign({ slot, assessor, ...centre }: AssignmentRequest): Promise<Assessment> {
    const actor = await this.accounts.actorNamed(assessor);
    return this.database.transaction(async (db) => {
      const accountId = assessorOf(actor);
      await lockAccount(db, accountId);
      const assessment = await openAssessment(db, centre);
      if (await place(db, assessment, slot, actor)) await evidenceChanged(db);
      return assessment;
    });
  }

  /**
   * Declares that an account may not assess an agency, nor those it came from or went on as: ends its assignments there,
   * and its gradings in cycles that are not published count no longer. Everybody may declare his own; the office all.
   */
  async declareConflict(actor: Actor, { account, agency, reason }: ConflictRequest): Promise<ConflictReceipt> {
    if (!isOffice(actor) && actor.name !== account) throw new Problem('access.notAllowed');
    const { accountId } = await this.accounts.actorNamed(account);
    return this.database.transaction(async (db) => {
      const { id: agencyId } = await agencyOf(db, agency);
      const holder = accountId ?? '';
      await lockAccount(db, holder);
      await insertConflict(db, { accountId: holder, agencyId, reason });
      await lockAssessmentsOf(db, holder, agencyId);
      const ended = await endAssignmentsOf(db, holder, agencyId);
      const setAside = await setGradingsAside(db, holder, agencyId);
      if (ended + setAside > 0) await evidenceChanged(db);
      return { ended, setAside };
    });
  }
}

function assessorOf({ accountId, name, role }: Actor): string {
  if (accountId === null || role !== 'assessor') throw new Problem('assessment.notAssessor', { params: { name } });
  return accountId;
}

/** Puts an assessor in a place. @returns whether anything changed */
export async function place(db: EntityManager, assessment: Assessment, slot: Slot, actor: Actor): Promise<boolean> {
  const { name } = actor;
  const accountId = assessorOf(actor);
  if (await hasConflict(db, accountId, assessment.agencyId)) {
    throw new Problem('assessment.conflictOfInterest', { params: { assessor: name, agency: assessment.agency } });
  }
  const assigned = await assignedTo(db, assessment);
  if (assigned.get(slot) === accountId) return false;
  if ([...assigned.values()].includes(accountId)) {
    throw new Problem('assessment.assignedAlready', { params: { name } });
  }
  await endAssignment(db, assessment, slot);
  await insertAssignment(db, assessment, slot, accountId);
  return true;
}
