import { ancestryIn, keyOf, membersOf } from './membership.js';
import type { BasicCell, CellCodes, CellDimension, SurveyRelease } from './model.js';
import type { Row } from './rows.js';

/** People no cell tells apart: the unknowns of the reader's equations. */
export interface Column {
  readonly count: number;
  /** Whether some of them are in both releases. All are when there is only one. */
  readonly stayed: boolean;
  /** Places of their basic cells, in the order of `basic` of the columns. */
  readonly basic: readonly number[];
}

/** Cells as rows over columns, the columns with most people first. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly cells: readonly Row[];
  /** What the earlier release published. */
  readonly earlier: readonly Row[];
  readonly basic: readonly CellCodes[];
}

/** One release by itself. Basic cells that nobody is in are left out: assume that readers know that they are empty. */
export function columnsOf(release: Pick<SurveyRelease, 'dimensions' | 'basic'>, cells: readonly CellCodes[]): Columns {
  const now = countsOf(release.basic);
  const parts = [...now].map(([key, { count }]) => ({ key, count, stayed: true, now: true, then: false }));
  return assembled(release.dimensions, new Map([...now].map(([key, { codes }]) => [key, codes])), parts, cells, []);
}

/** Both releases: of each basic cell those in both, those only now, and those only then. */
export function columnsOfBoth(release: SurveyRelease, cells: readonly CellCodes[]): Columns {
  const earlier = release.earlier ?? { basic: [], published: [] };
  const [now, then] = [countsOf(release.basic), countsOf(earlier.basic)];
  const stayed = stayedOf(earlier.basic);
  const codes = new Map([...then, ...now].map(([key, of]) => [key, of.codes]));
  const parts = [...codes.keys()].flatMap((key) => {
    const [here, there] = [now.get(key)?.count ?? 0, then.get(key)?.count ?? 0];
    const both = stayed.get(key) ?? Math.min(here, there);
    if (both > Math.min(here, there)) throw new RangeError(`More stayed than there are: ${both}`);
    return [
      { key, count: both, stayed: true, now: true, then: true },
      { key, count: here - both, stayed: false, now: true, then: false },
      { key, count: there - both, stayed: false, now: false, then: true },
    ];
  });
  return assembled(release.dimensions, codes, parts, cells, earlier.published);
}

interface Part {
  readonly key: string;
  readonly count: number;
  readonly stayed: boolean;
  readonly now: boolean;
  readonly then: boolean;
}

function assembled(
  dimensions: readonly CellDimension[],
  codesByKey: ReadonlyMap<string, CellCodes>,
  parts: readonly Part[],
  cells: readonly CellCodes[],
  published: readonly CellCodes[],
): Columns {
  const basic = [...codesByKey.values()];
  const places = new Map([...codesByKey.keys()].map((key, place) => [key, place]));
  const all = [...cells, ...published];
  const holding = basic.map((): number[] => []);
  for (const [cell, members] of membersOf(all, basic, ancestryIn(dimensions)).entries()) {
    for (const place of members) holding[place]?.push(cell);
  }
  const merged = mergedParts(parts, (part) => {
    const place = places.get(part.key) ?? -1;
    const held = (holding[place] ?? []).filter((cell) => (cell < cells.length ? part.now : part.then));
    return { place, held };
  });
  const rows = all.map(() => new Map<number, number>());
  for (const [column, { held }] of merged.entries()) for (const cell of held) rows[cell]?.set(column, 1);
  return { columns: merged, cells: rows.slice(0, cells.length), earlier: rows.slice(cells.length), basic };
}

/** People in exactly the same cells are one column: no sum of cells can part them. In no cell: in no column. */
function mergedParts(parts: readonly Part[], placed: (part: Part) => { place: number; held: readonly number[] }) {
  const merged = new Map<string, { count: number; stayed: boolean; basic: number[]; held: readonly number[] }>();
  for (const part of parts) {
    if (part.count === 0) continue;
    const { place, held } = placed(part);
    if (held.length === 0) continue;
    const signature = held.join(' ');
    const found = merged.get(signature);
    if (found) {
      found.count += part.count;
      found.stayed ||= part.stayed;
      found.basic.push(place);
    } else merged.set(signature, { count: part.count, stayed: part.stayed, basic: [place], held });
  }
  return [...merged.values()].sort((a, b) => b.count - a.count);
}

function countsOf(
  basic: readonly BasicCell[],
): ReadonlyMap<string, { readonly codes: CellCodes; readonly count: number }> {
  const counts = new Map<string, { readonly codes: CellCodes; readonly count: number }>();
  for (const { codes, count } of basic) {
    if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of respondents: ${count}`);
    const key = keyOf(codes);
    counts.set(key, { codes, count: count + (counts.get(key)?.count ?? 0) });
  }
  return counts;
}

function stayedOf(
  basic: readonly { readonly codes: CellCodes; readonly stayed?: number }[],
): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const { codes, stayed } of basic) {
    if (stayed === undefined) continue;
    if (!Number.isSafeInteger(stayed) || stayed < 0) throw new RangeError(`Not a number of respondents: ${stayed}`);
    const key = keyOf(codes);
    all.set(key, stayed + (all.get(key) ?? 0));
  }
  return all;
}
