import type { Fault, FaultReason } from '#contract';
import { faultAt, mostFaults, type FaultParams } from '#documents';
import type { Flaw } from './flaw.js';

/** The faults found so far; what comes after the first thousand is not kept. */
export class Found {
  readonly faults: Fault[] = [];

  get isFull(): boolean {
    return this.faults.length >= mostFaults;
  }

  add(where: string, reason: FaultReason, params?: FaultParams, found?: unknown): void {
    if (!this.isFull) this.faults.push(faultAt(where, reason, params, found));
  }

  addFlaws(where: string, flaws: readonly Flaw[]): void {
    for (const { at, reason, params, found } of flaws) this.add(where + at, reason, params, found);
  }
}
