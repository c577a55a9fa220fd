import type { FaultReason } from '#contract';
import { figureIn, type DecimalStyle } from './figure.js';
import { saysMissing } from './missing.js';
import { trimmed } from './text.js';

/** A cell without a figure, or with something that is not one. */
type NoNumber =
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'fault';
      readonly reason: FaultReason;
      /** For `outOfRange`: `min` and `max`. */
      readonly params?: Readonly<Record<string, number>>;
    };

/** What a cell says when it is read as a number. */
export type NumberReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Whether a per cent sign stands behind it. The value is as written: `64.5%` is 64.5. */
      readonly percent: boolean;
    }
  | NoNumber;

/** What a cell says when it is read as a count. */
export type WholeNumberReading = { readonly kind: 'number'; readonly value: number } | NoNumber;

/**
 * A cell as a number of at most ±(2^53 − 1), in Western, Arabic (٠–٩) or Persian (۰–۹) digits.
 *
 * In the style `point` (the default): `1234.5`, `1,234.5`, `١٬٢٣٤٫٥`, `.5`, `−3`, `64.5%`. In the style `comma`:
 * `1234,5`, `1.234,5`, `1.234.567`, and `64.5` too. Thousands stand in whole groups of three. `missing`: an empty
 * cell, a dash, `..`, `n/a`, and the bracketed shorthand of statistics offices; never 0.
 *
 * What leaves two readings open is a fault (`notANumber`), not a guess: `1,5` and `0,123` in the style `point`,
 * `1.234` in the style `comma`, digits of two scripts in one number. So are exponents (a spreadsheet's 1.2E+11 has
 * lost digits), hexadecimals, `Infinity`, `NaN`, and a figure with a marker beside it.
 */
export function numberFrom(cell: string, style: DecimalStyle = 'point'): NumberReading {
  const text = trimmed(cell);
  if (saysMissing(text)) return { kind: 'missing' };
  const figure = figureIn(text, style);
  if (!figure) return { kind: 'fault', reason: 'notANumber' };
  if (Math.abs(figure.value) > Number.MAX_SAFE_INTEGER) {
    return outOfRange(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  }
  return { kind: 'number', value: figure.value, percent: figure.percent };
}

/** The most a count may be: a PostgreSQL `integer`. */
const mostOfACount = 2 ** 31 - 1;

/**
 * A cell as a count: whole, 0 to 2^31 − 1, written as `numberFrom` reads it. A decimal place is a fault
 * (`notAWholeNumber`) even when it is 0, since `1.000` is a thousand to many; so are a minus and a per cent sign.
 */
export function wholeNumberFrom(cell: string, style: DecimalStyle = 'point'): WholeNumberReading {
  const text = trimmed(cell);
  if (saysMissing(text)) return { kind: 'missing' };
  const figure = figureIn(text, style);
  if (!figure) return { kind: 'fault', reason: 'notANumber' };
  if (figure.decimals || figure.percent || figure.value < 0) return { kind: 'fault', reason: 'notAWholeNumber' };
  if (figure.value > mostOfACount) return outOfRange(0, mostOfACount);
  return { kind: 'number', value: figure.value };
}

function outOfRange(min: number, max: number): NoNumber {
  return { kind: 'fault', reason: 'outOfRange', params: { min, max } };
}
