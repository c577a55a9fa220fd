import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { listOfBytes } from '#database';
import { contentHash } from '#documents';
import {
  compileInstrument,
  contributionOf,
  packContribution,
  readInstrument,
  tallyLayoutOf,
  type AnswerSheet,
} from '#instruments';

/** How many different questionnaires are filled; each is answered many times. */
const variants = 2_000;
const said = (text: string) => ({ ar: `نص ${text}`, en: text });
const options = ['worst', 'bad', 'fair', 'good', 'best'];

/** A campaign about many centres, whose questionnaire has so many items on a scale of five, in two dimensions. */
export async function talliedCampaign(source: DataSource, code: string, items: number, centres: number): Promise<void> {
  const instrument = instrumentOf(code, items);
  const [campaign, method] = [randomUUID(), randomUUID()];
  await source.query(
    `insert into method_versions (id, kind, code, version, hash, document, published_at) values ($1, 'instrument', $2, 1, $3, $4, now())`,
    [method, code, contentHash(instrument), JSON.stringify(instrument)],
  );
  await source.query(
    `insert into campaigns (id, cycle_id, code, study, instrument_id, document, hash, state, opened_at)
     select $1, id, $2, 'customer-happiness', $3, $4, 'bench', 'open', now() from cycles where key = '2026'`,
    [campaign, code, method, JSON.stringify(campaignOf(code))],
  );
  await source.query(
    `insert into survey_places (campaign_id, agency_id, centre_id, channel)
     select $1, agency_id, id, channel_type from centres order by code limit $2`,
    [campaign, centres],
  );
  const compiled = compileInstrument(instrument);
  const layout = tallyLayoutOf(instrument);
  const filled = Array.from({ length: variants }, (_, at) => sheetOf(items, at)).map((sheet) => {
    const added = contributionOf(layout, compiled, sheet);
    return { sheet: JSON.stringify(sheet), raised: `{${added.raised.join()}}`, contribution: packContribution(added) };
  });
  await source.query(
    `create table variants_${code} as select (row_number() over () - 1)::int as n, sheet::jsonb, raised::smallint[], contribution
     from unnest($1::text[], $2::text[], $3::bytea[]) as given (sheet, raised, contribution)`,
    [
      filled.map(({ sheet }) => sheet),
      filled.map(({ raised }) => raised),
      listOfBytes(filled.map(({ contribution }) => contribution)),
    ],
  );
  await source.query(
    `create table asked_${code} as select cycle_id, agency_id, places.n as place, (row_number() over (order by places.n) - 1)::int as n
     from survey_places as places join campaigns on campaigns.id = campaign_id where campaigns.code = $1`,
    [code],
  );
  await source.query(`create index on variants_${code} (n); create index on asked_${code} (n);
    analyze variants_${code}, asked_${code}, survey_places, campaigns`);
}

/** An agency for every fifty centres, and a cycle. */
export async function manyCentres(source: DataSource, centres: number): Promise<void> {
  await source.query(
    `insert into cycles (id, key, kind, starts_on, ends_on) values (gen_random_uuid(), '2026', 'year', '2026-01-01', '2026-12-31')`,
  );
  await source.query(
    `insert into agencies (id, code, name_en, name_ar)
     select gen_random_uuid(), 'A' || n, 'Agency ' || n, 'جهة ' || n from generate_series(1, $1::int / 50) as n`,
    [centres],
  );
  await source.query(
    `insert into centres (id, agency_id, code, channel_type, name_en, name_ar)
     select gen_random_uuid(), agencies.id, 'c' || n, 'centre', 'Centre ' || n, 'مركز ' || n
     from generate_series(1, $1) as n join agencies on agencies.code = 'A' || (1 + n % ($1::int / 50))`,
    [centres],
  );
}

/**
 * Stores so many responses spread over the places of a campaign, as transactions of a hundred each had stored them. The numbers
 * of the transactions are taken first; that they are given afterwards is all that is not as in life.
 */
export async function storeMany(source: DataSource, code: string, from: number, responses: number): Promise<void> {
  const each = 100;
  const [{ places } = { places: 0 }] = await source.query<{ places: number }[]>(
    `select count(*)::int as places from asked_${code}`,
  );
  const [{ base } = { base: '0' }] = await source.query<{ base: string }[]>(
    'select pg_current_xact_id()::text as base',
  );
  await source.query(
    `do $$ begin for n in 1..${Math.ceil(responses / each)} loop perform pg_current_xact_id(); commit; end loop; end $$`,
  );
  const atOnce = 250_000;
  for (let first = 0; first < responses; first += atOnce) {
    const last = Math.min(first + atOnce, responses);
    await source.query(
      `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, contribution,
         seconds, marks, received_at, seen)
       select cycle_id, agency_id, gen_random_uuid(), place, 'link', 'ar', case when i % 5 = 0 then 'refused' else 'received' end,
         '', case when i % 97 = 0 then 1 else 0 end, 1, sheet, contribution, 40, '{}', now(), (${base} + 1 + i / ${each})::text::xid8
       from generate_series(${first}, ${last - 1}) as i
         join variants_${code} as filled on filled.n = ((i + ${from}) % ${variants})
         join asked_${code} as asked on asked.n = ((i + ${from}) * 7919::bigint % ${places})::int`,
    );
  }
}

function campaignOf(code: string): object {
  return {
    schema: 'nujoom.campaign/1',
    code,
    cycle: '2026',
    study: 'customer-happiness',
    instrument: { code, version: 1 },
    title: said('Bench'),
    asker: said('Bench'),
    purpose: said('Bench'),
    minutes: 1,
    consent: { version: 1, text: said('Bench') },
    opens: '2026-01-01T00:00:00+04:00',
    closes: '2099-12-31T23:59:59+04:00',
    places: [],
    minimum: 1,
  };
}

function instrumentOf(code: string, items: number) {
  const item = (at: number) => ({ type: 'scale', code: `q${at}`, text: said(`Question ${at}`), scale: 'quality' });
  const section = (name: string, from: number, to: number) => ({
    code: name,
    title: said(name),
    dimension: name,
    items: Array.from({ length: to - from }, (_, at) => item(from + at)),
  });
  const { instrument, faults } = readInstrument({
    schema: 'nujoom.instrument/1',
    code,
    version: 1,
    filledBy: 'customer',
    title: said('Bench'),
    languages: ['ar', 'en'],
    scoring: { mode: 'weights' },
    dimensions: ['first', 'second'].map((name) => ({ code: name, title: said(name), weight: 1 })),
    scales: [{ code: 'quality', kind: 'labelled', options: options.map((name) => ({ code: name, text: said(name) })) }],
    sections: [section('first', 0, items / 2), section('second', items / 2, items)],
  });
  if (!instrument) throw new Error(JSON.stringify(faults));
  return instrument;
}

function sheetOf(items: number, variant: number): AnswerSheet {
  const answers = Array.from({ length: items }, (_, at) => {
    const option = Math.floor(((variant * 31 + at * 17 + ((variant * at) % 13)) % 25) / 5);
    return [`q${at}`, { value: options[option] ?? 'fair' }] as const;
  });
  return { answers: Object.fromEntries(answers) };
}
