import type { Language } from '#contract';
import { roundHalfAway } from '#statistics';
import { withoutDirectionSigns } from './direction-signs.js';
import { html, type Html } from './html.js';

/**
 * Numbers as both languages print them: Latin digits, a full stop, U+2212 for minus (docs/decisions/0003).
 * Each is isolated, since a sign beside Arabic text would otherwise move to the other side.
 */

/** Shown where there is no number. */
export const dash = '—';

/** A score, one decimal; a dash for null. */
export function score(value: number | null): Html {
  return isolated(value === null ? dash : plain(value, 1));
}

/** A change with its sign, one decimal: +0.4, −1.2, 0.0; a dash for null. */
export function signed(value: number | null): Html {
  return isolated(signedText(value));
}

/** The same as text. */
export function signedText(value: number | null): string {
  if (value === null) return dash;
  const text = plain(value, 1);
  return Number(text.replace('\u2212', '-')) > 0 ? `+${text}` : text;
}

/** The same for a sentence: isolated, so that the sign stays on its side of the number in Arabic. */
export function signedInText(value: number | null): string {
  return inText(signedText(value));
}

/** A date, a cycle's key or a code for a sentence, isolated: 2024-03 would become 03-2024 in Arabic. */
export function inText(text: string): string {
  return `\u2066${withoutDirectionSigns(text)}\u2069`;
}

/** A relative change with its sign and the percent sign of the language; a dash for null. */
export function signedPercent(value: number | null, language: Language): Html {
  if (value === null) return isolated(dash);
  return html`${signed(value)}${language === 'ar' ? '٪' : '\u00a0%'}`;
}

/** A range: 63.1 – 65.2, with signs when it is of changes. */
export function range(interval: { readonly low: number; readonly high: number } | null, withSigns = false): Html {
  if (!interval) return isolated(dash);
  const text = withSigns ? signedText : (value: number) => plain(value, 1);
  return isolated(`${text(interval.low)}\u2009\u2013\u2009${text(interval.high)}`);
}

/** A whole number with thousands apart: 12,345. */
export function whole(value: number | null): Html {
  return isolated(value === null ? dash : Math.round(value).toLocaleString('en-GB'));
}

/** A number rounded half away from zero, for a sentence. Minus zero is zero. */
export function plain(value: number, decimals: number): string {
  const rounded = roundHalfAway(value, decimals);
  return (rounded === 0 ? 0 : rounded).toFixed(decimals).replace('-', '\u2212');
}

function isolated(text: string): Html {
  return html`<bdi dir="ltr">${text}</bdi>`;
}
