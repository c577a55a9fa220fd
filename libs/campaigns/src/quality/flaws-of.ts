import type { AnswerSheet, Instrument, Item } from '#instruments';
import type { CampaignRules } from '../document/campaign.js';
import type { Flaw, SentResponse } from '../response/sent-response.js';

/**
 * What marks a response as careless by itself: faster than part of the honest minutes, or as many items on a scale in a row
 * answered alike as the campaign says (the longest run, "longstring": R package careless). A repeated comment shows only beside others.
 * @param seconds from the first question to the end; null: not known, and never too fast
 */
export function flawsOf(
  { minutes, quality }: Pick<CampaignRules, 'minutes' | 'quality'>,
  instrument: Instrument,
  {
    sheet,
    seconds,
    repeatedTaps = 0,
  }: { readonly sheet: AnswerSheet; readonly seconds: number | null } & Pick<SentResponse, 'repeatedTaps'>,
): readonly Flaw[] {
  const flaws: Flaw[] = [];
  if (seconds !== null && seconds < quality.tooFast * minutes * 60) flaws.push('tooFast');
  if (longestRun(scaleAnswers(instrument, sheet)) >= quality.straightLine) flaws.push('straightLine');
  if (repeatedTaps > 0) flaws.push('repeatedTaps');
  return flaws;
}

/** How many in a row are alike at most; 0 of nothing. AT-30: 3, 3, 3, 4, 4, 3 → 3. */
export function longestRun(values: readonly unknown[]): number {
  let [longest, run] = [0, 0];
  values.forEach((value, at) => {
    run = at > 0 && value === values[at - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  });
  return longest;
}

/** What was chosen on scales, item by item and row by row, in the order of the instrument. */
function scaleAnswers(instrument: Instrument, { answers }: AnswerSheet): readonly string[] {
  return itemsOf(instrument).flatMap((item) => {
    const value = answers[item.code]?.value;
    if (item.type === 'scale' && typeof value === 'string') return [value];
    if (item.type === 'matrix' && typeof value === 'object' && 'rows' in value) return Object.values(value.rows);
    return [];
  });
}

const items = new WeakMap<Instrument, readonly Item[]>();

/** The items of all sections, listed once for each instrument. */
function itemsOf(instrument: Instrument): readonly Item[] {
  const known = items.get(instrument) ?? instrument.sections.flatMap((section) => section.items);
  items.set(instrument, known);
  return known;
}

/** The comments and texts somebody wrote, each trimmed and with spaces as one, at least so many letters long. */
export function textsOf({ answers }: AnswerSheet, instrument: Instrument, least: number): readonly string[] {
  const written = itemsOf(instrument).flatMap(({ code, type }) => [
    answers[code]?.comment,
    type === 'text' ? answers[code]?.value : undefined,
  ]);
  return written
    .filter((text) => typeof text === 'string')
    .map((text) => text.trim().replaceAll(/\s+/g, ' '))
    .filter((text) => text.length >= least);
}
