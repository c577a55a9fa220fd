import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Violations found at service centres: while one is open at the end of a cycle, the scheme may cap the star. */
export class Violations1795309740000 implements MigrationInterface {
  readonly name = 'Violations1795309740000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table violations (
        id uuid primary key,
        centre_id uuid not null constraint violations_centre_fkey references centres,
        kind text not null constraint violations_kind_shape check (kind ~ '^[a-z][a-z0-9_]{0,63}$'),
        note text not null constraint violations_note_length check (length(note) between 1 and 4000),
        opened_on date not null,
        closed_on date,
        noted_at timestamptz not null default now(),
        constraint violations_forward check (opened_on <= closed_on)
      );
      create index violations_centre on violations (centre_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table violations;`);
  }
}
