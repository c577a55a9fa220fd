import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evaluation cycles: periods with one key each; a published one may be seen by everybody. */
export class Cycles1795309260000 implements MigrationInterface {
  readonly name = 'Cycles1795309260000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cycles (
        id uuid primary key,
        key text not null constraint cycles_key_key unique,
        kind text not null constraint cycles_kind_known check (kind in ('year', 'fiscal-year', 'quarter', 'month')),
        starts_on date not null,
        ends_on date not null,
        published_at timestamptz,
        constraint cycles_forward check (starts_on <= ends_on)
      );
      create index cycles_order on cycles (kind, starts_on);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table cycles;`);
  }
}
