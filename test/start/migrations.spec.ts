import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrate } from '#database';
import { packContribution, type Contribution } from '#instruments';
import { PackedContributions1795310100000 } from '../../migrations/2026-11-22-16-packed-contributions.js';
import { migrations } from '../../migrations/index.js';
import { emptyDatabase, testDatabase } from '../platform/database.js';
import { built, script, until, type Program } from './processes.js';
import { rowsOf, schemaOf, seed } from './schema.js';

/** Stands for a migration that was cut off in the middle: the same name as the one that sleeps in the child below. */
class Added4102444800000 implements MigrationInterface {
  readonly name = 'Added4102444800000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table added (n int)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table added');
  }
}

async function on<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function undoLast(url: string): Promise<void> {
  const source = await new DataSource({ type: 'postgres', url, migrations: [...migrations] }).initialize();
  await source.undoLastMigration();
  await source.destroy();
}

describe('every migration (R-12)', () => {
  it('goes back and forth to the same tables, and leaves the rows of the others alone', async () => {
    const url = await testDatabase();
    await on(url, seed);
    const full = await on(url, schemaOf);
    for (let back = 1; back <= migrations.length; back++) {
      for (let step = 0; step < back; step++) await undoLast(url);
      const kept = await on(url, rowsOf);
      expect(await migrate(url, migrations)).toHaveLength(back);
      expect(await on(url, schemaOf)).toEqual(full);
      expect(await on(url, rowsOf)).toMatchObject(kept);
    }
  });

  it('leaves no table of ours behind when all are undone', async () => {
    const url = await testDatabase();
    for (let left = migrations.length; left > 0; left--) await undoLast(url);
    expect(Object.keys(await on(url, rowsOf))).toEqual([]);
  });

  it('packs what responses add to tallies as the instruments do, and unpacks it', async () => {
    const url = await testDatabase();
    const migrated = migrations.indexOf(PackedContributions1795310100000) + 1;
    for (let step = migrations.length; step >= migrated; step--) await undoLast(url);
    const added: Contribution[] = [
      { raised: [], scored: [] },
      { raised: [0, 7, 300, 32_767], scored: [0, null, 25_000_000, 100_000_000] },
      { raised: [1], scored: [2 ** 31 - 1, 2 ** 31, -(2 ** 31) + 2, -(2 ** 31) + 1, -(2 ** 31), 1e18, -1e18, null] },
    ];
    const lists = `select raised, scored from responses order by consent`;
    const stored = await on(url, async (client) => {
      for (const [n, { raised, scored }] of added.entries()) {
        await client.query(
          `insert into responses (cycle_id, agency_id, id, place_n, way, language, outcome, segment, standing, consent, sheet, raised, scored,
             marks, received_at)
           values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'link', 'ar', '', '', 0, $1, '{}', $2, $3, '{}', now())`,
          [n, raised, scored],
        );
      }
      return (await client.query<object>(lists)).rows;
    });
    await migrate(url, migrations);
    const { rows } = await on(url, (client) => client.query('select contribution from responses order by consent'));
    expect(rows).toEqual(added.map((one) => ({ contribution: Buffer.from(packContribution(one)) })));
    for (let step = migrations.length; step >= migrated; step--) await undoLast(url);
    expect(await on(url, async (client) => (await client.query<object>(lists)).rows)).toEqual(stored);
  });
});

describe('migrating', () => {
  beforeAll(built);

  it('is done once, by whichever of several processes comes first', async () => {
    const url = await emptyDatabase();
    const processes = Array.from({ length: 3 }, () => migrating(url));
    expect(await Promise.all(processes.map((each) => each.ended))).toEqual([0, 0, 0]);
    const run = processes.map((each) => JSON.parse(each.stdout()) as string[]);
    expect(run.filter((names) => names.length === migrations.length)).toHaveLength(1);
    expect(run.filter((names) => names.length === 0)).toHaveLength(2);
    expect(await on(url, schemaOf)).toEqual(await on(await testDatabase(), schemaOf));
  });

  it.each([
    ['the process is killed', (child: Program) => Promise.resolve(child.child.kill('SIGKILL'))],
    ['its session is cut off', (_: Program, url: string) => on(url, cutOff)],
  ])('is whole or not at all when %s in the middle, and runs again (R-13)', async (_, interrupt) => {
    const url = await testDatabase();
    const before = await on(url, schemaOf);
    const child = migrating(url, 'create table added (n int); select pg_sleep(600)');
    await until(() => on(url, isSleeping));
    await interrupt(child, url);
    expect(await child.ended).not.toBe(0);
    expect(await on(url, schemaOf)).toEqual(before);
    expect(await migrate(url, [...migrations, Added4102444800000])).toEqual(['Added4102444800000']);
    expect(await on(url, schemaOf)).not.toEqual(before);
  });

  it('refuses a database that a newer version migrated, and changes nothing in it', async () => {
    const url = await testDatabase();
    await migrate(url, [...migrations, Added4102444800000]);
    const before = await on(url, schemaOf);
    await expect(migrate(url, migrations)).rejects.toMatchObject({
      code: 'start.databaseNewer',
      details: { params: { migration: 'Added4102444800000' } },
    });
    expect(await on(url, schemaOf)).toEqual(before);
  });
});

/** A process that migrates with the built platform, and then with one more migration of these statements. */
function migrating(url: string, more?: string): Program {
  return script(
    `import { migrate } from '#database';
    import { migrations } from './dist/migrations/index.js';
    class Added4102444800000 {
      name = 'Added4102444800000';
      up(runner) { return runner.query(process.env.MORE); }
      down() {}
    }
    const all = process.env.MORE ? [...migrations, Added4102444800000] : migrations;
    console.log(JSON.stringify(await migrate(process.env.URL_TO_MIGRATE, all)));`,
    { URL_TO_MIGRATE: url, ...(more ? { MORE: more } : {}) },
  );
}

const sleeping = `from pg_stat_activity where datname = current_database() and query like '%pg_sleep(600)'`;

async function isSleeping(client: Client): Promise<boolean> {
  return (await client.query(`select 1 ${sleeping}`)).rowCount === 1;
}

async function cutOff(client: Client): Promise<void> {
  await client.query(`select pg_terminate_backend(pid) ${sleeping}`);
}
