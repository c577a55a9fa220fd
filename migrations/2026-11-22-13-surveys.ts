import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Happiness surveys: campaigns, the places they ask about, invitations, responses, decisions about them, and tallies. */
export class Surveys1795309920000 implements MigrationInterface {
  readonly name = 'Surveys1795309920000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table campaigns (
        id uuid primary key,
        cycle_id uuid not null constraint campaigns_cycle_fkey references cycles,
        code text not null constraint campaigns_code_key unique,
        study text not null constraint campaigns_study_known check (study in ('customer-happiness', 'employee-happiness')),
        instrument_id uuid not null constraint campaigns_instrument_fkey references method_versions,
        document jsonb not null,
        hash text not null,
        state text not null default 'draft' constraint campaigns_state_known check (state in ('draft', 'open', 'closed')),
        utc_offset interval not null default '0',
        saved_at timestamptz not null default now(),
        saved_by uuid constraint campaigns_saved_by_fkey references accounts,
        opened_at timestamptz,
        opened_by uuid constraint campaigns_opened_by_fkey references accounts,
        closed_at timestamptz,
        closed_by uuid constraint campaigns_closed_by_fkey references accounts
      );
      create table survey_places (
        n integer generated always as identity primary key,
        campaign_id uuid not null constraint survey_places_campaign_fkey references campaigns on delete cascade,
        agency_id uuid not null constraint survey_places_agency_fkey references agencies,
        centre_id uuid constraint survey_places_centre_fkey references centres,
        service text,
        channel text,
        constraint survey_places_once unique nulls not distinct (campaign_id, agency_id, centre_id, service, channel)
      );
      create index survey_places_campaign on survey_places (campaign_id, n);
      create index survey_places_centre on survey_places (centre_id) where centre_id is not null;
      create table survey_invitations (
        id uuid primary key,
        campaign_id uuid not null constraint survey_invitations_campaign_fkey references campaigns,
        place_n integer not null constraint survey_invitations_place_fkey references survey_places,
        token_hash bytea not null constraint survey_invitations_token_key unique,
        contact_kind text constraint survey_invitations_contact_known check (contact_kind in ('email', 'sms')),
        contact text,
        contact_hash bytea,
        language text not null,
        reference text,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        sent_at timestamptz,
        reminders integer not null default 0,
        failed text,
        opted_out boolean not null default false,
        answered boolean not null default false,
        response_id uuid
      );
      create index survey_invitations_waiting on survey_invitations (campaign_id, id) where sent_at is null;
      create index survey_invitations_campaign on survey_invitations (campaign_id, id);
      create index survey_invitations_contact on survey_invitations (contact_hash) where contact_hash is not null;
      create unique index survey_invitations_reference on survey_invitations (campaign_id, reference) where reference is not null;
      create table survey_opt_outs (
        contact_hash bytea primary key,
        at date not null default current_date
      );
      create table sealed_answers (
        invitation_id uuid primary key constraint sealed_answers_invitation_fkey references survey_invitations,
        sealed bytea not null
      );
      create table responses (
        cycle_id uuid not null,
        agency_id uuid not null,
        id uuid not null,
        place_n integer not null,
        way text not null,
        language text not null,
        outcome text not null,
        segment text not null,
        standing smallint not null,
        consent integer not null,
        sheet jsonb not null,
        raised smallint[] not null,
        scored bigint[] not null,
        seconds integer,
        marks text[] not null,
        interviewer_id uuid,
        received_at timestamptz not null,
        seen xid8 not null default pg_current_xact_id(),
        primary key (cycle_id, agency_id, id),
        constraint responses_standing_known check (standing between 0 and 2)
      );
      create index responses_seen on responses (seen);
      create index responses_noticed on responses (place_n, id) where standing <> 0 or marks <> '{}';
      create table response_decisions (
        cycle_id uuid not null,
        agency_id uuid not null,
        response_id uuid not null,
        n bigint generated always as identity,
        from_standing smallint not null,
        to_standing smallint not null,
        account_id uuid constraint response_decisions_account_fkey references accounts,
        reason text not null constraint response_decisions_reason_length check (length(reason) between 1 and 4000),
        at timestamptz not null default now(),
        primary key (cycle_id, agency_id, response_id, n),
        constraint response_decisions_response_fkey foreign key (cycle_id, agency_id, response_id) references responses
      );
      create table survey_tallies (
        cycle_id uuid not null,
        agency_id uuid not null,
        place_n integer not null,
        outcome text not null,
        segment text not null,
        standing smallint not null,
        responses integer not null,
        counts integer[] not null,
        sums numeric[] not null,
        primary key (cycle_id, agency_id, place_n, outcome, segment, standing)
      );
      create table survey_arrivals (
        campaign_id uuid not null constraint survey_arrivals_campaign_fkey references campaigns,
        day date not null,
        way text not null,
        responses integer not null,
        primary key (campaign_id, day, way)
      );
      create table survey_fold (
        n smallint primary key default 1 constraint survey_fold_one check (n = 1),
        folded_to pg_snapshot not null
      );
      insert into survey_fold (folded_to) values (pg_current_snapshot());
      create function keep_response() returns trigger language plpgsql as $$
      begin
        -- A transaction that this server has not come to is of the server that the tables were copied from.
        if tg_op = 'UPDATE' and to_jsonb(new) - 'standing' - 'seen' = to_jsonb(old) - 'standing' - 'seen'
          and (new.seen = old.seen or old.seen > pg_snapshot_xmax(pg_current_snapshot())) then return new; end if;
        raise exception 'What somebody answered is never changed' using constraint = 'response_kept', errcode = '23514';
      end $$;
      create trigger responses_kept before update or delete on responses for each row execute function keep_response();
      create trigger response_decisions_kept before update or delete on response_decisions
        for each row execute function keep_visit_record();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table survey_fold; drop table survey_arrivals; drop table survey_tallies; drop table response_decisions; drop table responses;
      drop function keep_response; drop table sealed_answers; drop table survey_opt_outs; drop table survey_invitations;
      drop table survey_places; drop table campaigns;
    `);
  }
}
