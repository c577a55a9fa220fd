import type { EntityManager } from 'typeorm';
import type { CountedRow } from '#campaigns';

interface Row extends Omit<CountedRow, 'tally'> {
  readonly responses: number;
  readonly counts: number[];
  readonly sums: string[];
}

/** What was counted of a campaign, row by row; only what counts. */
export async function listCountedRows(db: EntityManager, campaignId: string): Promise<CountedRow[]> {
  const rows = await db.query<Row[]>(
    `select agencies.code as agency, centres.code as centre, places.service, places.channel, outcome, segment, responses,
       counts, sums::text[] as sums
     from survey_places as places join campaigns on campaigns.id = places.campaign_id
       join survey_tallies as tallies on tallies.cycle_id = campaigns.cycle_id and tallies.agency_id = places.agency_id
         and tallies.place_n = places.n and tallies.standing = 0
       join agencies on agencies.id = places.agency_id left join centres on centres.id = places.centre_id
     where campaigns.id = $1 order by places.n, outcome, segment`,
    [campaignId],
  );
  return rows.map(({ responses, counts, sums, ...row }) => ({
    ...row,
    tally: { sheets: responses, counts, sums: sumsOf(sums) },
  }));
}

function sumsOf(numbers: readonly string[]): CountedRow['tally']['sums'] {
  return Array.from({ length: numbers.length / 3 }, (_, at) => {
    const [n = '0', sum = '0', squares = '0'] = numbers.slice(3 * at, 3 * at + 3);
    return { n: BigInt(n), sum: BigInt(sum), squares: BigInt(squares) };
  });
}
