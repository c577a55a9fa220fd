import type { NumberKind } from './number-kind.js';
import { unescapeCellText } from './xml-text.js';

/** What the cells of a workbook refer to. */
export interface CellContext {
  readonly sharedTexts: readonly string[];
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

const daysBefore1904 = 1462;
// Before 1 March 1900 Excel counts a 29 February that never was, and other programs do not: no date is certain there.
const firstCertainDay = 61;
const lastDay = 2_958_465; // 31 December 9999
const secondsOfADay = 86_400;

/**
 * The text of a stored value, or null when the value does not fit its type. The same table sent as a CSV by Excel
 * gives the same texts: TRUE and FALSE, `64.5%` where the sheet shows a percentage, `#N/A` and its like for errors.
 * Dates are ISO: 2024-03-31, or 2024-03-31T14:05:00 when they have a time.
 */
export function cellText(type: string, value: string, style: number, context: CellContext): string | null {
  switch (type) {
    case 's':
      return context.sharedTexts[/^\d{1,9}$/.test(value.trim()) ? Number(value) : -1] ?? null;
    case 'str':
    case 'inlineStr':
      return unescapeCellText(value);
    case 'b':
      return /^(1|true)$/.test(value.trim()) ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    case 'd':
      return value.trim().replace(/T00:00:00(\.0{1,9})?Z?$/, '');
    default:
      return numberText(value, context.kinds[style] ?? 'number', context.from1904);
  }
}

function numberText(value: string, kind: NumberKind, from1904: boolean): string | null {
  const text = value.trim();
  if (text === '') return '';
  const number = /^[0-9+\-.eE]+$/.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(number)) return null;
  if (kind === 'percent') return `${plainDecimal(number, 2)}%`;
  const moment = kind === 'number' ? null : momentOf(number, kind, from1904);
  return moment ?? plainDecimal(number);
}

/** A count of days as a date, a time of day, or both; null for what is none, such as a negative one. */
function momentOf(days: number, kind: 'date' | 'time', from1904: boolean): string | null {
  const seconds = Math.round(days * secondsOfADay);
  const day = Math.floor(seconds / secondsOfADay) + (from1904 ? daysBefore1904 : 0);
  const inDay = seconds - Math.floor(seconds / secondsOfADay) * secondsOfADay;
  const time = new Date(inDay * 1000).toISOString().slice(11, 19);
  if (kind === 'time' && days >= 0 && days < 1) return time;
  if (day < firstCertainDay || day > lastDay) return null;
  const date = new Date(Date.UTC(1899, 11, 30 + day)).toISOString().slice(0, 10);
  return inDay === 0 ? date : `${date}T${time}`;
}

/**
 * The shortest decimal that stands for a stored number, without exponent: Excel stores 64.076 as
 * 64.075999999999993, which is the same double. `shift` moves the point to the right, exactly.
 */
export function plainDecimal(value: number, shift = 0): string {
  const shortest = String(value);
  if (shift === 0 && !shortest.includes('e')) return shortest;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(shortest) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + shift;
  const padded = '0'.repeat(Math.max(0, 1 - point)) + digits + '0'.repeat(Math.max(0, point - digits.length));
  const at = Math.max(point, 1);
  const shownWhole = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const shownFraction = padded.slice(at).replace(/0+$/, '');
  return sign + shownWhole + (shownFraction && `.${shownFraction}`);
}
