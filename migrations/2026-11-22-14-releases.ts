import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results of employees as they were published, once: never made anew, or one version minus the other would be somebody's. */
export class Releases1795309980000 implements MigrationInterface {
  readonly name = 'Releases1795309980000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table survey_releases (
        campaign_id uuid primary key constraint survey_releases_campaign_fkey references campaigns,
        released_at timestamptz not null default now()
      );
      create table released_groups (
        campaign_id uuid not null constraint released_groups_release_fkey references survey_releases,
        n integer not null,
        codes jsonb not null,
        respondents integer constraint released_groups_least check (respondents >= 10),
        scores jsonb not null,
        primary key (campaign_id, n),
        constraint released_groups_withheld check (respondents is not null or scores = '{}')
      );
      create function keep_release() returns trigger language plpgsql as $$
      begin
        raise exception 'What was published of employees is never changed' using constraint = 'release_kept', errcode = '23514';
      end $$;
      create trigger survey_releases_kept before update or delete on survey_releases for each row execute function keep_release();
      create trigger released_groups_kept before update or delete on released_groups for each row execute function keep_release();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table released_groups; drop table survey_releases; drop function keep_release;');
  }
}
