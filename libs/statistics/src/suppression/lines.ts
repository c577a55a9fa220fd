import type { TableLine } from './feasible-counts.js';
import { keyOf } from './membership.js';
import type { CellCodes, CellDimension } from './model.js';

/** A cell with people in it. */
export interface CountedCell {
  readonly codes: CellCodes;
  readonly count: number;
}

/**
 * The lines readers can add up: each cell and, along one dimension, the cells one level below it. People right under the cell, in
 * none of them, are one more part that is never published.
 */
export function linesOf(dimensions: readonly CellDimension[], cells: readonly CountedCell[]): readonly TableLine[] {
  const parents = new Map(dimensions.map(({ name, parents }) => [name, new Map(Object.entries(parents ?? {}))]));
  const counts = new Map(cells.filter(({ count }) => count > 0).map(({ codes, count }) => [keyOf(codes), count]));
  const parts = new Map<string, { readonly whole: string; readonly parts: Map<string, number> }>();
  for (const { codes, count } of cells) {
    if (count === 0) continue;
    for (const [dimension, code] of Object.entries(codes)) {
      const above = parents.get(dimension)?.get(code);
      const others = Object.entries(codes).filter(([name]) => name !== dimension);
      const whole = keyOf(Object.fromEntries(above === undefined ? others : [...others, [dimension, above]]));
      if (!counts.has(whole)) continue;
      const line = `${dimension} ${whole}`;
      const known = parts.get(line) ?? { whole, parts: new Map<string, number>() };
      parts.set(line, known);
      known.parts.set(keyOf(codes), count);
    }
  }
  return [...parts].map(([line, { whole, parts }]) => {
    const rest = (counts.get(whole) ?? 0) - [...parts.values()].reduce((sum, count) => sum + count, 0);
    return { whole, parts: rest > 0 ? [...parts.keys(), `under ${line}`] : [...parts.keys()] };
  });
}
