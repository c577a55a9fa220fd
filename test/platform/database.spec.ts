import { Client } from 'pg';
import { migrations } from '../../migrations/index.js';
import { ownServer, testDatabase } from './database.js';

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
