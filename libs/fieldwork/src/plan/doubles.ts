import { chanceOf } from './chance.js';
import { drawnEvenly, type DrawPlace } from './even-draw.js';
import { plannableDays } from './plannable-days.js';
import type { PlannedVisit } from './planned-visit.js';
import type { VisitPlan } from './visit-plan.js';

/**
 * Makes the share `doubles` of visits twice, each of the two directly after the other: the same in everything but, perhaps, the
 * gender of the shopper, and due on one day. Rounded to whole visits, but at least one of ten or more; no centre gets a second
 * double before every other has one.
 */
export function withDoubles(
  visits: readonly PlannedVisit[],
  plan: VisitPlan,
  place: Omit<DrawPlace, 'centre'>,
): readonly PlannedVisit[] {
  const chosen = chosenFor(visits, numberOfDoubles(plan.doubles, visits.length), place.seed);
  let pair = 0;
  return visits.flatMap((visit) => {
    if (!chosen.has(visit)) return [visit];
    const first = { ...visit, due: dayOf(visit, plan, place.seed), pair: ++pair };
    const at = { ...place, centre: `${visit.centre} ${pair}` };
    const again = drawnEvenly([first], { of: 'gender', from: () => plan.genders }, at);
    return [first, ...again];
  });
}

function numberOfDoubles(share: number, visits: number): number {
  const rounded = Math.round(share * visits);
  return share > 0 && visits >= 10 ? Math.max(1, rounded) : rounded;
}

/** Round after round one visit of every centre, drawn, until there are enough. */
function chosenFor(visits: readonly PlannedVisit[], number: number, seed: number): ReadonlySet<PlannedVisit> {
  const byCentre = Map.groupBy(visits.keys(), (at) => visits[at]?.centre ?? '');
  const rounds = [...byCentre].flatMap(([centre, places]) =>
    places
      .map((at, place) => ({ at, chance: chanceOf(seed, centre, 'double', place) }))
      .sort((a, b) => a.chance - b.chance)
      .map((one, round) => ({ ...one, round })),
  );
  const order = rounds.sort((a, b) => a.round - b.round || a.chance - b.chance || a.at - b.at);
  return new Set(order.slice(0, number).flatMap(({ at }) => visits[at] ?? []));
}

/** One of the days of a visit that fall on its weekday. */
function dayOf({ centre, due, weekday }: PlannedVisit, plan: VisitPlan, seed: number): PlannedVisit['due'] {
  const days = plannableDays(plan, due).filter((one) => one.weekday === weekday);
  const day = days[chanceOf(seed, centre, 'day', due.from) % days.length]?.day ?? due.from;
  return { from: day, to: day };
}
