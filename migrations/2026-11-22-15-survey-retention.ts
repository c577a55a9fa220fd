import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What of surveys is erased when, who imported responses, and what processes tell each other about pace. What somebody wrote may
 * be erased from an answer, and nothing else of it may change.
 */
export class SurveyRetention1795310040000 implements MigrationInterface {
  readonly name = 'SurveyRetention1795310040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table campaigns add column import_salt bytea;
      create table survey_erasures (
        campaign_id uuid primary key constraint survey_erasures_campaign_fkey references campaigns,
        started_at timestamptz not null,
        agency_id uuid,
        after_id uuid,
        erased integer not null default 0,
        finished_at timestamptz
      );
      create table response_erasures (
        cycle_id uuid not null,
        agency_id uuid not null,
        response_id uuid not null,
        n bigint generated always as identity,
        account_id uuid constraint response_erasures_account_fkey references accounts,
        reason text constraint response_erasures_reason_length check (length(reason) between 1 and 4000),
        at timestamptz not null default now(),
        primary key (cycle_id, agency_id, response_id, n),
        constraint response_erasures_response_fkey foreign key (cycle_id, agency_id, response_id) references responses
      );
      create table response_imports (
        id uuid primary key,
        campaign_id uuid not null constraint response_imports_campaign_fkey references campaigns,
        file_name text not null,
        sha256 text not null,
        rows integer not null,
        added integer not null,
        account_id uuid constraint response_imports_account_fkey references accounts,
        at timestamptz not null default now()
      );
      create index response_imports_campaign on response_imports (campaign_id, at);
      create unlogged table survey_pace (
        kind text not null,
        key text not null,
        starts_at timestamptz not null,
        n integer not null,
        changed_at timestamptz not null,
        primary key (kind, key, starts_at)
      );
      create index survey_pace_changed on survey_pace (changed_at);
      create index survey_pace_starts on survey_pace (starts_at);
      alter table response_decisions alter column reason drop not null;
      create function words_erased(before jsonb, after jsonb) returns boolean language sql immutable as $$
        select before - 'answers' = after - 'answers' and not exists (
          select from jsonb_each(before -> 'answers') as old (code, given)
            full join jsonb_each(after -> 'answers') as new (code, given) using (code)
          where new.given is distinct from old.given
            and new.given is distinct from old.given
              || case when old.given ? 'comment' and new.given ->> 'comment' = '[…]' then '{"comment": "[…]"}' else '{}' end::jsonb
              || case when jsonb_typeof(old.given -> 'value') = 'string' and new.given ->> 'value' = '[…]' then '{"value": "[…]"}' else '{}' end::jsonb
        )
      $$;
      create or replace function keep_response() returns trigger language plpgsql as $$
      begin
        -- A transaction that this server has not come to is of the server that the tables were copied from.
        if tg_op = 'UPDATE'
          and to_jsonb(new) - '{standing,seen,sheet,interviewer_id}'::text[] = to_jsonb(old) - '{standing,seen,sheet,interviewer_id}'::text[]
          and (new.seen = old.seen or old.seen > pg_snapshot_xmax(pg_current_snapshot()))
          and (new.interviewer_id is null or new.interviewer_id = old.interviewer_id)
          and (new.sheet = old.sheet or words_erased(old.sheet, new.sheet)) then return new; end if;
        raise exception 'What somebody answered is never changed' using constraint = 'response_kept', errcode = '23514';
      end $$;
      create function keep_response_record() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and new.reason is null and to_jsonb(new) - 'reason' = to_jsonb(old) - 'reason' then return new; end if;
        raise exception 'What was decided about a response is never changed' using constraint = 'response_record_kept', errcode = '23514';
      end $$;
      drop trigger response_decisions_kept on response_decisions;
      create trigger response_decisions_kept before update or delete on response_decisions
        for each row execute function keep_response_record();
      create trigger response_erasures_kept before update or delete on response_erasures
        for each row execute function keep_response_record();
      create trigger response_imports_kept before update or delete on response_imports
        for each row execute function keep_visit_record();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger response_decisions_kept on response_decisions;
      update response_decisions set reason = '[…]' where reason is null;
      alter table response_decisions alter column reason set not null;
      create trigger response_decisions_kept before update or delete on response_decisions
        for each row execute function keep_visit_record();
      drop table survey_pace; drop table response_imports; drop table response_erasures; drop table survey_erasures;
      drop function keep_response_record;
      alter table campaigns drop column import_salt;
      create or replace function keep_response() returns trigger language plpgsql as $$
      begin
        -- A transaction that this server has not come to is of the server that the tables were copied from.
        if tg_op = 'UPDATE' and to_jsonb(new) - 'standing' - 'seen' = to_jsonb(old) - 'standing' - 'seen'
          and (new.seen = old.seen or old.seen > pg_snapshot_xmax(pg_current_snapshot())) then return new; end if;
        raise exception 'What somebody answered is never changed' using constraint = 'response_kept', errcode = '23514';
      end $$;
      drop function words_erased;
    `);
  }
}
