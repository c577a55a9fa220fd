import type { EntityManager } from 'typeorm';
import { addTallies, type SheetTally } from '#instruments';

/** One row of tallies, by what it is about. */
export interface TallyPlace {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly centreId: string;
  readonly instrumentId: string;
}

/** Puts a tally in the place of an earlier one. */
export async function replaceTally(db: EntityManager, at: TallyPlace, tally: SheetTally): Promise<void> {
  await db.query(
    `insert into sheet_tallies (cycle_id, agency_id, centre_id, instrument_id, sheets, counts, sums)
     values ($1, $2, $3, $4, $5, $6::bigint[], $7::numeric[])
     on conflict (cycle_id, agency_id, centre_id, instrument_id) do update
     set sheets = excluded.sheets, counts = excluded.counts, sums = excluded.sums`,
    [
      at.cycleId,
      at.agencyId,
      at.centreId,
      at.instrumentId,
      tally.sheets,
      tally.counts,
      tally.sums.flatMap(({ n, sum, squares }) => [String(n), String(sum), String(squares)]),
    ],
  );
}

/** What customers answered about centres and counts, a row for each place, outcome and segment. Employees are shown by other rules. */
const customerTallies = `
  select centre_id, instrument_id, responses as sheets, counts, sums
  from campaigns join survey_places as places on places.campaign_id = campaigns.id
    join survey_tallies as tallies on tallies.cycle_id = campaigns.cycle_id and tallies.agency_id = places.agency_id
      and tallies.place_n = places.n and standing = 0
  where campaigns.cycle_id = $1 and study = 'customer-happiness' and centre_id = any($2::uuid[])`;

/** A tally of a centre, and of which instrument version. */
export interface StoredTally {
  readonly centreId: string;
  readonly instrumentId: string;
  readonly tally: SheetTally;
}

/**
 * The tallies of a cycle for some centres: what was imported, what visits came to, and what customers answered that counts,
 * added. Scores need the sums alone: without counts, which are most of a tally, it is several times quicker.
 */
export async function listSheetTallies(
  db: EntityManager,
  cycleId: string,
  centreIds: readonly string[],
  withCounts = false,
): Promise<StoredTally[]> {
  const counts = withCounts ? 'counts::bigint[] as counts' : "'{}'::bigint[] as counts";
  const columns = `centre_id as centre, instrument_id as instrument, sheets, ${counts}, sums::text[] as sums`;
  const rows = await db.query<
    { centre: string; instrument: string; sheets: number; counts: string[]; sums: string[] }[]
  >(
    `select ${columns} from sheet_tallies where cycle_id = $1 and centre_id = any($2::uuid[])
     union all
     select ${columns} from visit_tallies where cycle_id = $1 and centre_id = any($2::uuid[]) and sheets <> 0
     union all
     select ${columns} from (${customerTallies}) as answered`,
    [cycleId, centreIds],
  );
  return added(
    rows.map(({ centre, instrument, sheets, counts, sums }) => ({
      centreId: centre,
      instrumentId: instrument,
      tally: { sheets, counts: counts.map(Number), sums: sumsOf(sums) },
    })),
  );
}

/** One tally for each centre and instrument version, wherever its sheets came from. */
function added(tallies: readonly StoredTally[]): StoredTally[] {
  const byPlace = new Map<string, StoredTally>();
  for (const one of tallies) {
    const place = `${one.centreId} ${one.instrumentId}`;
    const before = byPlace.get(place);
    byPlace.set(place, before ? { ...one, tally: addTallies(before.tally, one.tally) } : one);
  }
  return [...byPlace.values()];
}

function sumsOf(numbers: readonly string[]): SheetTally['sums'] {
  return Array.from({ length: numbers.length / 3 }, (_, at) => {
    const [n = '0', sum = '0', squares = '0'] = numbers.slice(3 * at, 3 * at + 3);
    return { n: BigInt(n), sum: BigInt(sum), squares: BigInt(squares) };
  });
}
