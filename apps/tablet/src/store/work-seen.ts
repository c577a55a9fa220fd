import type { DeviceAssignment, DeviceWork, HeldState } from '#fieldwork';
import type { Message } from './kept.js';

const told: Readonly<Record<Message['kind'], HeldState | null>> = {
  acceptance: 'accepted',
  start: 'inProgress',
  refusal: null,
};

/** The work with what the office is still to be told: an assignment given back is gone, one begun is in progress. */
export function workAfter(work: DeviceWork, messages: readonly Message[]): DeviceWork {
  return messages.reduce((seen, { assignment, kind }) => {
    const state = told[kind];
    const assignments = seen.assignments.flatMap((one) => {
      if (one.id !== assignment) return [one];
      return state === null ? [] : [movedOn(one, state)];
    });
    return { ...seen, assignments };
  }, work);
}

const order: readonly HeldState[] = ['assigned', 'accepted', 'inProgress', 'returned'];

function movedOn(assignment: DeviceAssignment, state: HeldState): DeviceAssignment {
  return order.indexOf(state) > order.indexOf(assignment.state) ? { ...assignment, state } : assignment;
}

/** The work without an assignment that the shopper does not hold any more. */
export function workWithout(work: DeviceWork, assignment: string): DeviceWork {
  return { ...work, assignments: work.assignments.filter(({ id }) => id !== assignment) };
}

/**
 * Work that has just come, in place of what was here. An assignment the office took back stays, with its instrument,
 * while something here was filled about it (`held`): what was written can be read and sent, and the office decides.
 */
export function mergedWork(earlier: DeviceWork | null, fresh: DeviceWork, held: ReadonlySet<string>): DeviceWork {
  const known = new Set(fresh.assignments.map(({ id }) => id));
  const stays = (earlier?.assignments ?? []).filter(({ id }) => held.has(id) && !known.has(id));
  const named = new Set(fresh.instruments.map(({ code, version }) => `${code} ${version}`));
  const wanted = new Set(stays.map(({ instrument: { code, version } }) => `${code} ${version}`));
  const instruments = (earlier?.instruments ?? []).filter(({ code, version }) => {
    const name = `${code} ${version}`;
    return wanted.has(name) && !named.has(name);
  });
  return {
    ...fresh,
    assignments: [...fresh.assignments, ...stays],
    instruments: [...fresh.instruments, ...instruments],
  };
}

/** The assignments that the office changed, or gave anew. How far the shopper is with them is not its change. */
export function changedIn(earlier: DeviceWork | null, fresh: DeviceWork): ReadonlySet<string> {
  const known = new Map(earlier?.assignments.map((one) => [one.id, plainly(one)]));
  return new Set(fresh.assignments.filter((one) => known.get(one.id) !== plainly(one)).map(({ id }) => id));
}

function plainly({ state: _, ...assignment }: DeviceAssignment): string {
  return JSON.stringify(assignment);
}
