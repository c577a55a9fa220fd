import { numberIn, type CellKind } from '#documents';
import type { PointsRange } from '../document/rules.js';

/** How ranges of points look: up to 15 minutes 10 points, from there to 30 five, above none. */
const rangesExample = '..15=10; 15..30=5; 30..=0';

/** A cell of ranges of points. */
export const rangesKind: CellKind = {
  read: (text) => {
    const value = rangesIn(text);
    return value === null ? { reason: 'invalid', params: { expected: rangesExample } } : { value };
  },
  write: (value) => rangesText(value as readonly PointsRange[]),
};

/** Ranges of points from a cell such as `..15=10; 15..30=5; 30..=0`; null: it is written otherwise. */
function rangesIn(text: string): readonly PointsRange[] | null {
  const ranges = text.split(/[;؛]/).flatMap((part) => (part.trim() === '' ? [] : [rangeIn(part)]));
  return ranges.some((range) => range === null) ? null : (ranges as PointsRange[]);
}

function rangeIn(text: string): PointsRange | null {
  const [range = '', earned = '', more] = text.split('=', 3);
  const dots = range.indexOf('..');
  if (dots < 0 || more !== undefined) return null;
  const [left, right] = [range.slice(0, dots), range.slice(dots + 2)];
  const [from, to, points] = [left, right, earned].map((one) => (one.trim() === '' ? undefined : numberIn(one.trim())));
  if (points === undefined || points === null || from === null || to === null) return null;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), points };
}

function rangesText(ranges: readonly PointsRange[]): string {
  return ranges.map(({ from, to, points }) => `${from ?? ''}..${to ?? ''}=${points}`).join('; ');
}
