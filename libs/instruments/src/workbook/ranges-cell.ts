import type { PointsRange } from '../document/rules.js';
import { numberIn } from './number-cell.js';

/** How ranges of points look: up to 15 minutes 10 points, from there to 30 five, above none. */
export const rangesExample = '..15=10; 15..30=5; 30..=0';

/** Ranges of points from a cell such as `..15=10; 15..30=5; 30..=0`; null: it is written otherwise. */
export function rangesIn(text: string): readonly PointsRange[] | null {
  const ranges = text.split(/[;؛]/).flatMap((part) => (part.trim() === '' ? [] : [rangeIn(part)]));
  return ranges.some((range) => range === null) ? null : (ranges as PointsRange[]);
}

function rangeIn(text: string): PointsRange | null {
  const [, left = '', right = '', earned = ''] = /^([^=]*?)\.\.([^=]*)=([^=]*)$/.exec(text) ?? [];
  const [from, to, points] = [left, right, earned].map((one) => (one.trim() === '' ? undefined : numberIn(one.trim())));
  if (points === undefined || points === null || from === null || to === null) return null;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), points };
}

export function rangesText(ranges: readonly PointsRange[]): string {
  return ranges.map(({ from, to, points }) => `${from ?? ''}..${to ?? ''}=${points}`).join('; ');
}
