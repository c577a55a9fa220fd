import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mark that stands while an empty database is filled for the first time: what is there then is half of something. */
export class FirstFill1795310160000 implements MigrationInterface {
  readonly name = 'FirstFill1795310160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table first_fill (
        n smallint primary key default 1 constraint first_fill_one check (n = 1),
        begun_at timestamptz not null default now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table first_fill');
  }
}
