import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence as published elsewhere (revised, never rewritten), and the tallies folded from it. */
export class Results1795309320000 implements MigrationInterface {
  readonly name = 'Results1795309320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table imports (
        id uuid primary key,
        kind text not null constraint imports_kind_known check (kind in ('results', 'counts')),
        file_name text not null,
        sha256 text not null,
        rows integer not null,
        imported_at timestamptz not null default now()
      );
      create table measures (
        study text not null,
        code text not null,
        name_en text not null,
        name_ar text not null,
        polarity text not null constraint measures_polarity_known check (polarity in ('higher', 'lower')),
        definition text not null,
        kind text not null constraint measures_kind_known check (kind in ('headline', 'measure', 'participation')),
        options integer,
        position integer not null,
        primary key (study, code)
      );
      create table study_results (
        cycle_id uuid not null constraint study_results_cycle_fkey references cycles,
        agency_id uuid not null constraint study_results_agency_fkey references agencies,
        study text not null,
        measure text not null,
        revision integer not null,
        value numeric,
        answers integer,
        import_id uuid not null constraint study_results_import_fkey references imports,
        line integer not null,
        primary key (cycle_id, agency_id, study, measure, revision),
        constraint study_results_measure_fkey foreign key (study, measure) references measures
      );
      create table counted (
        agency_id uuid not null constraint counted_agency_fkey references agencies,
        study text not null,
        measure text not null,
        service_id uuid not null constraint counted_service_fkey references services,
        channel text not null,
        starts_on date not null,
        ends_on date not null,
        revision integer not null,
        counts integer[] not null,
        published numeric,
        import_id uuid not null constraint counted_import_fkey references imports,
        line integer not null,
        primary key (agency_id, study, measure, service_id, channel, starts_on, ends_on, revision),
        constraint counted_measure_fkey foreign key (study, measure) references measures
      );
      create index counted_periods on counted (starts_on, ends_on);
      create table tallies (
        cycle_id uuid not null constraint tallies_cycle_fkey references cycles,
        agency_id uuid not null constraint tallies_agency_fkey references agencies,
        study text not null,
        measure text not null,
        service_id uuid not null constraint tallies_service_fkey references services,
        channel text not null,
        counts bigint[] not null,
        covers_from date not null,
        covers_to date not null,
        primary key (cycle_id, agency_id, study, measure, service_id, channel)
      );
      create table evidence (
        id boolean primary key default true constraint evidence_one_row check (id),
        version bigint not null default 0
      );
      insert into evidence default values;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table evidence; drop table tallies; drop table counted; drop table study_results; drop table measures; drop table imports;`,
    );
  }
}
