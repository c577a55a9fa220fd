import type { Fault } from '#contract';
import { faultAt } from './fault-at.js';

/** A code and the path at which it stands. */
export type Placed = readonly [code: string, path: string];

/** The codes of a list whose members have one, with their paths. */
export function codesIn(list: readonly { readonly code: string }[], path: string): readonly Placed[] {
  return list.map(({ code }, index) => [code, `${path}[${index}].code`]);
}

/** The members of a list of codes, with their paths; none of a list that is not there. */
export function wordsIn(list: readonly string[] | undefined, path: string): readonly Placed[] {
  return (list ?? []).map((code, index) => [code, `${path}[${index}]`]);
}

/** Each code that stands where another like it stood before, told at the later place. */
export function* repeatedIn(list: readonly Placed[]): Generator<Fault> {
  const first = new Map<string, string>();
  for (const [code, path] of list) {
    const before = first.get(code);
    if (before === undefined) first.set(code, path);
    else yield faultAt(path, 'repeated', { first: before }, code);
  }
}
