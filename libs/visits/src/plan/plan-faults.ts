import { Problem, type Fault } from '#contract';
import { mostFaults } from '#documents';
import { contradictionFaults, type VisitPlan } from '#fieldwork';
import { readInstrument } from '#instruments';
import type { NamedInstrument } from './visit-plan.queries.js';

/** The refusal of a plan, with the first thousand of its faults. */
export function planInvalid(faults: readonly Fault[]): Problem {
  return new Problem('visit.planInvalid', { params: { count: faults.length }, faults: faults.slice(0, mostFaults) });
}

/** What a plan is held against beside its own shape. */
export interface PlanSurroundings {
  readonly cycle: { readonly startsOn: string; readonly endsOn: string };
  /** Codes of the centres that serve in the cycle. */
  readonly centres: ReadonlySet<string>;
  /** What there is of the plan's instruments, in its order. */
  readonly instruments: readonly NamedInstrument[];
}

/** What of a plan does not fit its cycle, the network and the published instruments. */
export function misfits(plan: VisitPlan, { cycle, centres, instruments }: PlanSurroundings): Fault[] {
  const days = { min: cycle.startsOn, max: cycle.endsOn };
  const outside = (day: string) => day < cycle.startsOn || day > cycle.endsOn;
  return [
    ...plan.waves.flatMap((wave, at) =>
      (['from', 'to'] as const)
        .filter((end) => outside(wave[end]))
        .map((end): Fault => ({ where: `waves[${at}].${end}`, value: wave[end], reason: 'outOfRange', params: days })),
    ),
    ...plan.instruments.flatMap((_, at) => instrumentFaults(plan, at, instruments[at])),
    ...plan.centres.flatMap(({ centre }, at): Fault[] =>
      centres.has(centre) ? [] : [{ where: `centres[${at}].centre`, value: centre, reason: 'unknown' }],
    ),
  ];
}

/** It is published and filled by mystery shoppers, and the contradictions about it can be looked for in its sheets. */
function instrumentFaults(plan: VisitPlan, at: number, found: NamedInstrument | undefined): readonly Fault[] {
  const named = plan.instruments[at];
  const fault = { where: `instruments[${at}]`, value: `${named?.code} ${named?.version}` };
  const instrument = found?.id ? readInstrument(found.document).instrument : null;
  if (!instrument) return [{ ...fault, reason: 'unknown' }];
  if (instrument.filledBy === 'mysteryShopper') return contradictionFaults(plan.contradictions, instrument);
  return [{ ...fault, reason: 'invalid', params: { expected: 'mysteryShopper' } }];
}
