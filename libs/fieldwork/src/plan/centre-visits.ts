import type { PlanDay } from './days.js';
import { drawnEvenly, type DrawPlace } from './even-draw.js';
import type { PlannedCentre, PlannedVisit } from './planned-visit.js';
import type { Scenario, VisitPlan } from './visit-plan.js';

/** A visit to a centre before anything of it is chosen: its wave, and the days it may be made on. */
export interface Occasion {
  readonly wave: string;
  /** In order; at least one. */
  readonly days: readonly PlanDay[];
}

/** The instrument that is filled at a centre; undefined: none of the plan is made for its channel type. */
export function instrumentFor(
  { instruments }: VisitPlan,
  centre: PlannedCentre,
): PlannedVisit['instrument'] | undefined {
  const found = instruments.find(({ channelTypes }) => channelTypes.includes(centre.channelType));
  return found && { code: found.code, version: found.version };
}

/** The scenarios that can be played at a centre: for its channel type, and asking for a service it offers. */
export function scenariosFor({ scenarios }: VisitPlan, centre: PlannedCentre): readonly Scenario[] {
  return scenarios.filter(
    (scenario) =>
      (scenario.channelTypes?.includes(centre.channelType) ?? true) && servicesFor(scenario, centre).length > 0,
  );
}

/** All visits to one centre, with everything chosen as evenly as can be; none when it cannot be visited under the plan. */
export function visitsTo(
  centre: PlannedCentre,
  occasions: readonly Occasion[],
  plan: VisitPlan,
  place: Omit<DrawPlace, 'centre'>,
): readonly PlannedVisit[] {
  const instrument = instrumentFor(plan, centre);
  const playable = scenariosFor(plan, centre);
  if (!instrument || playable.length === 0) return [];
  const at = { ...place, centre: centre.code };
  const played = drawnEvenly(occasions, { of: 'scenario', from: () => playable, nameOf: ({ code }) => code }, at);
  const asked = drawnEvenly(played, { of: 'service', from: ({ scenario }) => servicesFor(scenario, centre) }, at);
  const dated = drawnEvenly(asked, { of: 'weekday', from: ({ days }) => days.map(({ weekday }) => weekday) }, at);
  const timed = drawnEvenly(dated, { of: 'hours', from: () => plan.hours, nameOf: ({ from }) => from }, at);
  const spoken = drawnEvenly(timed, { of: 'language', from: () => plan.languages }, at);
  const made = drawnEvenly(spoken, { of: 'gender', from: () => plan.genders }, at);
  return made.map(({ days, scenario, ...visit }) => {
    const due = { from: days[0]?.day ?? '', to: days.at(-1)?.day ?? '' };
    return { centre: centre.code, instrument, ...visit, scenario: scenario.code, due, pair: null };
  });
}

/** What a scenario may ask for at a centre; null: anything. Empty: the centre offers nothing of it. */
function servicesFor({ services: asked }: Scenario, { services }: PlannedCentre): readonly (string | null)[] {
  if (!asked) return services.length > 0 ? services : [null];
  return services.length > 0 ? asked.filter((service) => services.includes(service)) : asked;
}
