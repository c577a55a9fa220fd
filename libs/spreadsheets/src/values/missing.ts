// The shorthand of the UK Government Analysis Function (formerly GSS), “Using symbols and shorthand in tables”: break
// in the series, confidential, estimated, earliest revision, forecast, low but not a real zero, (not) significant at
// four levels, provisional, revised, low reliability, none recorded in the survey, not available, not applicable.
// Several may stand together ([r][e]), a number tells reasons apart ([u1]), and each may replace a figure.
const shorthand = /^(?:\[(?:b|c|e|er|f|low|ns|p|r|s|ss|sss|u|w|x|z)\d{0,2}\]){1,4}$/i;

// What else offices write for “no figure”: dashes, dots (Eurostat and the UN write ‘..’), and n/a.
const signs: ReadonlySet<string> = new Set(['', '-', '–', '—', '..', '...', '…', 'n/a', 'N/A']);

/** Whether a trimmed cell says that there is no figure. A `0` is a figure; so no missing one may become it. */
export function saysMissing(text: string): boolean {
  return signs.has(text) || shorthand.test(text);
}
