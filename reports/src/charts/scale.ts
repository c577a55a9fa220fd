import { directionOf, type Language } from '#contract';

/** Where a value stands on a drawing: mirrored for Arabic, whose axes run from right to left. */
export interface Scale {
  (value: number): number;
}

/** A scale from `low` to `high` over a width in drawing units, with room for marks at both ends. */
export function scaleOf(language: Language, low: number, high: number, width: number, margin: number): Scale {
  const inner = width - 2 * margin;
  const span = high === low ? 1 : high - low;
  return (value) => {
    const along = Math.min(1, Math.max(0, (value - low) / span)) * inner;
    return rounded(directionOf(language) === 'rtl' ? width - margin - along : margin + along);
  };
}

/** Drawings are written with two decimals: finer than print, and the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
