import type { EntityManager } from 'typeorm';
import type { Actor } from '#access';
import { Problem, type Fault } from '#contract';
import type { Cycle } from '#cycles';
import { listShoppers, listShoppersNamed, type Shopper } from '../people/shopper.queries.js';
import { planOf } from '../plan/visit-plan.queries.js';
import type { Visit } from '../visit.entity.js';
import { give } from './giving.js';
import { RuleFacts, standing } from './rule-facts.js';
import { listPlaces, lockForAssigning, lockVisits } from './rule-facts.queries.js';

/** One line of a table of assignments. */
export interface WishRow {
  readonly line: number;
  /** Of the visit. */
  readonly id: string;
  /** An account's name; null: nobody is wished for. */
  readonly shopper: string | null;
  readonly exception: string | null;
}

/** A wish whose visit and shopper there are. */
interface SoundWish {
  readonly row: WishRow;
  readonly visit: Visit;
  readonly shopper: Shopper;
}

/** Assigns many visits of a cycle at once: all or none. */
export class Wishes {
  private readonly faults: Fault[] = [];

  constructor(
    private readonly db: EntityManager,
    private readonly actor: Actor,
    private readonly cycle: Cycle,
  ) {}

  /** @returns how many were assigned @throws Problem `visit.planMissing`, `import.rowsFaulty` with all faults by line */
  async fulfil(rows: readonly WishRow[]): Promise<number> {
    const { plan } = await planOf(this.db, this.cycle);
    const wishes = await this.sound(rows);
    const shoppers = [...new Map(wishes.map(({ shopper }) => [shopper.accountId, shopper])).values()];
    const ids = wishes.map(({ visit }) => visit.id);
    const facts = await RuleFacts.of(this.db, { cycleId: this.cycle.id, plan }, ids, shoppers);
    const names = new Map((await listShoppers(this.db)).map(({ accountId, name }) => [accountId, name]));
    const open = wishes.filter((wish) => this.isOpen(wish, names));
    const broken = open.map((wish) => this.brokenBy(wish, facts));
    this.refuseFaults();
    for (const [at, { row, visit, shopper }] of open.entries()) {
      await give(this.db, this.actor, visit, { shopper, broken: broken[at] ?? [], exception: row.exception });
    }
    return open.length;
  }

  /** Finds what the rows name and locks it, all in the order in which everybody locks. */
  private async sound(rows: readonly WishRow[]): Promise<SoundWish[]> {
    const places = (
      await listPlaces(
        this.db,
        rows.map(({ id }) => id),
      )
    ).filter(({ cycleId }) => cycleId === this.cycle.id);
    const shoppers = await listShoppersNamed(
      this.db,
      rows.map(({ shopper }) => shopper ?? ''),
    );
    const accounts = shoppers.map(({ accountId }) => accountId);
    await lockForAssigning(this.db, accounts, [...new Set(places.map(({ centreId }) => centreId))]);
    const visits = await lockVisits(
      this.db,
      places.map(({ id }) => id),
    );
    const byName = new Map(shoppers.map((one) => [one.name, one]));
    return rows.flatMap((row) => {
      const [visit, shopper] = [visits.get(row.id), byName.get(row.shopper?.toLowerCase() ?? '')];
      if (!visit) this.fault(row, 'id', { reason: 'unknown' });
      if (!shopper) this.fault(row, 'shopper', { reason: 'unknown' });
      return visit && shopper ? [{ row, visit, shopper }] : [];
    });
  }

  /** Whether there is anything to do. What another has, or what was sent, is not given away by a table. */
  private isOpen({ row, visit, shopper }: SoundWish, names: ReadonlyMap<string, string>): boolean {
    if (visit.state === 'planned') return true;
    if (visit.shopperId !== shopper.accountId) {
      const stored = `${names.get(visit.shopperId ?? '') ?? ''} (${visit.state})`;
      this.fault(row, 'shopper', { reason: 'contradicts', params: { stored } });
    }
    return false;
  }

  private brokenBy({ row, visit, shopper }: SoundWish, facts: RuleFacts): readonly Fault[] {
    const broken = facts.broken(visit.id, shopper.accountId);
    for (const fault of standing(broken, row.exception)) this.fault(row, 'shopper', fault);
    facts.give(visit.id, shopper.accountId);
    return broken;
  }

  private fault(row: WishRow, where: 'id' | 'shopper', { reason, params }: Pick<Fault, 'reason' | 'params'>): void {
    const value = (row[where] ?? '').slice(0, 200);
    this.faults.push({ where, line: row.line, value, reason, ...(params ? { params } : {}) });
  }

  private refuseFaults(): void {
    if (this.faults.length === 0) return;
    const params = { count: this.faults.length };
    throw new Problem('import.rowsFaulty', { params, faults: this.faults.slice(0, 1_000) });
  }
}
