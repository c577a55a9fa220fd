import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Campaign, cellOf } from '#campaigns';
import { compileInstrument, contributionOf, packContribution, tallyLayoutOf } from '#instruments';
import { customerSheet, type SurveyRooms } from './survey-rooms.js';
import { shippedInstrument } from './survey-world.js';
import { campaignDocument } from './campaign-documents.js';

const instrument = shippedInstrument('customer-happiness-1');
const compiled = compileInstrument(instrument);
const layout = tallyLayoutOf(instrument);
const campaign = Campaign.parse(campaignDocument());

/** A session of its own, to hold transactions open in. */
export class Session {
  private constructor(private readonly client: Client) {}

  static async at(url: string): Promise<Session> {
    const client = new Client({ connectionString: url });
    await client.connect();
    return new Session(client);
  }

  async run(text: string): Promise<void> {
    await this.client.query(text);
  }

  /** Stores responses of customers in the transaction that is open here, if any. @returns their ids */
  async answer(
    place: number,
    count = 1,
    { standing = 0, answers = {} }: { readonly standing?: number; readonly answers?: Record<string, unknown> } = {},
  ): Promise<string[]> {
    const sheet = customerSheet(answers);
    const contribution = packContribution(contributionOf(layout, compiled, sheet));
    const { outcome, segment } = cellOf(campaign, sheet);
    const ids = Array.from({ length: count }, () => randomUUID());
    await this.client.query(
      `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         marks, received_at)
       select cycle_id, agency_id, given.id, $2, 'link', 'ar', $3, $4, $5, 1, $6, $7, '{}', now()
       from unnest($1::uuid[]) as given (id), survey_places as places join campaigns on campaigns.id = campaign_id where places.n = $2
       on conflict do nothing`,
      [ids, place, outcome, segment, standing, JSON.stringify(sheet), contribution],
    );
    return ids;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** How many responses the tallies have, by standing. */
export async function talliedIn(
  rooms: SurveyRooms,
): Promise<readonly [counted: number, held: number, excluded: number]> {
  const rows = await rooms.sql<{ standing: number; n: number }>(
    'select standing, sum(responses)::int as n from survey_tallies group by standing',
  );
  const of = (standing: number) => rows.find((row) => row.standing === standing)?.n ?? 0;
  return [of(0), of(1), of(2)];
}
