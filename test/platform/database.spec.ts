import { Client } from 'pg';
import { migrations } from '../../migrations/index.js';
import { filledDatabase, ownServer, testDatabase } from './database.js';

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a test database', () => {
  it('is migrated, and nobody else writes to it', async () => {
    const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
    expect(await rows(one, 'select name from migrations order by id')).toHaveLength(migrations.length);
    await rows(one, `insert into agencies (id, code, name_en) values (gen_random_uuid(), 'A', 'Agency')`);
    expect(await rows(one, 'select code from agencies')).toEqual([{ code: 'A' }]);
    expect(await rows(other, 'select code from agencies')).toEqual([]);
  });

  it('with something in it is filled once, and copied for each who asks', async () => {
    let filled = 0;
    const fill = async (url: string) => {
      filled += 1;
      await rows(url, `insert into agencies (id, code, name_en) values (gen_random_uuid(), 'A', 'Agency')`);
    };
    const [one, other] = await Promise.all([filledDatabase('one_agency', fill), filledDatabase('one_agency', fill)]);
    expect(filled).toBe(1);
    await rows(one, 'delete from agencies');
    expect(await rows(other, 'select code from agencies')).toEqual([{ code: 'A' }]);
  });
});

describe('a server of one’s own', () => {
  it('keeps its address and its rows over a stop and a crash', async () => {
    const server = await ownServer();
    await rows(server.url, `insert into agencies (id, code, name_en) values (gen_random_uuid(), 'A', 'Agency')`);
    await server.stop();
    await expect(rows(server.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await server.start();
    await server.stop('immediate');
    await server.start();
    expect(await rows(server.url, 'select code from agencies')).toEqual([{ code: 'A' }]);
    await server.stop();
  });
});
