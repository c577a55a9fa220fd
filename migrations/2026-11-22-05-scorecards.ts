import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was printed from which figures; a null agency is the programme report. */
export class Scorecards1795309440000 implements MigrationInterface {
  readonly name = 'Scorecards1795309440000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table scorecards (
        id uuid primary key,
        cycle_id uuid not null constraint scorecards_cycle_fkey references cycles,
        agency_id uuid constraint scorecards_agency_fkey references agencies,
        language text not null constraint scorecards_language_known check (language in ('ar', 'en')),
        state text not null constraint scorecards_state_known check (state in ('queued', 'printed', 'failed')),
        attempts integer not null default 0,
        reason text,
        figures_hash text not null,
        priority integer not null,
        file_hash text,
        bytes integer,
        requested_at timestamptz not null default now(),
        printed_at timestamptz,
        constraint scorecards_one_each unique nulls not distinct (cycle_id, agency_id, language)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table scorecards;`);
  }
}
