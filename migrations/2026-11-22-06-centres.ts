import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Service centres: the outlets that are rated, each of one channel type. */
export class Centres1795309500000 implements MigrationInterface {
  readonly name = 'Centres1795309500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table centres (
        id uuid primary key,
        agency_id uuid not null constraint centres_agency_fkey references agencies,
        code text not null constraint centres_code_key unique
          constraint centres_code_shape check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
        channel_type text not null
          constraint centres_channel_shape check (channel_type ~ '^[a-z][a-z0-9_]{0,63}$'),
        name_en text,
        name_ar text,
        opens_on date,
        closes_on date,
        constraint centres_named check (name_en is not null or name_ar is not null),
        constraint centres_forward check (opens_on <= closes_on)
      );
      create index centres_agency on centres (agency_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table centres;`);
  }
}
