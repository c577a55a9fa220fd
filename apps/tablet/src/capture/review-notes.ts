import type { ReturnedReport } from '#fieldwork';
import { itemPathOf } from '../filling/found.js';

/** What a reviewer wrote: at items by their path, and about the whole visit. */
export interface ReviewNotes {
  readonly at: ReadonlyMap<string, readonly string[]>;
  readonly whole: readonly string[];
}

export function reviewNotesOf(returned: ReturnedReport | null): ReviewNotes {
  const at = new Map<string, readonly string[]>();
  const whole: string[] = [];
  for (const { item, note } of returned?.notes ?? []) {
    if (item === null) whole.push(note);
    else at.set(itemPathOf(item), [...(at.get(itemPathOf(item)) ?? []), note]);
  }
  return { at, whole };
}
