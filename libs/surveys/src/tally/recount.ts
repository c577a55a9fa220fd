import type { EntityManager } from 'typeorm';
import { CampaignRules, cellOf } from '#campaigns';
import { contributionOf, packContribution, tallyOfSheet } from '#instruments';
import type { KnownInstrument, KnownInstruments } from '#schemes';
import { campaignDocument } from '../campaign/place.queries.js';
import { exactTallyOf, plusTally } from './exact-tally.js';
import { nameOf } from './folding.js';
import { listFoldedSheets, type FoldedSheet } from './recount.queries.js';
import { ownersOf, type KeyedTally } from './survey-tallies.queries.js';

/** What an agency's answers come to. */
export interface Recounted {
  readonly responses: number;
  readonly tallies: ReadonlyMap<string, KeyedTally>;
  /** Ids of responses whose outcome, segment or contribution as stored is not what follows from their answers. */
  readonly wrong: readonly string[];
}

interface Meaning {
  readonly rules: CampaignRules;
  readonly instrument: KnownInstrument;
}

/** Sheets in memory at once. */
const pageSize = 500;

/** Counts answers anew, agency by agency, without asking what is kept beside them. */
export class Recount {
  private readonly rules = new Map<string, CampaignRules>();
  private readonly meanings = new Map<number, Meaning>();

  constructor(
    private readonly db: EntityManager,
    private readonly instruments: KnownInstruments,
  ) {}

  /** The responses of an agency in a cycle that are folded, a page at a time. */
  async agency(cycleId: string, agencyId: string): Promise<Recounted> {
    const tallies = new Map<string, KeyedTally>();
    const wrong: string[] = [];
    let responses = 0;
    for (let after: string | null = null; ;) {
      const page: readonly FoldedSheet[] = await listFoldedSheets(this.db, { cycleId, agencyId, after }, pageSize);
      await this.learn(page);
      for (const sheet of page) if (!this.add(tallies, sheet)) wrong.push(sheet.id);
      responses += page.length;
      after = page.at(-1)?.id ?? null;
      if (page.length < pageSize) return { responses, tallies, wrong };
    }
  }

  /** @returns whether what is stored beside the answers follows from them */
  private add(tallies: Map<string, KeyedTally>, stored: FoldedSheet): boolean {
    const { place, standing, sheet } = stored;
    const meaning = this.meanings.get(place);
    if (!meaning) throw new Error(`There is no place ${place}`);
    const { layout, compiled } = meaning.instrument;
    const cell = cellOf(meaning.rules, sheet);
    const own = exactTallyOf(tallyOfSheet(layout, compiled, sheet));
    const key = { place, ...cell, standing };
    const before = tallies.get(nameOf(key))?.tally;
    tallies.set(nameOf(key), { ...key, tally: before ? plusTally(before, own) : own });
    return (
      cell.outcome === stored.outcome &&
      cell.segment === stored.segment &&
      stored.contribution.equals(packContribution(contributionOf(layout, compiled, sheet)))
    );
  }

  /** Finds out what the places of a page mean. */
  private async learn(page: readonly FoldedSheet[]): Promise<void> {
    const unknown = [...new Set(page.map(({ place }) => place))].filter((place) => !this.meanings.has(place));
    for (const [place, { campaignId, instrumentId }] of await ownersOf(this.db, unknown)) {
      const rules = this.rules.get(campaignId) ?? CampaignRules.parse(await campaignDocument(this.db, campaignId));
      this.rules.set(campaignId, rules);
      this.meanings.set(place, { rules, instrument: await this.instruments.withId(this.db, instrumentId) });
    }
  }
}
