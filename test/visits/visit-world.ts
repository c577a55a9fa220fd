import { withSmallInstrument } from './small-instrument.js';

/**
 * Two agencies with centres (works: gate and the smart desk; health: clinic), the cycle 2026 that is open until 2099, the
 * one before, and people: the office with two reviewers, four shoppers, and an account of each agency.
 */
export const visitWorld = `
  insert into agencies (id, code, name_en, name_ar)
  values (gen_random_uuid(), 'WORKS', 'Works', 'الأشغال'), (gen_random_uuid(), 'HEALTH', 'Health', 'الصحة');
  insert into services (id, agency_id, code, name_en, name_ar)
    select gen_random_uuid(), id, 'renew', 'Renewal', 'تجديد' from agencies where code = 'WORKS';
  insert into centres (id, agency_id, code, channel_type, name_en, name_ar)
    select gen_random_uuid(), id, centre, channel, given.name_en, given.name_ar from agencies join (values
      ('WORKS', 'gate', 'centre', 'Gate', 'البوابة'), ('WORKS', 'desk', 'smart', 'Desk', 'المكتب'),
      ('HEALTH', 'clinic', 'centre', 'Clinic', 'العيادة')) as given (agency, centre, channel, name_en, name_ar)
    on given.agency = agencies.code;
  insert into centre_sites (centre_id, latitude, longitude, hours)
    select id, 24.4539, 54.3773, '{"monday": [{"from": "07:30", "to": "14:30"}], "tuesday": [{"from": "07:30", "to": "14:30"}],
      "wednesday": [{"from": "07:30", "to": "14:30"}], "thursday": [{"from": "07:30", "to": "14:30"}],
      "friday": [{"from": "07:30", "to": "12:00"}], "saturday": [], "sunday": []}' from centres where code = 'gate';
  insert into cycles (id, key, kind, starts_on, ends_on) values
    (gen_random_uuid(), '2026', 'year', '2026-01-01', '2099-12-31'), (gen_random_uuid(), '2025', 'year', '2025-01-01', '2025-12-31');
  insert into accounts (id, name, password_hash, role, agency_id) values
    (gen_random_uuid(), 'office', 'x', 'office', null),
    (gen_random_uuid(), 'rania', 'x', 'office', null), (gen_random_uuid(), 'sami', 'x', 'office', null),
    (gen_random_uuid(), 'noor', 'x', 'shopper', null), (gen_random_uuid(), 'omar', 'x', 'shopper', null),
    (gen_random_uuid(), 'lina', 'x', 'shopper', null), (gen_random_uuid(), 'zayd', 'x', 'shopper', null),
    (gen_random_uuid(), 'works', 'x', 'agency', (select id from agencies where code = 'WORKS')),
    (gen_random_uuid(), 'health', 'x', 'agency', (select id from agencies where code = 'HEALTH')),
    (gen_random_uuid(), 'viewer', 'x', 'viewer', null)
  on conflict (name) do nothing;
  insert into shoppers (account_id, gender, languages)
    select id, case when name in ('noor', 'lina') then 'female' else 'male' end, array['ar', 'en']
    from accounts where role = 'shopper';
  ${withSmallInstrument}`;
