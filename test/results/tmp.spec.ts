import { Client } from 'pg';
import { execSync } from 'node:child_process';
import { countsTable, freshRooms, answers } from './results-rooms.js';
const held = freshRooms();
it('big', async () => {
  const rows: (string | number)[][] = [];
  for (let s = 0; s < 100; s++) for (let d = 0; d < 1000; d++) {
    const day = new Date(Date.UTC(2021, 0, 1 + d)).toISOString().slice(0, 10);
    rows.push(['A' + (s % 10), 's' + s, day, 1, 2, 3, 4, 5]);
  }
  await held.rooms.importCounts('month', countsTable(...rows), answers);
  const client = new Client({ connectionString: (held.rooms as never as { url: string }).url });
  await client.connect();
  const time = async (name: string, sql: string, v: unknown[] = []) => { const t = Date.now(); try { const r = await client.query(sql, v); console.log('T', name, Date.now() - t, r.rowCount); } catch (e) { console.log('T', name, String(e)); } };
  await client.query('begin');
  await time('stage', `create temporary table staged_counts on commit drop as select line, agencies.code as agency, services.code as service, channel, starts_on, ends_on, counts, published from counted join agencies on agencies.id = agency_id join services on services.id = service_id`);
  const src = (f: string) => execSync(`git show HEAD:libs/results/src/${f}`).toString();
  const old = src('counts-import.queries.ts');
  const oldFold = /`(with touched as[\s\S]*?)`,/.exec(old)![1]!;
  const store = /`(with compared as[\s\S]*?)`,/.exec(old)![1]!;
  await client.query('savepoint a');
  await time('oldfold', oldFold, ['customer-happiness', 'satisfaction']);
  await client.query('analyze staged_counts');
  await time('oldfold analyzed', oldFold, ['customer-happiness', 'satisfaction']);
  const nw = (await import('node:fs')).readFileSync('libs/results/src/tallies.queries.ts', 'utf8');
  const parts = { fresh: /const inFreshCycles = `([\s\S]*?)`;/.exec(nw)![1]!, staged: /const staged = `([\s\S]*?)`;/.exec(nw)![1]! };
  const body = /`(with touched as[\s\S]*?)`,/.exec(nw)![1]!;
  await time('fresh only', parts.fresh);
  await time('union', `${parts.fresh} union ${parts.staged}`, ['customer-happiness', 'satisfaction']);
  await time('newfold', body.replace('${touched}', `${parts.fresh} union ${parts.staged}`), ['customer-happiness', 'satisfaction']);
  await time('store', store.replace('$3', 'gen_random_uuid()'), ['customer-happiness', 'satisfaction']);
  await client.end();
}, 300000);
