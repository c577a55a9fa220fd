/** What a number format shows a number as. An elapsed time such as `[h]:mm` is a plain number: a count of days. */
export type NumberKind = 'number' | 'percent' | 'date' | 'time';

// Excel's built-in formats (ECMA-376 part 1, 18.8.30), with those of East Asian editions for 27–36 and 50–58.
const builtIn: ReadonlyMap<number, NumberKind> = new Map<number, NumberKind>([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56].map((id) => [id, 'time'] as const),
]);

// Excel allows 255 characters. The cut keeps the patterns below from working on more.
const longestFormat = 255;

/** What a format shows: from its code, or from its number when it is one of Excel's own. */
export function numberKindOf(id: number, code?: string): NumberKind {
  if (code === undefined) return builtIn.get(id) ?? 'number';
  const format = code.slice(0, longestFormat);
  if (/\[(h+|m+|s+)\]/i.test(format)) return 'number';
  const [shown = ''] = format.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '').split(';');
  if (/[yd]/i.test(shown)) return 'date';
  if (/[hs]/i.test(shown)) return 'time';
  if (/m/i.test(shown)) return 'date';
  return shown.includes('%') ? 'percent' : 'number';
}
