import type { Chance } from './chance.js';
import { centres, type DemoCentre } from './network.js';

/** Fiscal years from April; the last is under way. */
export type CycleKey = '2024-25' | '2025-26' | '2026-27';

/** A cycle of Al Waha that is over. */
export interface DemoCycle {
  readonly key: '2024-25' | '2025-26';
  /** 0: the first, 1: the second. */
  readonly at: 0 | 1;
  readonly scheme: string;
  /** The version of the form for visits to service centres. */
  readonly visitForm: string;
}

export const cycles: readonly [DemoCycle, DemoCycle] = [
  { key: '2024-25', at: 0, scheme: 'global-stars-1', visitForm: 'service-centre-visit-1' },
  { key: '2025-26', at: 1, scheme: 'global-stars-2', visitForm: 'service-centre-visit-2' },
];

/** Where a fiscal year begins and ends. */
function daysOf(key: CycleKey): readonly [string, string] {
  const year = Number(key.slice(0, 4));
  return [`${year}-04-01`, `${year + 1}-03-31`];
}

/** The last day of a cycle. */
export function lastDayOf(key: CycleKey): string {
  return daysOf(key)[1];
}

/** A day of a cycle, in its first eleven months. */
export function dayIn({ key }: DemoCycle, chance: Chance): string {
  const month = 3 + chance.below(11);
  const day = Date.UTC(Number(key.slice(0, 4)), month, 1 + chance.below(28));
  return new Date(day).toISOString().slice(0, 10);
}

/** The centres that serve in a cycle. */
export function servingIn(cycle: CycleKey): readonly DemoCentre[] {
  const [first, last] = daysOf(cycle);
  return centres.filter(
    ({ opensOn, closesOn }) => (opensOn === null || opensOn <= last) && (closesOn === null || closesOn >= first),
  );
}
