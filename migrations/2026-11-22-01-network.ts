import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies, their services, and which agency goes on from which. */
export class Network1795309200000 implements MigrationInterface {
  readonly name = 'Network1795309200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agencies (
        id uuid primary key,
        code text not null constraint agencies_code_key unique
          constraint agencies_code_shape check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
        name_en text,
        name_ar text,
        group_en text,
        group_ar text,
        constraint agencies_named check (name_en is not null or name_ar is not null)
      );
      create table services (
        id uuid primary key,
        agency_id uuid not null constraint services_agency_fkey references agencies,
        code text not null,
        name_en text,
        name_ar text,
        constraint services_code_key unique (agency_id, code)
      );
      create table successions (
        predecessor_id uuid not null constraint successions_predecessor_fkey references agencies,
        successor_id uuid not null constraint successions_successor_fkey references agencies,
        since date not null,
        primary key (predecessor_id, successor_id),
        constraint successions_not_self check (predecessor_id <> successor_id)
      );
      create index successions_successor on successions (successor_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table successions; drop table services; drop table agencies;`);
  }
}
