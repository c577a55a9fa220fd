import type { EntityManager } from 'typeorm';
import type { CrossProducts } from '#statistics';

/** Scores are stored in millionths of a point; their products are taken in hundredths, so that sums stay exact. */
const hundredth = 10_000;

/** The cross products of some scores over the responses of a campaign that count and have all of them. */
export async function crossProducts(
  db: EntityManager,
  campaignId: string,
  places: readonly number[],
): Promise<CrossProducts> {
  const at = places.map((_, question) => question);
  const scores = places.map(
    (place, question) => `round(scored[${place + 1}] / ${hundredth}.0)::bigint as x${question}`,
  );
  const present = places.map((place) => `scored[${place + 1}] is not null`);
  const wanted = [
    ...at.map((i) => `coalesce(sum(x${i}), 0)::text`),
    ...at.flatMap((i) => at.slice(0, i + 1).map((j) => `coalesce(sum(x${i} * x${j}), 0)::text`)),
  ];
  const [row] = await db.query<{ n: number; numbers: string[] }[]>(
    `select count(*)::int as n, array[${wanted.join(', ')}] as numbers from (
       select ${scores.join(', ')}
       from campaigns join survey_places as places on places.campaign_id = campaigns.id
         join responses on responses.cycle_id = campaigns.cycle_id and responses.agency_id = places.agency_id
           and responses.place_n = places.n
       where campaigns.id = $1 and standing = 0 and ${present.join(' and ')}
     ) as answered`,
    [campaignId],
  );
  const numbers = (row?.numbers ?? []).map(Number);
  const products = numbers.slice(places.length);
  return {
    n: row?.n ?? 0,
    sums: numbers.slice(0, places.length),
    products: at.map((i) => products.slice((i * (i + 1)) / 2, ((i + 1) * (i + 2)) / 2)),
  };
}
