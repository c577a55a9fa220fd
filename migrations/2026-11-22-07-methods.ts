import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instruments and rating schemes as versioned documents, and the scheme each cycle was opened with. */
export class Methods1795309560000 implements MigrationInterface {
  readonly name = 'Methods1795309560000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table method_versions (
        id uuid primary key,
        kind text not null constraint method_versions_kind_known check (kind in ('instrument', 'scheme')),
        code text not null constraint method_versions_code_shape check (code ~ '^[a-z][a-z0-9_]{0,63}$'),
        version integer not null,
        hash text not null constraint method_versions_hash_shape check (hash ~ '^[0-9a-f]{64}$'),
        document jsonb not null,
        saved_at timestamptz not null default now(),
        published_at timestamptz,
        constraint method_versions_one_each unique (kind, code, version)
      );
      create function keep_published_method() returns trigger language plpgsql as $$
      begin
        if old.published_at is not null then
          raise exception 'A published version is never changed' using constraint = 'method_versions_frozen', errcode = '23514';
        end if;
        return coalesce(new, old);
      end $$;
      create trigger method_versions_frozen before update or delete on method_versions
        for each row execute function keep_published_method();
      create table cycle_schemes (
        cycle_id uuid primary key constraint cycle_schemes_cycle_fkey references cycles,
        scheme_id uuid not null constraint cycle_schemes_scheme_fkey references method_versions,
        opened_at timestamptz not null default now()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table cycle_schemes; drop table method_versions; drop function keep_published_method;`);
  }
}
