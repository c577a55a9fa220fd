import type { EntityManager } from 'typeorm';
import { CampaignRules } from '#campaigns';
import type { Cycle } from '#cycles';
import { readInstrument, tallyLayoutOf, type Instrument, type TallyLayout } from '#instruments';

/** A campaign that was opened, as its results are read. */
export interface SurveyCampaign {
  readonly id: string;
  /** Of its document, SHA-256. */
  readonly hash: string;
  readonly rules: CampaignRules;
  readonly instrument: Instrument;
  readonly layout: TallyLayout;
}

/** The campaigns of a study that were opened in a cycle, by code. Their lists of places stay where they are. */
export async function listSurveyCampaigns(
  db: EntityManager,
  cycle: Pick<Cycle, 'id'>,
  study: CampaignRules['study'],
): Promise<SurveyCampaign[]> {
  const rows = await db.query<{ id: string; hash: string; document: unknown; instrument: unknown }[]>(
    `select campaigns.id, campaigns.hash, campaigns.document - 'places' - 'quotas' as document, method_versions.document as instrument
     from campaigns join method_versions on method_versions.id = instrument_id
     where cycle_id = $1 and study = $2 and state <> 'draft' order by campaigns.code`,
    [cycle.id, study],
  );
  return rows.map(({ id, hash, document, instrument: stored }) => {
    const { instrument } = readInstrument(stored);
    if (!instrument) throw new Error(`The instrument of a campaign can not be read: ${id}`);
    return { id, hash, rules: CampaignRules.parse(document), instrument, layout: tallyLayoutOf(instrument) };
  });
}
