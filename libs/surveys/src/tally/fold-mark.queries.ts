import type { EntityManager } from 'typeorm';
import type { Database } from '#database';
import { isUnfolded, nothing, readMark, snapshotOf, spanTo, type FoldMark, type Span } from './fold-mark.js';

/** How folding stands. */
export interface FoldState {
  /** Whether there are responses to fold. */
  readonly isWaiting: boolean;
  /**
   * Whether the mark is of a transaction that this server has not come to: the tables came from another server, whose
   * numbers say nothing here.
   */
  readonly isForeign: boolean;
}

/** How folding stands, without waiting for anybody. */
export async function foldState(database: Database): Promise<FoldState> {
  const [state] = await database.statement<FoldState>(
    'survey_fold_state',
    `select pg_snapshot_xmax(folded_to) > pg_snapshot_xmax(pg_current_snapshot()) as "isForeign",
       exists (select from responses where ${isUnfolded}) as "isWaiting" from survey_fold`,
    [],
  );
  if (!state) throw new Error('The mark of folding is gone');
  return state;
}

/**
 * The mark, locked until the transaction ends: nobody else folds, and no response that is folded changes its standing
 * meanwhile.
 */
export async function lockMark(db: EntityManager): Promise<FoldMark> {
  const [row] = await db.query<{ mark: string }[]>('select folded_to::text as mark from survey_fold for update');
  if (!row) throw new Error('The mark of folding is gone');
  return readMark(row.mark);
}

/**
 * The next transactions to fold: those that are over and were not folded, whole ones only; so many that they stored at
 * least `most` responses, or all there are.
 */
export async function nextSpan(db: EntityManager, mark: FoldMark, most: number): Promise<Span> {
  const [row] = await db.query<{ now: string; last: string | null }[]>(
    `select pg_current_snapshot()::text as now, (
       select seen::text from responses where seen >= $1::xid8 or seen = any ($2::xid8[]) order by seen offset $3 limit 1
     ) as last`,
    [String(mark.next), mark.open.map(String), most - 1],
  );
  if (!row) throw new Error('There is no snapshot');
  return spanTo(mark, readMark(row.now), row.last === null ? null : BigInt(row.last));
}

/** Every transaction that is over. */
export async function wholeSpan(db: EntityManager): Promise<Span> {
  const [row] = await db.query<{ now: string }[]>('select pg_current_snapshot()::text as now');
  if (!row) throw new Error('There is no snapshot');
  return spanTo(nothing, readMark(row.now), null);
}

/** Says what is folded from now on. */
export async function moveMark(db: EntityManager, mark: FoldMark): Promise<void> {
  await db.query('update survey_fold set folded_to = $1::pg_snapshot', [snapshotOf(mark)]);
}

/** Gives responses with numbers of another server, that this one has not come to, a number of its own: they are new here. */
export async function adoptForeign(db: EntityManager): Promise<void> {
  await db.query(
    `update responses set seen = pg_current_xact_id() where seen > pg_snapshot_xmax(pg_current_snapshot())`,
  );
}

/** A response as counting sees it. */
export interface CountedResponse {
  readonly place: number;
  readonly outcome: string;
  readonly segment: string;
  /** What it adds to tallies, packed. */
  readonly contribution: Buffer;
  readonly isFolded: boolean;
}

/** By what a response is found. */
export interface ResponseKey {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly id: string;
}

/** A response with whether it is folded; the transaction holds the mark. */
export async function countedResponse(
  db: EntityManager,
  { cycleId, agencyId, id }: ResponseKey,
): Promise<CountedResponse> {
  const [row] = await db.query<CountedResponse[]>(
    `select place_n as place, outcome, segment, contribution, pg_visible_in_snapshot(seen, folded_to) as "isFolded"
     from responses, survey_fold where cycle_id = $1 and agency_id = $2 and id = $3`,
    [cycleId, agencyId, id],
  );
  if (!row) throw new Error(`There is no response ${id}`);
  return row;
}
