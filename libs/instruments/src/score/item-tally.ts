import type { Answers, AnswerSheet, AnswerValue, ItemState } from '../answers.js';
import type { PlannedItem } from './plan.js';

/** What became of the items, as `statesOf` tells it; what is not named was not asked. */
export type States = ReadonlyMap<string, ItemState>;

/** What one item came to, over all the times it was asked. */
export interface ItemTally {
  readonly answered: number;
  readonly notApplicable: number;
  readonly missing: number;
  /** The mean over the times it was answered, or counts as 0; null: there is none, or it is not scored. */
  readonly points: number | null;
  /** Whether one of its answers is critical. */
  readonly critical: boolean;
}

/** Counts what became of an item. An answer that is none to this item (checking refuses it) earns nothing and is left out. */
export function tallyOf(item: PlannedItem, sheet: AnswerSheet, states: States): ItemTally {
  const times = item.repeats === null ? once(sheet.answers) : ownOf(sheet.repeats, item.repeats, []);
  const count = { answered: 0, notApplicable: 0, missing: 0 };
  let sum = 0;
  let counting = 0;
  let critical = false;
  for (let time = 0; time < times.length; time += 1) {
    const state = states.get(statePathOf(item, time)) ?? 'notAsked';
    if (state === 'notAsked') continue;
    count[state] += 1;
    const value = state === 'answered' ? ownOf(times[time], item.code, nothing).value : undefined;
    critical ||= value !== undefined && item.critical !== null && isAmong(item.critical.on, value);
    const points = pointsFor(item, state, value);
    if (points === null) continue;
    sum += points;
    counting += 1;
  }
  return { ...count, points: counting === 0 ? null : sum / counting, critical };
}

function statePathOf({ repeats, code, statePath }: PlannedItem, time: number): string {
  return repeats === null ? statePath : `repeats.${repeats}[${time}].${code}`;
}

const nothing: { readonly value?: AnswerValue } = {};
const once = (answers: Answers): readonly Answers[] => [answers];

/** A member that was sent: never one that every object has, as `constructor`. */
function ownOf<T>(record: Readonly<Record<string, T>> | undefined, key: string, otherwise: T): T {
  return record !== undefined && Object.hasOwn(record, key) ? (record[key] ?? otherwise) : otherwise;
}

function pointsFor(item: PlannedItem, state: ItemState, value: AnswerValue | undefined): number | null {
  if (item.earning === null) return null;
  if (state === 'notApplicable') return item.zeroWhenNotApplicable ? 0 : null;
  return value === undefined ? null : item.earning.pointsOf(value);
}

function isAmong(on: readonly string[], value: AnswerValue): boolean {
  if (typeof value === 'string') return on.includes(value);
  if (typeof value !== 'object') return false;
  const chosen = Array.isArray(value) ? (value as readonly string[]) : 'rows' in value ? Object.values(value.rows) : [];
  return chosen.some((code) => on.includes(code));
}

/** The one state of an item that was asked several times. */
export function stateOfAll({ answered, missing, notApplicable }: ItemTally): ItemState {
  if (answered > 0) return 'answered';
  if (missing > 0) return 'missing';
  return notApplicable > 0 ? 'notApplicable' : 'notAsked';
}
