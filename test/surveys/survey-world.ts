import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '#documents';
import { readInstrument, type Instrument } from '#instruments';

/** An instrument that ships, by the name of its file. */
export function shippedInstrument(name: string): Instrument {
  const file = join(import.meta.dirname, '../../methods/instruments', `${name}.json`);
  const { instrument, faults } = readInstrument(JSON.parse(readFileSync(file, 'utf8')));
  if (!instrument) throw new Error(JSON.stringify(faults));
  return instrument;
}

/** Puts an instrument into a database, published unless said otherwise. */
export function withInstrument(instrument: Instrument, isPublished = true): string {
  return `insert into method_versions (id, kind, code, version, hash, document, published_at)
    values (gen_random_uuid(), 'instrument', '${instrument.code}', ${instrument.version}, '${contentHash(instrument)}',
      $json$${JSON.stringify(instrument)}$json$, ${isPublished ? 'now()' : 'null'});`;
}

/**
 * Two agencies with centres and a service each (works: gate and the smart desk, renew; health: clinic, vaccinate), the cycle 2026
 * that is open until 2099, the one before, people, and the published instruments customer_happiness 1 and employee_happiness 1.
 */
export const surveyWorld = `
  insert into agencies (id, code, name_en, name_ar)
  values (gen_random_uuid(), 'WORKS', 'Works', 'الأشغال'), (gen_random_uuid(), 'HEALTH', 'Health', 'الصحة');
  insert into services (id, agency_id, code, name_en, name_ar)
    select gen_random_uuid(), id, service, given.name_en, given.name_ar from agencies join (values
      ('WORKS', 'renew', 'Renewal', 'تجديد'), ('HEALTH', 'vaccinate', 'Vaccination', 'تطعيم'))
      as given (agency, service, name_en, name_ar) on given.agency = agencies.code;
  insert into centres (id, agency_id, code, channel_type, name_en, name_ar)
    select gen_random_uuid(), id, centre, channel, given.name_en, given.name_ar from agencies join (values
      ('WORKS', 'gate', 'centre', 'Gate', 'البوابة'), ('WORKS', 'desk', 'smart', 'Desk', 'المكتب'),
      ('HEALTH', 'clinic', 'centre', 'Clinic', 'العيادة')) as given (agency, centre, channel, name_en, name_ar)
    on given.agency = agencies.code;
  insert into cycles (id, key, kind, starts_on, ends_on) values
    (gen_random_uuid(), '2026', 'year', '2026-01-01', '2099-12-31'), (gen_random_uuid(), '2025', 'year', '2025-01-01', '2025-12-31');
  insert into accounts (id, name, password_hash, role, agency_id) values
    (gen_random_uuid(), 'office', 'x', 'office', null), (gen_random_uuid(), 'rania', 'x', 'office', null),
    (gen_random_uuid(), 'noor', 'x', 'shopper', null), (gen_random_uuid(), 'lina', 'x', 'shopper', null),
    (gen_random_uuid(), 'works', 'x', 'agency', (select id from agencies where code = 'WORKS')),
    (gen_random_uuid(), 'health', 'x', 'agency', (select id from agencies where code = 'HEALTH')),
    (gen_random_uuid(), 'viewer', 'x', 'viewer', null)
  on conflict (name) do nothing;
  insert into shoppers (account_id, gender, languages)
    select id, 'female', array['ar', 'en'] from accounts where role = 'shopper';
  ${withInstrument(shippedInstrument('customer-happiness-1'))}
  ${withInstrument(shippedInstrument('employee-happiness-1'))}`;
