import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { program } from '../start/processes.js';
import { ApiProcess } from '../media/api-process.js';

/**
 * How fast photos of 200 KB are taken over HTTP, against writing the same bytes with fsync and a row in the same run. It
 * only prints: nothing is judged.
 */
const bytes = 200_000;
const photos = 200;
const connections = 8;

interface Speed {
  readonly perSecond: number;
  /** In ms. */
  readonly p50: number;
  readonly p99: number;
}

it('photos of 200 KB', async () => {
  const home = mkdtempSync(join(tmpdir(), 'nujoom-speed-'));
  const api = await ApiProcess.start(home);
  const setting = JSON.stringify({ url: api.url, cookie: api.cookie, connections, photos, bytes });
  const ours = async (): Promise<Speed> => {
    const sender = program([join(import.meta.dirname, '../media/photo-sender.mjs')], { env: { SENDER: setting } });
    if ((await sender.ended) !== 0) throw new Error(sender.stderr());
    return JSON.parse(sender.stdout()) as Speed;
  };
  const pool = new Pool({ connectionString: api.databaseUrl, max: connections });
  await pool.query('create table plain_photos (id uuid primary key, hash text not null, bytes integer not null)');
  await ours(); // what is compiled when it is first used
  for (let round = 0; round < 3; round += 1) {
    const plain = await plainly(pool, join(home, 'plain'));
    const before = api.cpuSeconds();
    const { perSecond, p50, p99 } = await ours();
    const cpu = ((api.cpuSeconds() - before) * 1_000) / photos;
    process.stdout.write(
      `plain ${plain.toFixed(0)}/s; over HTTP ${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ` +
        `${cpu.toFixed(2)} ms CPU each; ratio ${(perSecond / plain).toFixed(2)}; api ${api.memoryMb().toFixed(0)} MB\n`,
    );
  }
  await pool.end();
  await api.stop();
  rmSync(home, { recursive: true });
}, 600_000);

/** The bytes to a file, by their hash, with fsync of it and its folder, and a row: as many at once. */
async function plainly(pool: Pool, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const waiting = Array.from({ length: photos }, () => randomBytes(bytes));
  const since = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let content = waiting.pop(); content; content = waiting.pop()) {
        const hash = createHash('sha256').update(content).digest('hex');
        const temporary = join(folder, randomUUID());
        const file = await open(temporary, 'wx');
        await file.writeFile(content);
        await file.sync();
        await file.close();
        await rename(temporary, join(folder, hash));
        const home = await open(folder);
        await home.sync();
        await home.close();
        await pool.query('insert into plain_photos values ($1, $2, $3)', [randomUUID(), hash, content.length]);
      }
    }),
  );
  return photos / ((performance.now() - since) / 1000);
}
