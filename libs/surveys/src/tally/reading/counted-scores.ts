import type { EntityManager } from 'typeorm';
import { BinaryRows, copiedOut } from '#database';
import { readContribution, type ContributionSink } from '#instruments';

/** A response that counts, as it is handed on; it is only lent. */
export interface CountedScores {
  /** By the layout's sums, in millionths; NaN: none. */
  readonly scores: Float64Array;
  /** The code of its agency, and its answers to cuts as they are stored. */
  group(): { readonly agency: string; readonly segment: string };
}

const columns = 'agencies.code, segment, contribution';
const lengthOfField = 4;

/**
 * Hands on the scores of every response of a campaign that counts, in no order. They come as a stream: one is in memory at a time.
 * @param sums how many the layout has
 */
export async function eachCountedScores(
  db: EntityManager,
  { campaignId, sums }: { readonly campaignId: string; readonly sums: number },
  take: (response: CountedScores) => void,
): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(campaignId)) throw new Error('Not the id of a campaign');
  const scores = new Float64Array(sums);
  const keep = (place: number, value: number | bigint) => (scores[place] = Number(value));
  const sink: ContributionSink = { raise: () => undefined, score: keep, scoreLarge: keep };
  const rows = new BinaryRows(3, (bytes, at) => {
    const [agency, segment, contribution] = [at[0]!, at[1]!, at[2]!];
    const text = (from: number, to: number) => bytes.toString('utf8', from + lengthOfField, to);
    scores.fill(NaN);
    readContribution(bytes, contribution + lengthOfField, sink);
    take({ scores, group: () => ({ agency: text(agency, segment), segment: text(segment, contribution) }) });
  });
  const query = `
    select ${columns} from campaigns join survey_places as places on places.campaign_id = campaigns.id
      join responses on responses.cycle_id = campaigns.cycle_id and responses.agency_id = places.agency_id
        and responses.place_n = places.n and standing = 0
      join agencies on agencies.id = places.agency_id
    where campaigns.id = '${campaignId}'`;
  for await (const piece of copiedOut(db, query, 'binary')) rows.take(piece);
  rows.end();
}
