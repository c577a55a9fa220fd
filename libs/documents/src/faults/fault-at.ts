import type { Fault, FaultReason } from '#contract';

/** No list of faults is longer: who has a thousand mends those first. */
export const mostFaults = 1_000;

/** What the text of a reason needs. */
export type FaultParams = Readonly<Record<string, string | number>>;

/** One fault; what was found there is shown only when it is a word, a number or true or false. At most 200 characters of each. */
export function faultAt(where: string, reason: FaultReason, params?: FaultParams, found?: unknown): Fault {
  const isShown = ['string', 'number', 'boolean'].includes(typeof found);
  return {
    where: printable(where),
    ...(isShown ? { value: printable(String(found)) } : {}),
    reason,
    ...(params ? { params } : {}),
  };
}

/** The first thousand of what may be many more, sought no further than that. */
export function firstFaults(faults: Iterable<Fault>): readonly Fault[] {
  const first: Fault[] = [];
  for (const fault of faults) {
    first.push(fault);
    if (first.length === mostFaults) break;
  }
  return first;
}

/** A list of words for a fault's text, cut after the first twenty. */
export function wordsOf(words: readonly (string | number)[]): string {
  return words.length > 20 ? `${words.slice(0, 20).join(', ')} …` : words.join(', ');
}

function printable(text: string): string {
  return text.slice(0, 200).toWellFormed().replaceAll('\0', '\ufffd');
}
