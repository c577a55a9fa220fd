import { fine, flaw, wrongKind, type ValueCheck } from '../flaw.js';

/** What a number must keep to; without a bound it may be any finite number on that side. */
export interface NumberBounds {
  readonly min?: number;
  readonly max?: number;
  /** Digits after the point, at most. */
  readonly decimals: number;
}

/** A finite number within its bounds, with no more decimals than it may have. */
export function numberCheck({ min = -Infinity, max = Infinity, decimals }: NumberBounds): ValueCheck {
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrongKind('notANumber', value);
    if (value < min) return flaw('tooSmall', value, { min });
    if (value > max) return flaw('tooLarge', value, { max });
    return hasDecimals(value, decimals) ? fine : flaw('tooManyDecimals', value, { max: decimals });
  };
}

function hasDecimals(value: number, decimals: number): boolean {
  return Number.isInteger(value) || (decimals > 0 && Number(value.toFixed(decimals)) === value);
}
