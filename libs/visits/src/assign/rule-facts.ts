import type { EntityManager } from 'typeorm';
import type { Fault } from '#contract';
import {
  ruleFaults,
  type AssignmentRules,
  type HeldVisit,
  type OpenVisit,
  type Shopper,
  type VisitPlan,
} from '#fieldwork';
import { listBonds } from '#network';
import type { Shopper as KnownShopper } from '../people/shopper.queries.js';
import { listHistory, listOpen } from './rule-facts.queries.js';

/** All that the rules ask about some visits and some shoppers. */
export class RuleFacts {
  private constructor(
    private readonly rules: AssignmentRules,
    private readonly open: ReadonlyMap<string, OpenVisit>,
    private readonly shoppers: ReadonlyMap<string, KnownShopper>,
    /** `account:agency` of those who belong to an agency or its kin, and of those who declared a conflict. */
    private readonly own: ReadonlySet<string>,
    private readonly conflicts: ReadonlySet<string>,
    private readonly history: Map<string, HeldVisit[]>,
  ) {}

  /** Read after what may change is locked. */
  static async of(
    db: EntityManager,
    { cycleId, plan }: { readonly cycleId: string; readonly plan: VisitPlan },
    visitIds: readonly string[],
    shoppers: readonly KnownShopper[],
  ): Promise<RuleFacts> {
    const open = await listOpen(db, visitIds);
    const [centres, agencies] = [open.map(({ centre }) => centre), open.map(({ agency }) => agency)];
    const days = Math.max(plan.rules.sameCentreDays, plan.rules.daysBetween);
    const history = await listHistory(db, [...new Set(centres)], { cycleId, timeZone: plan.timeZone, days });
    const bonds = await listBonds(
      db,
      shoppers.map(({ accountId }) => accountId),
      [...new Set(agencies)],
    );
    const keys = (some: typeof bonds) => new Set(some.map(({ accountId, agencyId }) => `${accountId}:${agencyId}`));
    return new RuleFacts(
      plan.rules,
      new Map(open.map((visit) => [visit.id, visit])),
      new Map(shoppers.map((shopper) => [shopper.accountId, shopper])),
      keys(bonds.filter(({ own }) => own)),
      keys(bonds.filter(({ conflict }) => conflict)),
      Map.groupBy(history, ({ centre }) => centre),
    );
  }

  /** The rules that an assignment would break. */
  broken(visitId: string, accountId: string): readonly Fault[] {
    const [visit, known] = [this.open.get(visitId), this.shoppers.get(accountId)];
    if (!visit || !known) throw new RangeError('No facts about this visit and shopper');
    const at = `${accountId}:${visit.agency}`;
    const shopper: Shopper = {
      id: accountId,
      active: known.active,
      gender: known.gender,
      languages: known.languages,
      agency: this.own.has(at) ? visit.agency : null,
      conflicts: this.conflicts.has(at) ? [visit.agency] : [],
    };
    return ruleFaults(this.rules, { visit, shopper }, this.history.get(visit.centre) ?? []);
  }

  /** From now on the shopper has the visit. */
  give(visitId: string, accountId: string): void {
    const visit = this.open.get(visitId);
    if (!visit) return;
    const { id, centre, due, pair } = visit;
    const held = this.history.get(centre) ?? [];
    this.history.set(centre, [...held, { id, centre, due, pair, shopper: accountId, thisCycle: true }]);
  }

  /** Everything as one asks who could make which visits. Who is bound to an agency in any way has a conflict there. */
  forProposal(): { visits: OpenVisit[]; shoppers: Shopper[]; history: HeldVisit[] } {
    const bound = [...this.own, ...this.conflicts].map((key) => key.split(':'));
    const shoppers = [...this.shoppers.values()].map(({ accountId, active, gender, languages }): Shopper => {
      const conflicts = bound.flatMap(([account, agency = '']) => (account === accountId ? [agency] : []));
      return { id: accountId, active, gender, languages, agency: null, conflicts };
    });
    return { visits: [...this.open.values()], shoppers, history: [...this.history.values()].flat() };
  }
}

/** Rules to which there is never an exception. */
const absolute: ReadonlySet<Fault['reason']> = new Set(['ruleOwnAgency', 'ruleConflict']);

/** The broken rules that stand in the way: all of them without a reason for an exception, else those without exceptions. */
export function standing(broken: readonly Fault[], exception: string | null): readonly Fault[] {
  if (exception === null) return broken;
  return broken.some(({ reason }) => absolute.has(reason)) ? broken : [];
}
