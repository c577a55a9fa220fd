import type { EntityManager } from 'typeorm';
import { copiedIn } from '#database';
import type { TallyKey } from './tally-key.js';
import type { PlaceRange } from './copied-responses.js';
import { readTally, type ExactTally } from './exact-tally.js';

/** A tally with its key. */
export interface KeyedTally extends TallyKey {
  readonly tally: ExactTally;
}

/** What follows from the number of a place. */
export interface PlaceOwner {
  readonly campaignId: string;
  readonly cycleId: string;
  readonly agencyId: string;
  readonly instrumentId: string;
}

/** The campaigns and agencies of places, by number. */
export async function ownersOf(db: EntityManager, places: readonly number[]): Promise<ReadonlyMap<number, PlaceOwner>> {
  const rows = await db.query<(PlaceOwner & { place: number })[]>(
    `select places.n as place, campaigns.id as "campaignId", cycle_id as "cycleId", agency_id as "agencyId",
       instrument_id as "instrumentId"
     from survey_places as places join campaigns on campaigns.id = campaign_id where places.n = any($1::int[])`,
    [places],
  );
  return new Map(rows.map(({ place, ...owner }) => [place, owner]));
}

/** The same of all places in a range: there may be as many as centres, and those of an agency share one owner. */
export async function ownersIn(
  db: EntityManager,
  { from, before }: PlaceRange,
): Promise<ReadonlyMap<number, PlaceOwner>> {
  const rows = await db.query<(PlaceOwner & { places: number[] })[]>(
    `select campaigns.id as "campaignId", cycle_id as "cycleId", agency_id as "agencyId", instrument_id as "instrumentId",
       array_agg(places.n) as places
     from survey_places as places join campaigns on campaigns.id = campaign_id
     where places.n >= $1 and ($2::int is null or places.n < $2) group by campaigns.id, agency_id`,
    [from, before === Infinity ? null : before],
  );
  return new Map(rows.flatMap(({ places, ...owner }) => places.map((place) => [place, owner])));
}

/** A key with the cycle and agency that its place is in. */
export type Located = TallyKey & Pick<PlaceOwner, 'cycleId' | 'agencyId'>;

interface TallyRow extends TallyKey {
  readonly responses: number;
  readonly counts: string;
  readonly sums: string;
}

const columns = `place_n as place, outcome, segment, standing, responses, counts::text as counts, sums::text as sums`;

/** The tallies of keys, those that there are; the caller holds the mark of folding. */
export async function talliesOf(db: EntityManager, keys: readonly Located[]): Promise<KeyedTally[]> {
  const rows = await db.query<TallyRow[]>(
    `select ${columns} from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::smallint[])
       as given (cycle_id, agency_id, place_n, outcome, segment, standing)
     join survey_tallies using (cycle_id, agency_id, place_n, outcome, segment, standing)`,
    valuesOf(keys),
  );
  return rows.map(tallyOf);
}

/** All tallies of an agency in a cycle. */
export async function listTalliesOf(db: EntityManager, cycleId: string, agencyId: string): Promise<KeyedTally[]> {
  const rows = await db.query<TallyRow[]>(
    `select ${columns} from survey_tallies where cycle_id = $1 and agency_id = $2`,
    [cycleId, agencyId],
  );
  return rows.map(tallyOf);
}

/** Puts tallies in the place of those there are; those of nothing are taken away. */
export async function keepTallies(db: EntityManager, tallies: readonly (KeyedTally & Located)[]): Promise<void> {
  const kept = tallies.filter(({ tally }) => tally.responses > 0);
  const empty = tallies.filter(({ tally }) => tally.responses === 0);
  if (kept.length > 0) {
    await db.query(
      `insert into survey_tallies (cycle_id, agency_id, place_n, outcome, segment, standing, responses, counts, sums)
       select cycle_id, agency_id, place_n, outcome, segment, standing, responses, counts::integer[], sums::numeric[]
       from unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::smallint[], $7::int[], string_to_array($8, ';'),
         string_to_array($9, ';'))
         as given (cycle_id, agency_id, place_n, outcome, segment, standing, responses, counts, sums)
       on conflict (cycle_id, agency_id, place_n, outcome, segment, standing) do update
       set responses = excluded.responses, counts = excluded.counts, sums = excluded.sums`,
      [
        ...valuesOf(kept),
        kept.map(({ tally }) => tally.responses),
        // One text each: a list of texts is escaped letter by letter.
        kept.map(({ tally }) => `{${tally.counts.join()}}`).join(';'),
        kept.map(({ tally }) => `{${tally.sums.join()}}`).join(';'),
      ],
    );
  }
  if (empty.length > 0) {
    await db.query(
      `delete from survey_tallies using
         unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::smallint[])
         as given (cycle_id, agency_id, place_n, outcome, segment, standing)
       where survey_tallies.cycle_id = given.cycle_id and survey_tallies.agency_id = given.agency_id
         and survey_tallies.place_n = given.place_n and survey_tallies.outcome = given.outcome
         and survey_tallies.segment = given.segment and survey_tallies.standing = given.standing`,
      valuesOf(empty),
    );
  }
}

function valuesOf(keys: readonly Located[]): unknown[] {
  return [
    keys.map(({ cycleId }) => cycleId),
    keys.map(({ agencyId }) => agencyId),
    keys.map(({ place }) => place),
    keys.map(({ outcome }) => outcome),
    keys.map(({ segment }) => segment),
    keys.map(({ standing }) => standing),
  ];
}

function tallyOf({ responses, counts, sums, ...key }: TallyRow): KeyedTally {
  return { ...key, tally: readTally(responses, counts, sums) };
}

/** Takes all tallies away. */
export async function clearTallies(db: EntityManager): Promise<void> {
  await db.query('delete from survey_tallies');
}

/** Stores tallies of which there are none. */
export function storeTallies(db: EntityManager, tallies: Iterable<KeyedTally & Located>): Promise<void> {
  const rows = function* (): Generator<string[]> {
    for (const { cycleId, agencyId, place, outcome, segment, standing, tally } of tallies) {
      const { responses, counts, sums } = tally;
      yield [
        cycleId,
        agencyId,
        `${place}`,
        outcome,
        segment,
        `${standing}`,
        `${responses}`,
        `{${counts.join()}}`,
        `{${sums.join()}}`,
      ];
    }
  };
  return copiedIn(
    db,
    'survey_tallies (cycle_id, agency_id, place_n, outcome, segment, standing, responses, counts, sums)',
    rows(),
  );
}

/**
 * All places in ranges whose tallies need so much memory each, by the tallies there are: those that are made anew are nearly the
 * same. Where there are none it is one range.
 */
export async function rangesOfPlaces(db: EntityManager, memory: number): Promise<PlaceRange[]> {
  const rows = await db.query<{ from: number }[]>(
    `select min(place_n) as "from" from (
       select place_n, floor(sum(bytes) over (order by place_n) / $1) as part from (
         select place_n, sum(${bytesOfKey})::float8 as bytes from survey_tallies group by place_n
       ) as each
     ) as parted group by part order by 1`,
    [memory],
  );
  const starts = rows.slice(1).map(({ from }) => from);
  return [0, ...starts].map((from, at) => ({ from, before: starts[at] ?? Infinity }));
}

/** What a tally needs in memory when it is made anew, about, with its key. */
const bytesOfKey = `2 * (cardinality(counts) + cardinality(sums) / 3) + 8 * cardinality(sums) + 60`;
