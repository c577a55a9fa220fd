import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and files: one row a content, and who sent it. The bytes lie in a folder or an object store. */
export class Media1795309800000 implements MigrationInterface {
  readonly name = 'Media1795309800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table media_files (
        hash text primary key constraint media_files_hash_shape check (hash ~ '^[0-9a-f]{64}$'),
        kind text not null,
        bytes integer not null,
        width integer,
        height integer,
        fingerprint bit(64),
        prepared_at timestamptz,
        stored_at timestamptz not null default now()
      );
      create table media_senders (
        hash text not null constraint media_senders_file_fkey references media_files,
        account_id uuid not null constraint media_senders_account_fkey references accounts,
        sent_at timestamptz not null default now(),
        primary key (hash, account_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table media_senders; drop table media_files;`);
  }
}
