import type { BasicCell, CellCodes, CellDimension } from './model.js';

/** The same for equal codes, in whatever order they are written. */
export function keyOf(codes: CellCodes): string {
  return JSON.stringify(Object.entries(codes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A code and all above it, itself first. */
type Ancestry = (dimension: string, code: string) => readonly string[];

/** @throws RangeError when a code is above itself, or a dimension is not declared */
export function ancestryIn(dimensions: readonly CellDimension[]): Ancestry {
  const byName = new Map(dimensions.map(({ name, parents }) => [name, new Map(Object.entries(parents ?? {}))]));
  const known = new Map<string, readonly string[]>();
  return (dimension, code) => {
    const key = JSON.stringify([dimension, code]);
    const found = known.get(key);
    if (found) return found;
    const parents = byName.get(dimension);
    if (!parents) throw new RangeError(`Not a declared dimension: ${dimension}`);
    const line = [code];
    for (let above = parents.get(code); above !== undefined; above = parents.get(above)) {
      if (line.includes(above)) throw new RangeError(`A code of ${dimension} is above itself: ${above}`);
      line.push(above);
    }
    known.set(key, line);
    return line;
  };
}

/** How far below everybody a group is: one for each dimension it names, and one for each level down. */
export function depthOf(codes: CellCodes, ancestry: Ancestry): number {
  return Object.entries(codes).reduce((depth, [dimension, code]) => depth + ancestry(dimension, code).length, 0);
}

/** For each cell, the places of the basic cells whose respondents it counts. */
export function membersOf(
  cells: readonly CellCodes[],
  basic: readonly CellCodes[],
  ancestry: Ancestry,
): readonly (readonly number[])[] {
  const holders = basic.map((codes) => new Map(Object.entries(codes).map(([d, code]) => [d, ancestry(d, code)])));
  const byCode = new Map<string, number[]>();
  for (const [place, lines] of holders.entries()) {
    for (const [dimension, line] of lines) {
      for (const code of line) pushTo(byCode, JSON.stringify([dimension, code]), place);
    }
  }
  return cells.map((codes) => {
    const named = Object.entries(codes);
    for (const [dimension, code] of named) ancestry(dimension, code);
    const lists = named.map((entry) => byCode.get(JSON.stringify(entry)) ?? []);
    const shortest = lists.reduce<readonly number[] | null>((a, b) => (a && a.length <= b.length ? a : b), null);
    const candidates = shortest ?? basic.map((_, place) => place);
    return candidates.filter((place) => named.every(([d, code]) => holders[place]?.get(d)?.includes(code)));
  });
}

/**
 * The groups of a release that shows these breakdowns, everybody first: `[]` is the total, `['unit', 'gender']` every node of the
 * tree by every gender. Only groups that somebody belongs to; each once.
 * @throws RangeError when a breakdown names a dimension that is not declared
 */
export function cellsOf(
  dimensions: readonly CellDimension[],
  basic: readonly BasicCell[],
  breakdowns: readonly (readonly string[])[],
): readonly CellCodes[] {
  const ancestry = ancestryIn(dimensions);
  const cells = new Map<string, CellCodes>();
  for (const breakdown of breakdowns) {
    for (const { codes, count } of basic) {
      if (count === 0) continue;
      let groups: CellCodes[] = [{}];
      for (const dimension of breakdown) {
        const code = codes[dimension];
        const line = code === undefined ? [] : ancestry(dimension, code);
        groups = groups.flatMap((group) => line.map((at) => ({ ...group, [dimension]: at })));
      }
      for (const group of groups) cells.set(keyOf(group), group);
    }
  }
  return [...cells.values()];
}

function pushTo(lists: Map<string, number[]>, key: string, place: number): void {
  const list = lists.get(key);
  if (list) list.push(place);
  else lists.set(key, [place]);
}
