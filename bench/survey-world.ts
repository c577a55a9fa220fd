import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PlatformSecret } from '#access';
import { sealCode, stampForm } from '#campaigns';
import { Database } from '#database';
import { contentHash } from '#documents';
import { readInstrument } from '#instruments';

/** A form that was handed out: the id of its answer, and its stamp. */
export interface HandedOut {
  readonly id: string;
  readonly stamp: string;
}

/** An open campaign, and answers to it as they are sent. */
export interface SurveyWorld {
  /** The sealed code of an open link. */
  readonly code: string;
  /** What is sent, with the id and stamp of `first`. */
  readonly text: string;
  readonly first: HandedOut;
  /** A new form, handed out a minute ago. */
  next(): HandedOut;
}

/** The shipped questionnaire for customers in an open campaign about one centre, with guards so wide that nothing is suspected. */
export async function surveyWorld(rooms: INestApplicationContext): Promise<SurveyWorld> {
  await rooms.get(Database).check();
  const place = await openCampaign(rooms.get(DataSource));
  const secret = rooms.get(PlatformSecret);
  const code = sealCode(await secret.keyFor('survey codes'), { place, way: 'link' });
  const key = await secret.keyFor('survey stamps');
  const next = (): HandedOut => {
    const id = randomUUID();
    return { id, stamp: stampForm(key, { response: id, code, at: Date.now() - 60_000 }) };
  };
  const first = next();
  return { code, first, next, text: JSON.stringify({ ...answer, code, stamp: first.stamp }) };
}

const answer = {
  schema: 'nujoom.response/1',
  language: 'ar',
  consent: 1,
  sheet: {
    answers: {
      overall: { value: 'happy' },
      outcome: { value: 'received' },
      reasons_good: { value: ['staff'] },
      need_met: { value: 'agree' },
      effort_level: { value: 'easy' },
      comment: { value: 'كانت الخدمة سريعة والموظفون متعاونون، وأتمنى أن تكون مواقف السيارات أكثر.' },
    },
  },
};

/** @returns the number of its place */
async function openCampaign(source: DataSource): Promise<number> {
  const folder = join(dirname(findPackageJSON(import.meta.url) ?? '.'), 'methods/instruments');
  const shipped = JSON.parse(await readFile(join(folder, 'customer-happiness-1.json'), 'utf8')) as unknown;
  const { instrument } = readInstrument(shipped);
  if (!instrument) throw new Error('The shipped questionnaire cannot be read');
  const { code, version } = instrument;
  const said = { ar: 'x', en: 'x' };
  const campaign = {
    schema: 'nujoom.campaign/1',
    code: 'bench',
    cycle: '2026',
    study: 'customer-happiness',
    instrument: { code, version },
    title: said,
    asker: said,
    purpose: said,
    minutes: 1,
    consent: { version: 1, text: said },
    opens: '2026-01-01T00:00:00Z',
    closes: '2099-12-31T00:00:00Z',
    places: [{ agency: 'WORKS', centre: 'gate' }],
    outcomeItem: 'outcome',
    guard: { perNetwork: 100_000, perPlace: 1_000_000, leastSeconds: 1, proofOfWork: 'never' },
  };
  await source.query(
    `insert into agencies (id, code, name_en) values (gen_random_uuid(), 'WORKS', 'Works');
     insert into centres (id, agency_id, code, channel_type, name_en) select gen_random_uuid(), id, 'gate', 'centre', 'Gate' from agencies;
     insert into cycles (id, key, kind, starts_on, ends_on) values (gen_random_uuid(), '2026', 'year', '2026-01-01', '2026-12-31')`,
  );
  await source.query(
    `insert into method_versions (id, kind, code, version, hash, document, published_at)
     values (gen_random_uuid(), 'instrument', $1, $2, $3, $4, now())`,
    [code, version, contentHash(instrument), JSON.stringify(instrument)],
  );
  await source.query(
    `insert into campaigns (id, cycle_id, code, study, instrument_id, document, hash, state, opened_at)
     select gen_random_uuid(), cycles.id, 'bench', 'customer-happiness', method_versions.id, $1, 'bench', 'open', now()
     from cycles, method_versions`,
    [JSON.stringify(campaign)],
  );
  const [row] = await source.query<{ n: number }[]>(
    `insert into survey_places (campaign_id, agency_id, centre_id, channel)
     select campaigns.id, centres.agency_id, centres.id, 'centre' from campaigns, centres returning n`,
  );
  return row?.n ?? 0;
}
