import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { ApiProcess } from '../media/api-process.js';
import { hashOf } from '../media/media-rooms.js';
import { jpegOf } from '../media/pictures.js';

/**
 * `kill -9` of the API between and within chunks, DRILL_ROUNDS times. Whatever was said to be complete is there, once and
 * byte by byte; all else is gone on with.
 */
const rounds = Number(process.env['DRILL_ROUNDS'] ?? 100);
const chunk = 65_536;

it(`loses no photo over ${rounds} kills`, async () => {
  const home = mkdtempSync(join(tmpdir(), 'nujoom-kill-'));
  const api = await ApiProcess.start(home);
  const complete: Buffer[] = [];
  let stopped = false;
  const sending = Array.from({ length: 4 }, async (_, sender) => {
    for (let photo = 0; !stopped; photo += 1) {
      const content = jpegOf(300_000 + photo, 1 + sender * 10_000 + photo);
      await sentThrough(api, content);
      complete.push(content);
    }
  });
  for (let round = 0; round < rounds; round += 1) {
    await pause(Math.random() * 600);
    await api.killAndStart();
  }
  stopped = true;
  await Promise.all(sending);

  const client = new Client({ connectionString: api.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ hash: string }>('select hash from media_senders join media_files using (hash)');
  await client.end();
  const known = rows.map(({ hash }) => hash);
  const pathOf = (hash: string) => join(home, 'media', hash.slice(0, 2), hash);
  const lost = complete.filter((content) => {
    const hash = hashOf(content);
    return !known.includes(hash) || !existsSync(pathOf(hash)) || !readFileSync(pathOf(hash)).equals(content);
  });
  process.stdout.write(`${complete.length} photos over ${rounds} kills of the api, ${lost.length} lost\n`);
  expect(lost).toEqual([]);
  expect(complete.length).toBeGreaterThan(rounds);
  expect(new Set(known).size).toBe(known.length);
  await api.stop();
  rmSync(home, { recursive: true });
}, 1_800_000);

/** Sends a photo as a tablet does: asks where to go on from, and tries again whatever happens. */
async function sentThrough(api: ApiProcess, content: Buffer): Promise<void> {
  const address = `${api.url}/api/v1/media/${hashOf(content)}`;
  const headers = { cookie: api.cookie, 'content-type': 'application/octet-stream' };
  for (let offset = 0; ;) {
    const body = content.subarray(offset, offset + chunk);
    const place = { 'upload-offset': String(offset), 'upload-length': String(content.length) };
    const answer = await fetch(address, { method: 'PUT', headers: { ...headers, ...place }, body })
      .then((response) => response.json() as Promise<{ offset: number; complete: boolean }>)
      .catch(() => null);
    if (answer?.complete) return;
    if (answer && answer.offset > offset) {
      offset = answer.offset;
      continue;
    }
    const known = await fetch(`${address}/offset`, { headers })
      .then((response) => response.json() as Promise<{ offset?: number; complete?: boolean }>)
      .catch(() => null);
    if (known?.complete) return;
    if (known?.offset === undefined) await pause(50);
    else offset = known.offset;
  }
}
