import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import type { Fault } from '#contract';
import { cycleOf, findPrevious, type Cycle } from '#cycles';
import { Database } from '#database';
import { contentHash } from '#documents';
import { coverageOf, readVisitPlan, type ProgrammeCoverage, type VisitPlan } from '#fieldwork';
import { listServing } from '#network';
import { listCovered } from './coverage.queries.js';
import { changesOfFixed } from './fixed-fields.js';
import { plansNew } from './new-visits.js';
import { misfits, planInvalid } from './plan-faults.js';
import { insertPlanned } from './planned.queries.js';
import { powerOf, type CentrePower } from './power.js';
import { listSpreads } from './power.queries.js';
import { todayIn } from './today.js';
import { findPlan, keepPlan, listInstruments, planOf, wavesMade, type StoredPlan } from './visit-plan.queries.js';

/** What saving a plan did. */
export interface PlanReceipt {
  readonly hash: string;
  /** False: exactly this plan was there already. */
  readonly changed: boolean;
}

/** What making the visits of a plan did. */
export interface MadeVisits {
  /** Visits that were added; the two of a double visit are two. */
  readonly made: number;
  /** Centres that got some. */
  readonly centres: number;
}

/** The plan of a cycle's visits, and the visits it makes. */
@Injectable()
export class VisitPlans {
  constructor(private readonly database: Database) {}

  /** The plan of a cycle. Refuses with `cycle.unknown` and `visit.planMissing`. */
  find(cycleKey: string): Promise<StoredPlan> {
    return this.database.read(async (db) => planOf(db, await cycleOf(db, cycleKey)));
  }

  /**
   * Keeps a plan, in place of the one before; the same again changes nothing. Once visits are made it may change in what does
   * not describe them (see `changesOfFixed`); visits that are made stay as they are. Refuses with `visit.planInvalid` and all
   * that is wrong.
   * @param placed says of a fault where it stands for who wrote the plan: in the cell of a workbook
   */
  save(cycleKey: string, document: unknown, placed: (fault: Fault) => Fault = asItIs): Promise<PlanReceipt> {
    const { plan, faults } = readVisitPlan(document);
    if (!plan) return Promise.reject(planInvalid(faults.map(placed)));
    const hash = contentHash(plan);
    return this.database.transaction(async (db) => {
      const cycle = await cycleOf(db, cycleKey);
      await db.query('select from cycles where id = $1 for no key update', [cycle.id]); // one plan at a time, the first too
      const before = await findPlan(db, cycle.id, true);
      const wrong = [...(await misfitsOf(db, cycle, plan)), ...(await changesOf(db, cycle, before, plan))];
      if (wrong.length > 0) throw planInvalid(wrong.map(placed));
      await keepPlan(db, cycle.id, plan, hash);
      return { hash, changed: before?.hash !== hash };
    });
  }

  /**
   * Makes the visits of every centre in every wave that has none yet: once more adds those of new centres and waves alone.
   * Refuses with `cycle.unknown` and `visit.planMissing`.
   */
  make(actor: Actor, cycleKey: string): Promise<MadeVisits> {
    return this.database.transaction(async (db) => {
      const cycle = await cycleOf(db, cycleKey);
      const { plan } = await planOf(db, cycle, true);
      const visits = await plansNew(db, cycle, plan);
      await insertPlanned(db, actor, visits);
      return { made: visits.length, centres: new Set(visits.map(({ centreId }) => centreId)).size };
    });
  }

  /** How far the visits of a cycle are, by centre and wave. Refuses with `cycle.unknown` and `visit.planMissing`. */
  coverage(cycleKey: string): Promise<ProgrammeCoverage> {
    return this.database.read(async (db) => {
      const cycle = await cycleOf(db, cycleKey);
      const { plan } = await planOf(db, cycle);
      return coverageOf(await listCovered(db, cycle.id), todayIn(plan.timeZone), plan);
    });
  }

  /** Whether the planned visits can show a change, centre by centre. Refuses with `cycle.unknown` and `visit.planMissing`. */
  power(cycleKey: string): Promise<CentrePower[]> {
    return this.database.read(async (db) => {
      const cycle = await cycleOf(db, cycleKey);
      const { plan } = await planOf(db, cycle);
      const previous = await findPrevious(db, cycle);
      const visited = new Set(plan.instruments.flatMap(({ channelTypes }) => channelTypes));
      const centres = (await listServing(db, cycle)).filter(({ channelType }) => visited.has(channelType));
      return powerOf(plan, centres, previous ? await listSpreads(db, previous.id) : []);
    });
  }
}

const asItIs = (fault: Fault): Fault => fault;

async function misfitsOf(db: EntityManager, cycle: Cycle, plan: VisitPlan): Promise<Fault[]> {
  const centres = new Set((await listServing(db, cycle)).map(({ code }) => code));
  return misfits(plan, { cycle, centres, instruments: await listInstruments(db, plan.instruments) });
}

async function changesOf(
  db: EntityManager,
  cycle: Cycle,
  before: StoredPlan | null,
  plan: VisitPlan,
): Promise<Fault[]> {
  const made = before ? await wavesMade(db, cycle.id) : new Set<string>();
  return before && made.size > 0 ? changesOfFixed(before.plan, plan, made) : [];
}
