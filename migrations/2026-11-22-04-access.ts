import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in, who is signed in, and how often a sign-in failed. */
export class Access1795309380000 implements MigrationInterface {
  readonly name = 'Access1795309380000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accounts (
        id uuid primary key,
        name text not null constraint accounts_name_key unique,
        password_hash text not null,
        role text not null,
        created_at timestamptz not null default now()
      );
      create table sessions (
        token_hash bytea primary key,
        account_id uuid not null constraint sessions_account_fkey references accounts on delete cascade,
        created_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index sessions_account on sessions (account_id);
      create table known_devices (
        token_hash bytea primary key,
        account_id uuid not null constraint known_devices_account_fkey references accounts on delete cascade,
        seen_at timestamptz not null default now()
      );
      create table sign_in_failures (
        bucket text primary key,
        failures integer not null,
        failed_at timestamptz not null,
        next_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table sign_in_failures; drop table known_devices; drop table sessions; drop table accounts;`,
    );
  }
}
