import type { FaultReason } from '#contract';

/** What a cell says when it is read as text. */
export type TextReading =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'fault'; readonly reason: FaultReason };

/**
 * A cell as text: spaces and direction marks at its ends dropped, composed (NFC), so that two spellings of one
 * Arabic name compare as equal. Nothing left is `missing`. A NUL character, which PostgreSQL refuses, or half a
 * surrogate pair, which UTF-8 cannot write, is no text (`notReadable`); the cells of a `Table` never have those.
 */
export function textFrom(cell: string): TextReading {
  if (!isText(cell)) return { kind: 'fault', reason: 'notReadable' };
  const value = trimmed(cell).normalize('NFC');
  return value === '' ? { kind: 'missing' } : { kind: 'text', value };
}

/** Whether every character can be stored: no NUL, no half of a surrogate pair. */
export function isText(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/**
 * A cell without the spaces of any kind, byte order marks and direction marks (U+200E, U+200F, U+061C) at its ends.
 * Marks within stay: they are part of how a mixed text reads.
 */
export function trimmed(cell: string): string {
  // By hand: a pattern for the end would try again at every space of a long run.
  let start = 0;
  let end = cell.length;
  while (start < end && isPadding(cell.charAt(start))) start += 1;
  while (end > start && isPadding(cell.charAt(end - 1))) end -= 1;
  return cell.slice(start, end);
}

function isPadding(character: string): boolean {
  return /[\s\u200E\u200F\u061C]/.test(character);
}
