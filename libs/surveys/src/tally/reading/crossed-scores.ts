import type { EntityManager } from 'typeorm';
import type { TallyLayout } from '#instruments';
import type { CrossProducts } from '#statistics';
import { eachCountedScores } from './counted-scores.js';

/** Scores are stored in millionths of a point; their products are taken in hundredths, so that sums stay exact. */
const hundredth = 10_000;

/**
 * The cross products of some scores over the responses of a campaign that count and have all of them.
 * @param places of the scores among the layout's sums
 */
export async function crossedScores(
  db: EntityManager,
  { campaignId, layout, places }: { readonly campaignId: string; readonly layout: TallyLayout; readonly places: readonly number[] }, // prettier-ignore
): Promise<CrossProducts> {
  let n = 0;
  const row = places.map(() => 0);
  const sums = places.map(() => 0);
  const products = places.map((_, at) => Array.from({ length: at + 1 }, () => 0));
  await eachCountedScores(db, { campaignId, sums: layout.summed.length }, ({ scores }) => {
    for (const [at, place] of places.entries()) row[at] = Math.round((scores[place] ?? NaN) / hundredth);
    if (row.some(Number.isNaN)) return;
    n += 1;
    for (const [i, x] of row.entries()) {
      sums[i]! += x;
      for (let j = 0; j <= i; j++) products[i]![j]! += x * row[j]!;
    }
  });
  return { n, sums, products };
}
