import { Temporal } from 'temporal-polyfill';
import { isCounted, visitStates, type VisitState } from '../visit/visit-state.js';

/** A planned visit as coverage counts it. */
export interface CoveredVisit {
  readonly centre: string;
  readonly wave: string;
  readonly state: VisitState;
  /** The last due day, YYYY-MM-DD. */
  readonly dueTo: string;
  /** Whether what was sent came after the due days; false when nothing was sent. */
  readonly late: boolean;
}

/** How far visits are. Each count holds the next: planned ≥ assigned ≥ done ≥ approved. */
export interface Coverage {
  /** To be made: all but those replaced by others, which are planned themselves. */
  readonly planned: number;
  /** Somebody has or had it to make. */
  readonly assigned: number;
  /** A report was sent, also when it came back to be mended or was voided. */
  readonly done: number;
  /** Counted in the figures. */
  readonly approved: number;
  /** Nothing was sent, and nothing will be taken any more: the due days and the grace are over. */
  readonly missing: number;
  /** Of those done: sent after the due days. */
  readonly late: number;
  /** Given up for another visit; counted nowhere else. */
  readonly replaced: number;
}

/** The same for one centre in one wave. */
export interface PlaceCoverage extends Coverage {
  readonly centre: string;
  readonly wave: string;
}

/** How far the visits of a cycle are. */
export interface ProgrammeCoverage {
  readonly total: Coverage;
  /** In the order in which centre and wave first come. */
  readonly places: readonly PlaceCoverage[];
}

/**
 * Counts visits by centre and wave, and altogether.
 * @param today YYYY-MM-DD, in the time zone of the plan
 * @param grace hours after the due days for which a report is still taken, as plans have them; begun days count whole
 */
export function coverageOf(
  visits: readonly CoveredVisit[],
  today: string,
  { graceHours }: { readonly graceHours: number },
): ProgrammeCoverage {
  const grace = { days: Math.ceil(graceHours / 24) };
  // days are compared as they are written: YYYY-MM-DD
  const over = Temporal.PlainDate.from(today).subtract(grace).toString();
  const places = Map.groupBy(visits, ({ centre, wave }) => JSON.stringify([centre, wave]));
  return {
    total: countsOf(visits, over),
    places: [...places.values()].flatMap((own) =>
      own.slice(0, 1).map(({ centre, wave }) => ({ centre, wave, ...countsOf(own, over) })),
    ),
  };
}

function countsOf(visits: readonly CoveredVisit[], over: string): Coverage {
  const planned = visits.filter(({ state }) => state !== 'replaced');
  const done = planned.filter(({ state }) => sent.has(state));
  return {
    planned: planned.length,
    assigned: planned.filter(({ state }) => state !== 'planned').length,
    done: done.length,
    approved: done.filter(({ state }) => isCounted(state)).length,
    missing: planned.filter(({ state, dueTo }) => !sent.has(state) && dueTo < over).length,
    late: done.filter(({ late }) => late).length,
    replaced: visits.length - planned.length,
  };
}

const unsent: readonly VisitState[] = ['planned', 'assigned', 'accepted', 'inProgress', 'replaced'];
const sent: ReadonlySet<VisitState> = new Set(visitStates.filter((state) => !unsent.includes(state)));
