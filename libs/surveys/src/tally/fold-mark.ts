/**
 * Which transactions are folded: all before `next` but those that were open then. Both are numbers of transactions as
 * PostgreSQL writes them; as a text it is a `pg_snapshot`.
 */
export interface FoldMark {
  readonly next: bigint;
  /** Ascending, all before `next`. */
  readonly open: readonly bigint[];
}

/** Transactions to fold: what a new mark has and an old one has not. */
export interface Span {
  readonly from: FoldMark;
  readonly to: FoldMark;
}

/** Nothing is folded. */
export const nothing: FoldMark = { next: 0n, open: [] };

/** A mark from a `pg_snapshot`: `xmin:xmax:xip,xip`. @throws Error for another text */
export function readMark(snapshot: string): FoldMark {
  const [, next, open] = /^\d+:(\d+):([\d,]*)$/.exec(snapshot) ?? [];
  if (next === undefined || open === undefined) throw new Error(`Not a snapshot: ${snapshot}`);
  return { next: BigInt(next), open: open === '' ? [] : open.split(',').map(BigInt) };
}

/** A mark as a `pg_snapshot`. */
export function snapshotOf({ next, open }: FoldMark): string {
  return `${open[0] ?? next}:${next}:${open.join(',')}`;
}

/**
 * A span of transactions that are over and were not folded: from the mark to the one that stored the response `last`, whole;
 * null: to now. Those that were open at the mark and are over come with it.
 * @param now a mark of this moment
 */
export function spanTo(from: FoldMark, now: FoldMark, last: bigint | null): Span {
  const wished = last === null ? now.next : last + 1n;
  const next = wished < from.next ? from.next : wished;
  return { from, to: { next, open: now.open.filter((one) => one < next) } };
}

/** The condition that a response belongs to a span. */
export function withinSpan({ from, to }: Span): string {
  const late = from.open.filter((one) => !to.open.includes(one));
  const fresh = `(seen >= '${from.next}' and seen < '${to.next}' and seen <> all ('{${to.open.join(',')}}'::xid8[]))`;
  return late.length === 0 ? fresh : `(${fresh} or seen = any ('{${late.join(',')}}'::xid8[]))`;
}

/**
 * The condition, beside `survey_fold`, that a response that can be seen is not folded yet: its transaction is over, and was
 * not when the mark was set.
 */
export const isUnfolded = `(seen >= pg_snapshot_xmax(folded_to) or seen = any (array(select pg_snapshot_xip(folded_to))))`;
