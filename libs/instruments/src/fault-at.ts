import type { Fault, FaultReason } from '#contract';

/** No list of faults is longer: who has a thousand mends those first. */
export const mostFaults = 1_000;

/** What the text of a reason needs. */
export type FaultParams = Readonly<Record<string, string | number>>;

/** One fault; what was found there is shown only when it is a word or a number. */
export function faultAt(where: string, reason: FaultReason, params?: FaultParams, found?: unknown): Fault {
  const value = shown(found);
  return {
    where: printable(where),
    ...(value === undefined ? {} : { value }),
    reason,
    ...(params ? { params } : {}),
  };
}

/** The first thousand faults of what may be many more, sought no further than that. */
export function firstFaults(faults: Iterable<Fault>): readonly Fault[] {
  const first: Fault[] = [];
  for (const fault of faults) {
    first.push(fault);
    if (first.length === mostFaults) break;
  }
  return first;
}

/** A list of words for a fault's text, cut after the first twenty. */
export function wordsOf(words: readonly string[]): string {
  return words.length > 20 ? `${words.slice(0, 20).join(', ')} …` : words.join(', ');
}

/** Whether text can be stored and sent everywhere: no NUL, and no half of a surrogate pair. */
export function isWhole(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function shown(found: unknown): string | undefined {
  if (typeof found === 'string') return printable(found);
  return typeof found === 'number' || typeof found === 'boolean' ? String(found) : undefined;
}

function printable(text: string): string {
  return text.slice(0, 200).toWellFormed().replaceAll('\0', '\ufffd');
}
