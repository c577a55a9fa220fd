import { instrumentFor, scenariosFor, visitsTo, type Occasion } from './centre-visits.js';
import { withDoubles } from './doubles.js';
import type { Totals } from './even-draw.js';
import { occasionsOf } from './occasions.js';
import type { PlannedCentre, PlannedVisit } from './planned-visit.js';
import type { VisitPlan } from './visit-plan.js';

/** What of a plan is left to chance: the same seed gives the same visits. */
export interface Drawing {
  /** Any whole number. */
  readonly seed: number;
}

/**
 * All visits of a cycle, by centre and time. Each centre gets its number of visits in each wave, due in parts of the wave that
 * do not overlap. Weekdays, hours, languages, genders, scenarios and services are spread so that counts of one centre differ
 * by at most 1 wherever windows and scenarios allow it, and what is left over evens out over the programme. Then the share
 * `doubles` of visits is made twice.
 *
 * The same for the same seed, in whatever order centres are given; of two with the same code the first is taken. A centre
 * that cannot be visited under the plan has no visits: see `unvisitedReason`.
 * @param plan as `readVisitPlan` gives it
 */
export function plannedVisits(
  plan: VisitPlan,
  centres: readonly PlannedCentre[],
  { seed }: Drawing,
): readonly PlannedVisit[] {
  const totals: Totals = new Map();
  const numbers = new Map(plan.centres.map(({ centre, visitsPerWave }) => [centre, visitsPerWave]));
  const known = new Map<number, readonly Occasion[]>();
  const visits = inOrder(centres).flatMap((centre) => {
    const visitsPerWave = numbers.get(centre.code) ?? plan.visitsPerWave;
    const occasions = known.get(visitsPerWave) ?? occasionsOf(plan, visitsPerWave);
    known.set(visitsPerWave, occasions);
    return visitsTo(centre, occasions, plan, { seed, totals });
  });
  return withDoubles(visits, plan, { seed, totals });
}

/**
 * Why a centre has no visits in a plan: it says so, no instrument or no scenario of it fits the centre; null: it has some.
 */
export function unvisitedReason(
  plan: VisitPlan,
  centre: PlannedCentre,
): 'notPlanned' | 'noInstrument' | 'noScenario' | null {
  const own = plan.centres.find((one) => one.centre === centre.code)?.visitsPerWave;
  if ((own ?? plan.visitsPerWave) === 0) return 'notPlanned';
  if (!instrumentFor(plan, centre)) return 'noInstrument';
  return scenariosFor(plan, centre).length === 0 ? 'noScenario' : null;
}

function inOrder(centres: readonly PlannedCentre[]): readonly PlannedCentre[] {
  const byCode = new Map<string, PlannedCentre>();
  for (const centre of centres) if (!byCode.has(centre.code)) byCode.set(centre.code, centre);
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
