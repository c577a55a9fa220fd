import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filled instruments as evidence, the tallies folded from them, and measured indicators. */
export class AnswerSheets1795309680000 implements MigrationInterface {
  readonly name = 'AnswerSheets1795309680000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table imports drop constraint imports_kind_known;
      alter table imports add constraint imports_kind_known
        check (kind in ('results', 'counts', 'answers', 'indicators'));
      create table answer_sheets (
        cycle_id uuid not null constraint answer_sheets_cycle_fkey references cycles,
        agency_id uuid not null constraint answer_sheets_agency_fkey references agencies,
        centre_id uuid not null constraint answer_sheets_centre_fkey references centres,
        instrument_id uuid not null constraint answer_sheets_instrument_fkey references method_versions,
        id uuid not null,
        revision integer not null,
        given_on date,
        sheet jsonb not null,
        hash text not null,
        import_id uuid not null constraint answer_sheets_import_fkey references imports,
        line integer not null,
        primary key (cycle_id, agency_id, centre_id, instrument_id, id, revision)
      );
      create index answer_sheets_id on answer_sheets (cycle_id, instrument_id, id);
      create table sheet_tallies (
        cycle_id uuid not null constraint sheet_tallies_cycle_fkey references cycles,
        agency_id uuid not null constraint sheet_tallies_agency_fkey references agencies,
        centre_id uuid not null constraint sheet_tallies_centre_fkey references centres,
        instrument_id uuid not null constraint sheet_tallies_instrument_fkey references method_versions,
        sheets integer not null,
        counts bigint[] not null,
        sums numeric[] not null,
        primary key (cycle_id, agency_id, centre_id, instrument_id)
      );
      create table indicator_values (
        cycle_id uuid not null constraint indicator_values_cycle_fkey references cycles,
        agency_id uuid not null constraint indicator_values_agency_fkey references agencies,
        centre_id uuid not null constraint indicator_values_centre_fkey references centres,
        indicator text not null constraint indicator_values_shape check (indicator ~ '^[a-z][a-z0-9_]{0,63}$'),
        revision integer not null,
        value numeric not null,
        source text not null,
        import_id uuid not null constraint indicator_values_import_fkey references imports,
        line integer not null,
        primary key (cycle_id, agency_id, centre_id, indicator, revision)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table indicator_values; drop table sheet_tallies; drop table answer_sheets;
      delete from imports where kind in ('answers', 'indicators');
      alter table imports drop constraint imports_kind_known;
      alter table imports add constraint imports_kind_known check (kind in ('results', 'counts'));
    `);
  }
}
