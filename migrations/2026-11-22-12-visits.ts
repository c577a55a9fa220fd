import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mystery-shopper visits: shoppers and their devices, plans, what was sent, its review, appeals, and tallies. */
export class Visits1795309860000 implements MigrationInterface {
  readonly name = 'Visits1795309860000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table centre_sites (
        centre_id uuid primary key constraint centre_sites_centre_fkey references centres,
        latitude double precision,
        longitude double precision,
        hours jsonb,
        constraint centre_sites_placed check ((latitude is null) = (longitude is null)),
        constraint centre_sites_on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
      );
      create table agency_calendars (
        agency_id uuid primary key constraint agency_calendars_agency_fkey references agencies,
        weekend text[] not null,
        holidays date[] not null
      );
      create table shoppers (
        account_id uuid primary key constraint shoppers_account_fkey references accounts on delete cascade,
        gender text not null constraint shoppers_gender_known check (gender in ('female', 'male')),
        languages text[] not null constraint shoppers_languages_known check (languages <@ array['ar', 'en'] and cardinality(languages) > 0),
        active boolean not null default true
      );
      create table devices (
        id uuid primary key,
        account_id uuid not null constraint devices_account_fkey references accounts,
        label text not null,
        token_hash bytea not null constraint devices_token_key unique,
        enrolled_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        revoked_at timestamptz,
        app_version text,
        waiting integer,
        oldest_waiting_at timestamptz
      );
      create index devices_account on devices (account_id);
      create table device_enrolments (
        secret_hash bytea primary key,
        account_id uuid not null constraint device_enrolments_account_fkey references accounts,
        label text not null,
        expires_at timestamptz not null,
        device_id uuid constraint device_enrolments_device_fkey references devices
      );
      create table visit_plans (
        cycle_id uuid primary key constraint visit_plans_cycle_fkey references cycles,
        document jsonb not null,
        hash text not null,
        saved_at timestamptz not null default now()
      );
      create table visits (
        cycle_id uuid not null constraint visits_cycle_fkey references cycles,
        agency_id uuid not null constraint visits_agency_fkey references agencies,
        id uuid not null,
        centre_id uuid not null constraint visits_centre_fkey references centres,
        instrument_id uuid not null constraint visits_instrument_fkey references method_versions,
        wave text not null,
        scenario text not null,
        service text,
        due_from date not null,
        due_to date not null,
        weekday text not null,
        hour_from text not null,
        hour_to text not null,
        language text not null,
        gender text not null,
        pair_id uuid,
        replaces uuid,
        state text not null default 'planned',
        shopper_id uuid constraint visits_shopper_fkey references accounts,
        reviewer_id uuid constraint visits_reviewer_fkey references accounts,
        report_id uuid,
        grade integer constraint visits_grade_range check (grade between 0 and 10),
        counted boolean not null default false,
        released_at timestamptz,
        appeal_until date,
        primary key (cycle_id, agency_id, id),
        constraint visits_forward check (due_from <= due_to)
      );
      create index visits_id on visits (id);
      create index visits_shopper on visits (shopper_id, state);
      create index visits_centre on visits (centre_id, cycle_id);
      create index visits_state on visits (cycle_id, state);
      create table visit_receipts (
        id uuid primary key,
        cycle_id uuid not null,
        agency_id uuid not null,
        visit_id uuid not null,
        account_id uuid not null,
        revision integer not null,
        hash text not null,
        late boolean not null,
        received_at timestamptz not null,
        media text[] not null
      );
      create table visit_reports (
        cycle_id uuid not null,
        agency_id uuid not null,
        id uuid not null,
        visit_id uuid not null,
        revision integer not null,
        by text not null constraint visit_reports_by_known check (by in ('shopper', 'office', 'appeal')),
        account_id uuid not null constraint visit_reports_account_fkey references accounts,
        device_id uuid constraint visit_reports_device_fkey references devices,
        content jsonb not null,
        hash text not null,
        received_at timestamptz not null,
        device_offset_ms bigint,
        late boolean not null,
        primary key (cycle_id, agency_id, id),
        constraint visit_reports_visit_fkey foreign key (cycle_id, agency_id, visit_id) references visits,
        constraint visit_reports_one_revision unique (cycle_id, agency_id, visit_id, revision)
      );
      create table visit_photos (
        cycle_id uuid not null,
        agency_id uuid not null,
        report_id uuid not null,
        visit_id uuid not null,
        hash text not null constraint visit_photos_file_fkey references media_files,
        primary key (cycle_id, agency_id, report_id, hash)
      );
      create index visit_photos_hash on visit_photos (hash);
      create table visit_events (
        cycle_id uuid not null,
        agency_id uuid not null,
        visit_id uuid not null,
        n bigint generated always as identity,
        from_state text,
        to_state text not null,
        verb text,
        role text not null,
        account_id uuid,
        reason text,
        details jsonb,
        at timestamptz not null default clock_timestamp(),
        primary key (cycle_id, agency_id, visit_id, n),
        constraint visit_events_visit_fkey foreign key (cycle_id, agency_id, visit_id) references visits
      );
      create table visit_findings (
        cycle_id uuid not null,
        agency_id uuid not null,
        report_id uuid not null,
        visit_id uuid not null,
        place integer not null,
        code text not null,
        item text,
        params jsonb not null,
        primary key (cycle_id, agency_id, report_id, place)
      );
      create table visit_notes (
        cycle_id uuid not null,
        agency_id uuid not null,
        report_id uuid not null,
        visit_id uuid not null,
        place integer not null,
        item text,
        note text not null constraint visit_notes_length check (length(note) between 1 and 4000),
        account_id uuid not null constraint visit_notes_account_fkey references accounts,
        at timestamptz not null default now(),
        primary key (cycle_id, agency_id, report_id, place)
      );
      create table visit_appeals (
        cycle_id uuid not null,
        agency_id uuid not null,
        id uuid not null,
        visit_id uuid not null,
        report_id uuid not null,
        item text not null,
        statement text not null constraint visit_appeals_statement_length check (length(statement) between 1 and 4000),
        evidence text[] not null,
        account_id uuid not null constraint visit_appeals_account_fkey references accounts,
        at timestamptz not null default now(),
        decision text constraint visit_appeals_decision_known check (decision in ('upheld', 'amended', 'voided')),
        decided_by uuid constraint visit_appeals_decided_fkey references accounts,
        decided_at timestamptz,
        reason text,
        amended_report uuid,
        primary key (cycle_id, agency_id, id),
        constraint visit_appeals_visit_fkey foreign key (cycle_id, agency_id, visit_id) references visits,
        constraint visit_appeals_decided check ((decision is null) = (decided_by is null) and (decision is null) = (reason is null))
      );
      create unique index visit_appeals_one_an_item on visit_appeals (cycle_id, agency_id, visit_id, item);
      create unique index visit_appeals_id on visit_appeals (id);
      create table visit_tallies (
        cycle_id uuid not null constraint visit_tallies_cycle_fkey references cycles,
        agency_id uuid not null constraint visit_tallies_agency_fkey references agencies,
        centre_id uuid not null constraint visit_tallies_centre_fkey references centres,
        instrument_id uuid not null constraint visit_tallies_instrument_fkey references method_versions,
        sheets integer not null,
        counts bigint[] not null,
        sums numeric[] not null,
        primary key (cycle_id, agency_id, centre_id, instrument_id)
      );
      create function keep_visit_record() returns trigger language plpgsql as $$
      begin
        raise exception 'What was sent about a visit is never changed' using constraint = 'visit_record_kept', errcode = '23514';
      end $$;
      create trigger visit_reports_kept before update or delete on visit_reports for each row execute function keep_visit_record();
      create trigger visit_events_kept before update or delete on visit_events for each row execute function keep_visit_record();
      create trigger visit_receipts_kept before update or delete on visit_receipts for each row execute function keep_visit_record();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table visit_tallies; drop table visit_appeals; drop table visit_notes; drop table visit_findings;
      drop table visit_events; drop table visit_photos; drop table visit_reports; drop table visit_receipts;
      drop function keep_visit_record; drop table visits; drop table visit_plans; drop table device_enrolments;
      drop table devices; drop table shoppers; drop table agency_calendars; drop table centre_sites;
    `);
  }
}
