import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { closedLoop } from './load.js';
import type { Measure } from './measure.js';
import { ChangingPhoto } from './photo.js';
import { onFreshPlatform } from './platform.js';
import { wireOf } from './prepared-request.js';
import { RawClient } from './raw-client.js';
import { servedProcess } from './served-process.js';
import { figuresOf, inTurns, serverOf, type Work } from './turns.js';
import { VisitSender } from './visit-sender.js';
import { visitWorld, type VisitWorld } from './visit-world.js';

const clients = 12;
const visits = 20_000;
const photo = { bytes: 200_000, each: 2 } as const;
const aim = 0.3;

/**
 * Visits with two photos, these sent before, over HTTP to one process of the API, against the same bytes written to files,
 * each durable with its folder, and a row for each photo and each visit.
 */
export function measurePhotos(): Promise<Measure[]> {
  return onFreshPlatform(async ({ rooms, folder, url }) => {
    const world = await visitWorld(rooms, clients, visits);
    const source = rooms.get(DataSource);
    await source.query('create table bench_files (hash text primary key, bytes integer not null)');
    await source.query('create table bench_rows (id uuid primary key, content jsonb not null)');
    const api = await servedProcess(url, join(folder, 'served'));
    const pool = new Pool({ connectionString: url, max: clients });
    try {
      const watched = { api: api.pid, database: await serverOf(pool) };
      const works = { ours: await sending(api.port, world), bare: await writing(pool, world, join(folder, 'bare')) };
      const { ours, bare } = await inTurns(works, watched);
      const ratio = ours.rate / bare.rate;
      return [
        {
          name: `visits of 94 items with ${photo.each} photos of 200 KB over HTTP, ${clients} clients, one process of the API`,
          figures: figuresOf('visits', ours, bare),
          baseline: { what: 'the same bytes to files with fsync, and a row each', value: bare.rate, unit: 'visits/s' },
          ratio,
          aim: `at least ${aim} of the baseline`,
          met: ratio >= aim,
        },
      ];
    } finally {
      await pool.end();
      await api.stop();
    }
  });
}

/** Stand in the text of a visit where the hashes of its photos belong. */
const blanks = Array.from({ length: photo.each }, (_, at) => String(at).repeat(64));

async function sending(port: number, { text, shoppers }: VisitWorld): Promise<Work> {
  const named = blanks.map((hash) => ({ hash, bytes: photo.bytes, takenAt: '2026-11-23T09:10:00+04:00' }));
  const withPhotos = text.replace('"photos":[]', `"photos":${JSON.stringify(named)}`);
  const tablets = await Promise.all(
    shoppers.map(async ({ token, visits }) => ({
      visits,
      token,
      connection: await RawClient.to(port),
      visitSender: await VisitSender.to(port, token, withPhotos, blanks),
      picture: new ChangingPhoto(photo.bytes),
    })),
  );
  return (seconds) =>
    closedLoop(clients, seconds, async (client) => {
      const tablet = tablets[client];
      const visit = tablet?.visits.pop();
      if (!tablet || visit === undefined) return false;
      const hashes: string[] = [];
      while (hashes.length < photo.each) hashes.push(await sendPhoto(tablet.connection, tablet.token, tablet.picture));
      await tablet.visitSender.send(visit, ...hashes);
      return true;
    });
}

async function sendPhoto(connection: RawClient, token: string, picture: ChangingPhoto): Promise<string> {
  const hash = picture.change();
  const headers = {
    authorization: `Device ${token}`,
    'device-app': '1.0.0',
    'content-type': 'application/octet-stream',
    'upload-offset': 0,
    'upload-length': picture.content.length,
  };
  const request = wireOf({ method: 'PUT', path: `/api/v1/media/${hash}`, headers, body: picture.content });
  const { status, body } = await connection.ask(request);
  if (status !== 200) throw new Error(`A photo was answered with ${status}: ${body}`);
  return hash;
}

async function writing(pool: Pool, { text }: VisitWorld, folder: string): Promise<Work> {
  await mkdir(folder, { recursive: true });
  const pictures = Array.from({ length: clients }, () => new ChangingPhoto(photo.bytes));
  return (seconds) =>
    closedLoop(clients, seconds, async (client) => {
      const picture = pictures[client];
      if (!picture) return false;
      for (let at = 0; at < photo.each; at++) {
        const hash = picture.change();
        await writeFile(folder, hash, picture.content);
        await pool.query('insert into bench_files values ($1, $2)', [hash, picture.content.length]);
      }
      await pool.query('insert into bench_rows (id, content) values ($1, $2)', [randomUUID(), text]);
      return true;
    });
}

/** There, all of it, whatever happens: the file and its name. */
async function writeFile(folder: string, hash: string, content: Buffer): Promise<void> {
  const temporary = join(folder, randomUUID());
  const file = await open(temporary, 'wx');
  await file.writeFile(content);
  await file.sync();
  await file.close();
  await rename(temporary, join(folder, hash));
  const home = await open(folder);
  await home.sync();
  await home.close();
}
