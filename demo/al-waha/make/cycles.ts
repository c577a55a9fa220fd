import { centres, type DemoCentre } from './network.js';

/** A cycle of Al Waha. */
export interface DemoCycle {
  readonly key: '2025' | '2026';
  /** 0: the first, 1: the second. */
  readonly at: 0 | 1;
  readonly scheme: string;
  /** The version of the form for visits to service centres. */
  readonly visitForm: string;
}

export const cycles: readonly DemoCycle[] = [
  { key: '2025', at: 0, scheme: 'global-stars-1', visitForm: 'service-centre-visit-1' },
  { key: '2026', at: 1, scheme: 'global-stars-2', visitForm: 'service-centre-visit-2' },
];

/** The centres that serve in a cycle. */
export function servingIn({ key }: DemoCycle): readonly DemoCentre[] {
  return centres.filter(
    ({ opensOn, closesOn }) =>
      (opensOn === null || opensOn <= `${key}-12-31`) && (closesOn === null || closesOn >= `${key}-01-01`),
  );
}
