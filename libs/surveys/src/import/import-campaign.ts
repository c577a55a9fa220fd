import { Temporal } from 'temporal-polyfill';
import type { EntityManager } from 'typeorm';
import { CampaignRules } from '#campaigns';
import { Problem } from '#contract';
import type { KnownInstrument, KnownInstruments } from '#schemes';
import { languagesOf } from '../campaign/open-campaigns.js';
import { placeNumbers } from '../invitation/invitation.queries.js';
import { placeKey } from '../invitation/invitation-row.js';
import { lockImportingCampaign } from './import-campaign.queries.js';

/** Where days begin that are nobody's own. */
export const greenwich = '+00:00';

/** The campaign that an import is about, and what its rows are held against. */
export interface ImportCampaign {
  readonly id: string;
  readonly code: string;
  readonly cycleId: string;
  readonly rules: CampaignRules;
  readonly instrument: KnownInstrument;
  /** The number of a place by `placeKey`: also by its centre alone, which is of one agency, and without the centre's channel. */
  readonly places: ReadonlyMap<string, number>;
  readonly languages: readonly string[];
  /** The days an answer can be of: those of the cycle, till today. */
  readonly days: { readonly min: string; readonly max: string };
  /** The offset where a day begins, so that its first moment lies on it there and in Greenwich. */
  readonly zone: string;
}

/**
 * The campaign with a code, locked against another import, its opening and its closing. Also one whose time is over: answers on
 * paper come late, until somebody closes it.
 * @throws Problem `campaign.unknown`, `campaign.notOpen`, `campaign.over` when it was closed
 */
export async function importCampaign(
  db: EntityManager,
  instruments: KnownInstruments,
  code: string,
  now: Date,
): Promise<ImportCampaign> {
  const found = await lockImportingCampaign(db, code);
  if (!found) throw new Problem('campaign.unknown', { params: { code: code.slice(0, 64) } });
  if (found.state === 'draft') throw new Problem('campaign.notOpen');
  if (found.state === 'closed') throw new Problem('campaign.over');
  const rules = CampaignRules.parse(found.document);
  const instrument = await instruments.withId(db, found.instrumentId);
  const zone = /-\d\d:\d\d$/.exec(rules.opens)?.[0] ?? greenwich;
  const today = dayIn(zone, now);
  return {
    ...found,
    rules,
    instrument,
    places: withCentresAlone(await placeNumbers(db, found.id)),
    languages: languagesOf({ campaign: rules, instrument }),
    days: { min: found.startsOn, max: today < found.endsOn ? today : found.endsOn },
    zone,
  };
}

/** The day it is somewhere. */
export function dayIn(zone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function withCentresAlone(places: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(places);
  for (const [key, n] of places) {
    const [, centre, ...rest] = JSON.parse(key) as (string | null)[];
    if (centre !== null && centre !== undefined) all.set(placeKey([null, centre, ...rest]), n);
  }
  return all;
}
