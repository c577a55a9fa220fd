/**
 * How a table writes decimals. `point`: 1,234.5. `comma`: 1.234,5, as most tables do that separate cells by
 * semicolons. The Arabic signs U+066B (decimal) and U+066C (thousands) mean the same in both.
 */
export type DecimalStyle = 'point' | 'comma';

/** A number as written. */
export interface Figure {
  readonly value: number;
  readonly percent: boolean;
  /** Whether decimal places were written. */
  readonly decimals: boolean;
}

// Groups are kept apart by one and the same character throughout, which may be a no-break space, narrow or not.
const patternOf = (decimal: string, group: string): RegExp =>
  new RegExp(
    '^(?<sign>[+\\-\\u2212]?)' +
      `(?<whole>[1-9]\\d{0,2}(?<gap>[${group}\\u066C\\u00A0\\u202F])\\d{3}(?:\\k<gap>\\d{3})*|\\d*)` +
      `(?:[${decimal}\\u066B](?<fraction>\\d+))?` +
      '(?:[ \\u00A0\\u202F]?(?<percent>[%\\u066A]))?$',
  );
const pointPattern = patternOf('.', ',');
const commaPattern = patternOf(',', '.');

// Every number fits with its digits, groups and signs; what is longer is something else.
const longest = 64;

/**
 * The number that a trimmed text writes, or null when it writes none, or leaves two readings open.
 *
 * In a table of decimal commas a point is taken too where it can only be a decimal point (64.5): Windows in Arabic
 * separates cells by semicolons and yet writes points. 1.234 is left open there.
 */
export function figureIn(text: string, style: DecimalStyle): Figure | null {
  const digits = text.length <= longest ? westernDigits(text) : null;
  if (digits === null) return null;
  if (style === 'point') return figureOf(pointPattern.exec(digits));
  const written = commaPattern.exec(digits);
  if (!written) return figureOf(pointPattern.exec(digits));
  return isOpen(written) ? null : figureOf(written);
}

function figureOf(written: RegExpExecArray | null): Figure | null {
  const { sign, whole = '', fraction, percent } = written?.groups ?? {};
  if (whole === '' && fraction === undefined) return null;
  const size = Number(`${whole.replace(/\D/g, '')}.${fraction ?? ''}0`);
  // Adding 0 makes 0 of -0.
  const value = (sign === '' || sign === '+' ? size : -size) + 0;
  return { value, percent: percent !== undefined, decimals: fraction !== undefined };
}

function isOpen({ groups: { whole = '', gap, fraction } = {} }: RegExpExecArray): boolean {
  return gap === '.' && fraction === undefined && whole.split(gap).length === 2;
}

/** The text with its digits as 0–9, or null when it mixes digits of two scripts. */
function westernDigits(text: string): string | null {
  const scripts = [/[0-9]/, /[\u0660-\u0669]/, /[\u06F0-\u06F9]/].filter((script) => script.test(text));
  if (scripts.length > 1) return null;
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
