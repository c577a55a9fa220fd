import type { Fault } from '#contract';
import { codesIn, faultAt, repeatedIn, wordsIn, wordsOf, type Placed } from '#documents';
import type { VisitPlan } from './visit-plan.js';
import { waveFaults } from './wave-faults.js';

/** What is wrong with a plan whose shape is right, each fault once. */
export function* planFaults(plan: VisitPlan): Generator<Fault> {
  if (!isTimeZone(plan.timeZone)) yield faultAt('timeZone', 'invalid', { expected: 'Asia/Dubai' }, plan.timeZone);
  for (const list of listsOf(plan)) yield* repeatedIn(list);
  yield* waveFaults(plan);
  yield* hourFaults(plan);
  yield* scenarioFaults(plan);
  yield* contradictionFaults(plan);
  if (plan.visitsPerWave === 0 && plan.centres.every(({ visitsPerWave }) => visitsPerWave === 0)) {
    yield faultAt('visitsPerWave', 'tooSmall', { min: 1 }, 0);
  }
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false; // an offset such as +04:00 knows no summer time
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Lists in which nothing may stand twice. */
function listsOf(plan: VisitPlan): readonly (readonly Placed[])[] {
  return [
    plan.instruments.flatMap(({ channelTypes }, at) => wordsIn(channelTypes, `instruments[${at}].channelTypes`)),
    codesIn(plan.waves, 'waves'),
    codesIn(plan.scenarios, 'scenarios'),
    ...plan.scenarios.map(({ services }, at) => wordsIn(services, `scenarios[${at}].services`)),
    ...plan.scenarios.map(({ channelTypes }, at) => wordsIn(channelTypes, `scenarios[${at}].channelTypes`)),
    plan.centres.map(({ centre }, at): Placed => [centre, `centres[${at}].centre`]),
    wordsIn(plan.weekdays, 'weekdays'),
    wordsIn(plan.languages, 'languages'),
    wordsIn(plan.genders, 'genders'),
    wordsIn(plan.calendar.weekend, 'calendar.weekend'),
    wordsIn(plan.calendar.holidays, 'calendar.holidays'),
  ];
}

/** Hours are compared as they are written: HH:MM. */
function* hourFaults({ hours }: VisitPlan): Generator<Fault> {
  for (const [at, { from, to }] of hours.entries()) {
    if (to <= from) yield faultAt(`hours[${at}].to`, 'emptyRange', undefined, to);
    const other = hours.slice(0, at).findIndex((earlier) => from < earlier.to && earlier.from < to);
    if (other >= 0) yield faultAt(`hours[${at}]`, 'rangesOverlap', { other: `hours[${other}]` });
  }
}

/** Every channel type that is visited has a scenario, and scenarios name no other. */
function* scenarioFaults({ instruments, scenarios }: VisitPlan): Generator<Fault> {
  const visited = new Set(instruments.flatMap(({ channelTypes }) => channelTypes));
  for (const [at, { channelTypes = [] }] of scenarios.entries()) {
    for (const [place, type] of channelTypes.entries()) {
      const where = `scenarios[${at}].channelTypes[${place}]`;
      if (!visited.has(type)) yield faultAt(where, 'notOneOf', { options: wordsOf([...visited]) }, type);
    }
  }
  for (const [at, { channelTypes }] of instruments.entries()) {
    for (const [place, type] of channelTypes.entries()) {
      const isPlayed = scenarios.some((scenario) => scenario.channelTypes?.includes(type) ?? true);
      const where = `instruments[${at}].channelTypes[${place}]`;
      if (!isPlayed) yield faultAt(where, 'needs', { other: 'scenarios' }, type);
    }
  }
}

function* contradictionFaults({ instruments, contradictions }: VisitPlan): Generator<Fault> {
  const filled = new Set(instruments.map(({ code }) => code));
  for (const [at, { instrument }] of contradictions.entries()) {
    if (filled.has(instrument)) continue;
    yield faultAt(`contradictions[${at}].instrument`, 'notOneOf', { options: wordsOf([...filled]) }, instrument);
  }
}
