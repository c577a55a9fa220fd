import type { Delimiter } from '../raw-row.js';

/**
 * The delimiter of a CSV, from its first line that is not empty: the one that stands there most often outside
 * quotes; between equals the comma, then the semicolon. `complete` tells whether that line ends within the text,
 * or more of it is needed.
 */
export function delimiterIn(text: string): { readonly delimiter: Delimiter; readonly complete: boolean } {
  const found: Record<Delimiter, number> = { ',': 0, ';': 0, '\t': 0 };
  let begun = false;
  let quoted = false;
  let mayOpen = true; // a quote opens only at the start of a cell, or goes on right after it closed
  for (const character of text) {
    if (character === '"') {
      begun = true;
      if (quoted || mayOpen) quoted = !quoted;
    } else if (quoted) {
      mayOpen = true;
    } else if (character === '\n' || character === '\r') {
      if (begun) return { delimiter: mostFrequent(found), complete: true };
      mayOpen = true;
    } else if (character in found) {
      begun = true;
      mayOpen = true;
      found[character as Delimiter] += 1;
    } else {
      begun ||= character.trim() !== '';
      mayOpen = false;
    }
  }
  return { delimiter: mostFrequent(found), complete: false };
}

function mostFrequent(found: Readonly<Record<Delimiter, number>>): Delimiter {
  const [most] = (Object.keys(found) as Delimiter[]).sort((one, other) => found[other] - found[one]);
  return most ?? ',';
}
