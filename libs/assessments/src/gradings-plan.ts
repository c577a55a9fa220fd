import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { hasConflict, type ServingCentre } from '#network';
import { faultsIn, type Criteria } from './criteria.js';
import type { GradedBy } from './grading.queries.js';
import type { ImportedGrading } from './gradings-import.queries.js';
import type { Column, Faults, GradingRow } from './gradings-reader.js';
import { slots, type Slot } from './settled.js';
import type { Standings } from './standing.queries.js';

/** What the rows of a file are held against. */
export interface PlanContext {
  readonly criteria: Criteria;
  /** By code: the centres that serve in the cycle. */
  readonly centres: ReadonlyMap<string, ServingCentre>;
  /** By name: the accounts the file names, as far as there are any. */
  readonly actors: ReadonlyMap<string, Actor>;
  /** By the centre's id: who is assigned now. */
  readonly assigned: ReadonlyMap<string, ReadonlyMap<Slot, string>>;
  /** What stands before the import. */
  readonly standings: Standings;
}

/** Somebody whom the import puts in a place. */
export interface PlannedAssignment {
  readonly centreId: string;
  readonly slot: Slot;
  readonly accountId: string;
}

/** A row that can be taken, with what it belongs to; `slot` null for the agency's own grading. */
export interface PlannedRow extends ImportedGrading {
  readonly row: GradingRow;
  readonly slot: Slot | null;
}

/**
 * Holds the rows of a file against what is known: each centre, criterion, level and account, conflicts of interest, and
 * the places of assessors, which are given in the order in which they appear at a centre. What does not hold is a fault.
 */
export class GradingsPlan {
  readonly rows: PlannedRow[] = [];
  readonly assignments: PlannedAssignment[] = [];
  private readonly places = new Map<string, Map<Slot, string>>();
  private readonly conflicts = new Map<string, boolean>();

  constructor(
    private readonly context: PlanContext,
    private readonly faults: Faults,
  ) {}

  async add(db: EntityManager, row: GradingRow): Promise<void> {
    const before = this.faults.count;
    const centre = this.centreOf(row);
    const actor = this.context.actors.get(row.assessor);
    if (!actor?.accountId) this.fault(row, 'assessor', 'unknown');
    if (!centre || !actor?.accountId) return;
    for (const { where, reason, params } of faultsIn(row, this.context.criteria, centre.channelType)) {
      this.faults.add(row.line, where as Column, row[where as 'level'], reason, params);
    }
    const by = await this.byOf(db, row, centre, actor);
    const slot = by === 'assessor' ? this.slotOf(row, centre, actor.accountId) : null;
    if (!by || this.faults.count > before) return;
    const { line, criterion, level, reason } = row;
    const grading = { line, criterion, level, reason, by, accountId: actor.accountId };
    this.rows.push({ ...grading, centreId: centre.id, agencyId: centre.agencyId, row, slot });
  }

  /** A settler's row is in place only where the first two differ: by this file, or by what stood before. */
  checkSettlements(): void {
    const levels = new Map(this.rows.map((row) => [keyOf(row.centreId, row.criterion, row.slot), row.level]));
    const levelOf = (row: PlannedRow, slot: Slot): string | null | undefined => {
      const sent = levels.get(keyOf(row.centreId, row.criterion, slot));
      if (sent !== undefined) return sent;
      return this.context.standings.get(row.centreId)?.get(row.criterion)?.assessors[slot]?.level;
    };
    for (const row of this.rows.filter(({ slot }) => slot === 'settler')) {
      const [first, second] = [levelOf(row, 'first'), levelOf(row, 'second')];
      if (first === undefined || second === undefined || first === second) {
        this.fault(row.row, 'assessor', 'nothingToSettle');
      }
    }
  }

  private centreOf(row: GradingRow): ServingCentre | null {
    const centre = this.context.centres.get(row.centre);
    if (!centre) this.fault(row, 'centre', 'unknown');
    if (centre && row.agency !== null && row.agency !== centre.agency) {
      this.faults.add(row.line, 'agency', row.agency, 'contradicts', { stored: centre.agency });
    }
    return centre ?? null;
  }

  /** An account of the agency assesses itself; everybody else has to be an assessor without a conflict. */
  private async byOf(
    db: EntityManager,
    row: GradingRow,
    centre: ServingCentre,
    actor: Actor,
  ): Promise<GradedBy | null> {
    if (actor.role === 'agency' && actor.agencyId === centre.agencyId) return 'self';
    if (actor.role !== 'assessor') {
      this.faults.add(row.line, 'assessor', row.assessor, 'invalid', { expected: 'assessor' });
      return null;
    }
    const key = `${actor.accountId} ${centre.agencyId}`;
    const conflict = this.conflicts.get(key) ?? (await hasConflict(db, actor.accountId as string, centre.agencyId));
    this.conflicts.set(key, conflict);
    if (conflict) this.fault(row, 'assessor', 'conflictOfInterest');
    return conflict ? null : 'assessor';
  }

  private slotOf(row: GradingRow, { id }: ServingCentre, accountId: string): Slot | null {
    const places = this.places.get(id) ?? new Map(this.context.assigned.get(id));
    this.places.set(id, places);
    for (const [slot, holder] of places) if (holder === accountId) return slot;
    const free = slots.find((slot) => !places.has(slot));
    if (!free) {
      this.fault(row, 'assessor', 'noPlaceLeft');
      return null;
    }
    places.set(free, accountId);
    this.assignments.push({ centreId: id, slot: free, accountId });
    return free;
  }

  private fault(
    row: GradingRow,
    column: 'centre' | 'assessor',
    reason: 'unknown' | 'conflictOfInterest' | 'noPlaceLeft' | 'nothingToSettle',
  ): void {
    this.faults.add(row.line, column, row[column], reason);
  }
}

function keyOf(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}
