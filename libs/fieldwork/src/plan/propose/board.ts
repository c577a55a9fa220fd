import type { Fault } from '#contract';
import type { HeldVisit, OpenVisit, Shopper } from '../assignment.js';
import { centreRules, isTooNear } from '../centre-rules.js';
import { dated, type Dated } from '../dated-visit.js';
import { shopperRules } from '../shopper-rules.js';
import type { AssignmentRules } from '../visit-plan.js';

/** Who has which visit while a proposal is made: what stood before, and what is tried. */
export class Board {
  readonly #held = new Map<string, Map<string, Dated<HeldVisit>>>();
  readonly #shopperOf = new Map<string, string>();
  readonly #loads = new Map<string, number>();

  constructor(
    readonly rules: AssignmentRules,
    shoppers: readonly Shopper[],
    history: readonly HeldVisit[],
  ) {
    for (const { id } of shoppers) this.#loads.set(id, 0);
    for (const visit of history) {
      this.#at(visit.centre).set(visit.id, dated(visit));
      if (visit.thisCycle) this.#count(visit.shopper, 1);
    }
  }

  /** How many visits of the cycle a shopper has. */
  loadOf(shopper: string): number {
    return this.#loads.get(shopper) ?? 0;
  }

  /** Who was given a visit here; undefined: nobody. What stood before is not told. */
  shopperOf(visit: string): string | undefined {
    return this.#shopperOf.get(visit);
  }

  give(visit: Dated<OpenVisit>, shopper: string): void {
    const { id, centre, due, pair, first, last } = visit;
    this.#at(centre).set(id, { id, centre, due, pair, first, last, shopper, thisCycle: true });
    this.#shopperOf.set(id, shopper);
    this.#count(shopper, 1);
  }

  takeBack({ id, centre }: OpenVisit): void {
    const shopper = this.#shopperOf.get(id);
    if (shopper === undefined) return;
    this.#at(centre).delete(id);
    this.#shopperOf.delete(id);
    this.#count(shopper, -1);
  }

  /** Whether other visits to its centre keep a visit from everybody. */
  isBlocked(visit: Dated<OpenVisit>): boolean {
    return isTooNear(this.rules, { visit, held: this.#others(visit) });
  }

  /** Whether other visits to its centre leave a visit to a shopper. */
  isFree(visit: Dated<OpenVisit>, shopper: string): boolean {
    const at = { visit, shopper, held: this.#others(visit) };
    return centreRules.every((rule) => rule(this.rules, at) === null);
  }

  /** All that speaks against it: `ruleFaults` as things stand. */
  faults(visit: Dated<OpenVisit>, shopper: Shopper): readonly Fault[] {
    const at = { visit, shopper: shopper.id, held: this.#others(visit) };
    return [
      ...shopperRules.map((rule) => rule({ visit, shopper })),
      ...centreRules.map((rule) => rule(this.rules, at)),
    ].filter((fault) => fault !== null);
  }

  #others({ id, centre }: OpenVisit): Dated<HeldVisit>[] {
    return [...this.#at(centre).values()].filter((other) => other.id !== id);
  }

  #at(centre: string): Map<string, Dated<HeldVisit>> {
    const held = this.#held.get(centre) ?? new Map<string, Dated<HeldVisit>>();
    this.#held.set(centre, held);
    return held;
  }

  #count(shopper: string, by: 1 | -1): void {
    this.#loads.set(shopper, this.loadOf(shopper) + by);
  }
}
