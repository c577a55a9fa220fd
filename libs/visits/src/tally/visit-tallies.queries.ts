import type { EntityManager } from 'typeorm';
import type { AnswerSheet, SheetTally } from '#instruments';
import type { VisitState } from '#fieldwork';

/** One row of tallies, by what it is about. */
export interface TallyPlace {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly centreId: string;
  readonly instrumentId: string;
}

interface TallyRow {
  readonly sheets: number;
  readonly counts: string[];
  readonly sums: string[];
}

const numbers = 'sheets, counts, sums::text[] as sums';

/** The tally of a place, locked until the transaction ends; made of `empty` when there was none. */
export async function lockTally(db: EntityManager, at: TallyPlace, empty: SheetTally): Promise<SheetTally> {
  await db.query(
    `insert into visit_tallies (cycle_id, agency_id, centre_id, instrument_id, sheets, counts, sums)
     values ($1, $2, $3, $4, $5, $6::bigint[], $7::numeric[]) on conflict do nothing`,
    valuesOf(at, empty),
  );
  const [row] = await db.query<TallyRow[]>(
    `select ${numbers} from visit_tallies
     where cycle_id = $1 and agency_id = $2 and centre_id = $3 and instrument_id = $4 for update`,
    [at.cycleId, at.agencyId, at.centreId, at.instrumentId],
  );
  if (!row) throw new Error('A tally is gone that is never taken away');
  return tallyOf(row);
}

/** Puts a tally in the place of the one there is, if any. */
export async function keepTally(db: EntityManager, at: TallyPlace, tally: SheetTally): Promise<void> {
  await db.query(
    `insert into visit_tallies (cycle_id, agency_id, centre_id, instrument_id, sheets, counts, sums)
     values ($1, $2, $3, $4, $5, $6::bigint[], $7::numeric[])
     on conflict (cycle_id, agency_id, centre_id, instrument_id) do update
     set sheets = excluded.sheets, counts = excluded.counts, sums = excluded.sums`,
    valuesOf(at, tally),
  );
}

/** The tally of a place, or null when nothing was ever counted there. */
export async function findTally(db: EntityManager, at: TallyPlace): Promise<SheetTally | null> {
  const [row] = await db.query<TallyRow[]>(
    `select ${numbers} from visit_tallies where cycle_id = $1 and agency_id = $2 and centre_id = $3 and instrument_id = $4`,
    [at.cycleId, at.agencyId, at.centreId, at.instrumentId],
  );
  return row ? tallyOf(row) : null;
}

/** A tally with its place. */
export interface PlacedTally extends TallyPlace {
  readonly tally: SheetTally;
}

/** The tallies of a cycle that count something. */
export async function listTallies(db: EntityManager, cycleId: string): Promise<PlacedTally[]> {
  const rows = await db.query<(TallyRow & TallyPlace)[]>(
    `select cycle_id as "cycleId", agency_id as "agencyId", centre_id as "centreId", instrument_id as "instrumentId", ${numbers}
     from visit_tallies where cycle_id = $1 and sheets <> 0`,
    [cycleId],
  );
  return rows.map(({ cycleId, agencyId, centreId, instrumentId, ...row }) => {
    return { cycleId, agencyId, centreId, instrumentId, tally: tallyOf(row) };
  });
}

/** Nobody changes tallies until the transaction ends. */
export async function lockAllTallies(db: EntityManager): Promise<void> {
  await db.query('lock table visit_tallies in share row exclusive mode');
}

export async function clearTallies(db: EntityManager, cycleId: string): Promise<void> {
  await db.query('delete from visit_tallies where cycle_id = $1', [cycleId]);
}

/** A visit with the sheet of the report that stands. */
export interface StandingSheet extends TallyPlace {
  readonly visitId: string;
  readonly state: VisitState;
  readonly counted: boolean;
  readonly sheet: AnswerSheet;
}

/** Visits of a cycle that have a report, a page at a time by place and id, from after one of them. */
export function listStandingSheets(
  db: EntityManager,
  cycleId: string,
  after: Pick<StandingSheet, 'centreId' | 'visitId'> | null,
  most: number,
): Promise<StandingSheet[]> {
  return db.query<StandingSheet[]>(
    `select visits.cycle_id as "cycleId", visits.agency_id as "agencyId", centre_id as "centreId",
       instrument_id as "instrumentId", visits.id as "visitId", state, counted, content -> 'sheet' as sheet
     from visits join visit_reports as reports on reports.cycle_id = visits.cycle_id
       and reports.agency_id = visits.agency_id and reports.id = visits.report_id
     where visits.cycle_id = $1 and ($2::uuid is null or (centre_id, visits.id) > ($2, $3::uuid))
     order by centre_id, visits.id limit $4`,
    [cycleId, after?.centreId ?? null, after?.visitId ?? null, most],
  );
}

/** The sheet of a report. */
export async function sheetOf(
  db: EntityManager,
  { cycleId, agencyId }: Pick<TallyPlace, 'cycleId' | 'agencyId'>,
  reportId: string,
): Promise<AnswerSheet> {
  const [row] = await db.query<{ sheet: AnswerSheet }[]>(
    `select content -> 'sheet' as sheet from visit_reports where cycle_id = $1 and agency_id = $2 and id = $3`,
    [cycleId, agencyId, reportId],
  );
  if (!row) throw new Error(`There is no report ${reportId}`);
  return row.sheet;
}

function valuesOf({ cycleId, agencyId, centreId, instrumentId }: TallyPlace, tally: SheetTally): unknown[] {
  const sums = tally.sums.flatMap(({ n, sum, squares }) => [String(n), String(sum), String(squares)]);
  return [cycleId, agencyId, centreId, instrumentId, tally.sheets, tally.counts, sums];
}

function tallyOf({ sheets, counts, sums }: TallyRow): SheetTally {
  return {
    sheets,
    counts: counts.map(Number),
    sums: Array.from({ length: sums.length / 3 }, (_, at) => {
      const [n = '0', sum = '0', squares = '0'] = sums.slice(3 * at, 3 * at + 3);
      return { n: BigInt(n), sum: BigInt(sum), squares: BigInt(squares) };
    }),
  };
}
