import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gradings of star criteria by agencies and assessors, who is assigned to give them, and the files they rest on. */
export class Assessments1795309620000 implements MigrationInterface {
  readonly name = 'Assessments1795309620000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table accounts add column agency_id uuid constraint accounts_agency_fkey references agencies;
      alter table accounts add constraint accounts_agency_named check (role <> 'agency' or agency_id is not null);
      create table conflicts_of_interest (
        account_id uuid not null constraint conflicts_account_fkey references accounts on delete cascade,
        agency_id uuid not null constraint conflicts_agency_fkey references agencies,
        reason text not null,
        declared_at timestamptz not null default now(),
        primary key (account_id, agency_id)
      );
      create table assessments (
        cycle_id uuid not null constraint assessments_cycle_fkey references cycles,
        agency_id uuid not null constraint assessments_agency_fkey references agencies,
        centre_id uuid not null constraint assessments_centre_fkey references centres,
        self_due_on date not null,
        grading_due_on date not null,
        primary key (cycle_id, centre_id)
      );
      create index assessments_agency on assessments (agency_id, cycle_id);
      create table assessor_assignments (
        id uuid primary key default gen_random_uuid(),
        cycle_id uuid not null,
        centre_id uuid not null,
        slot text not null constraint assignments_slot_known check (slot in ('first', 'second', 'settler')),
        account_id uuid not null constraint assignments_account_fkey references accounts,
        assigned_at timestamptz not null default now(),
        ended_at timestamptz,
        ended_because text constraint assignments_end_known check (ended_because in ('replaced', 'conflict')),
        constraint assignments_assessment_fkey foreign key (cycle_id, centre_id) references assessments,
        constraint assignments_end_told check ((ended_at is null) = (ended_because is null))
      );
      create unique index assignments_one_a_slot on assessor_assignments (cycle_id, centre_id, slot) where ended_at is null;
      create unique index assignments_one_a_person on assessor_assignments (cycle_id, centre_id, account_id) where ended_at is null;
      create index assignments_account on assessor_assignments (account_id, cycle_id) where ended_at is null;
      create table grading_imports (
        id uuid primary key,
        file_name text not null,
        sha256 text not null,
        rows integer not null,
        imported_at timestamptz not null default now()
      );
      create table gradings (
        cycle_id uuid not null,
        agency_id uuid not null,
        id uuid not null,
        centre_id uuid not null,
        criterion text not null constraint gradings_criterion_shape check (criterion ~ '^[a-z][a-z0-9_]{0,63}$'),
        by text not null constraint gradings_by_known check (by in ('self', 'assessor')),
        account_id uuid not null constraint gradings_account_fkey references accounts,
        revision integer not null,
        level text,
        reason text not null constraint gradings_reason_length check (length(reason) between 1 and 4000),
        import_id uuid constraint gradings_import_fkey references grading_imports,
        line integer,
        at timestamptz not null default clock_timestamp(),
        not_counted_since timestamptz,
        primary key (cycle_id, agency_id, id),
        constraint gradings_assessment_fkey foreign key (cycle_id, centre_id) references assessments,
        constraint gradings_one_revision unique
          (cycle_id, agency_id, centre_id, criterion, by, account_id, revision)
      );
      create function keep_gradings() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.not_counted_since is null
          and to_jsonb(new) - 'not_counted_since' = to_jsonb(old) - 'not_counted_since' then return new;
        end if;
        raise exception 'A grading is never changed' using constraint = 'gradings_kept', errcode = '23514';
      end $$;
      create trigger gradings_kept before update or delete on gradings for each row execute function keep_gradings();
      create table evidence_files (
        hash text primary key constraint evidence_files_hash_shape check (hash ~ '^[0-9a-f]{64}$'),
        kind text not null,
        bytes integer not null,
        stored_at timestamptz not null default now()
      );
      create table evidence_links (
        cycle_id uuid not null,
        agency_id uuid not null,
        centre_id uuid not null,
        criterion text not null constraint evidence_links_criterion_shape check (criterion ~ '^[a-z][a-z0-9_]{0,63}$'),
        name text not null constraint evidence_links_name_length check (length(name) between 1 and 150),
        hash text not null constraint evidence_links_file_fkey references evidence_files,
        account_id uuid constraint evidence_links_account_fkey references accounts,
        added_at timestamptz not null default now(),
        primary key (cycle_id, agency_id, centre_id, criterion, hash, name),
        constraint evidence_links_assessment_fkey foreign key (cycle_id, centre_id) references assessments
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table evidence_links; drop table evidence_files; drop table gradings; drop function keep_gradings;
      drop table grading_imports; drop table assessor_assignments; drop table assessments;
      drop table conflicts_of_interest;
      alter table accounts drop constraint accounts_agency_named;
      alter table accounts drop column agency_id;
    `);
  }
}
