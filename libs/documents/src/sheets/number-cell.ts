/**
 * A cell as a number, in Western, Arabic or Persian digits; null: it is none. No thousands and no decimal comma: which of
 * the two a comma is nobody can tell. An exponent is taken, since spreadsheets write very small numbers so.
 */
export function numberIn(text: string): number | null {
  const plain = westernDigits(text).replace('٫', '.').replace(/^−/, '-');
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** The same text with Arabic (٠–٩) and Persian (۰–۹) digits as Western ones. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
