import { existsSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import type { Actor } from '#access';
import { Database } from '#database';
import { mediaHeld, photosAlike, photosKnown, Pictures } from '#media';
import { refusalOf } from '../assessments/assessment-rooms.js';
import { pngOf, webpOf } from '../assessments/hostile-files.js';
import { hashOf, MediaRooms } from './media-rooms.js';
import { jpegOf, photo } from './pictures.js';

let rooms: MediaRooms;
let layla: Actor;
beforeAll(async () => {
  rooms = await MediaRooms.open();
  layla = await rooms.actor('layla');
});
afterAll(() => rooms.close());

async function sent(content: Buffer): Promise<string> {
  await rooms.sendWhole(layla, content);
  return hashOf(content);
}
async function shown(hash: string): Promise<Buffer> {
  const { bytes, content } = await rooms.media.open(layla, hash);
  const all = Buffer.concat(await content.toArray());
  expect(all).toHaveLength(bytes);
  return all;
}
const prepare = (hash: string) => rooms.get(Pictures).prepare(hash);
const rowOf = async (hash: string) =>
  (await rooms.sql<Record<string, unknown>>('select * from media_files where hash = $1', [hash]))[0];

function read<T>(work: Parameters<Database['read']>[0]): Promise<T> {
  return rooms.get(Database).read(work) as Promise<T>;
}

describe('the clean copy', () => {
  it('has nothing of the file that was sent but what one sees', async () => {
    const canary = 'CANARY-24.4539-54.3773';
    const content = await photo(1)
      .resize(2_400, 1_800)
      .withExif({
        IFD0: { Copyright: canary, Make: canary },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '24/1 27/1 1404/100', GPSProcessingMethod: canary },
      })
      .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><!--${canary}--></x:xmpmeta>`)
      .withIccProfile('p3')
      .jpeg()
      .toBuffer();
    expect(content.includes(canary)).toBe(true); // else the test shows nothing
    const copy = await shown(await sent(content));
    const { format, width, height, exif, xmp, iptc, icc, comments } = await sharp(copy).metadata();
    expect({ format, width, height, exif, xmp, iptc, icc, comments }).toEqual({
      format: 'jpeg',
      width: 1_600,
      height: 1_200,
    });
    expect(copy.includes(canary)).toBe(false);
    expect(copy.includes('Exif')).toBe(false);
  });

  it('stands upright, whatever way the camera was held', async () => {
    const hash = await sent(
      await photo(2, { width: 300, height: 200 }).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    );
    expect(await sharp(await shown(hash)).metadata()).toMatchObject({ width: 200, height: 300 });
    expect(await rowOf(hash)).toMatchObject({ width: 200, height: 300 });
  });

  it('of a picture that is seen through is on white', async () => {
    const clear = sharp({ create: { width: 60, height: 60, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
    const { data } = await sharp(await shown(await sent(await clear.png().toBuffer())))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(250);
  });

  it('is made anew when it was lost, and the same picture again makes the same', async () => {
    const hash = await sent(await photo(3).jpeg().toBuffer());
    const [first, row] = [await shown(hash), await rowOf(hash)];
    rmSync(`${rooms.pathOf(hash)}.clean`);
    expect((await shown(hash)).equals(first)).toBe(true);
    expect(await rowOf(hash)).toEqual({ ...row, prepared_at: expect.any(Date) as Date });
  });

  it('is shown to who sent it and to the office, and to nobody else', async () => {
    const hash = await sent(await photo(4).jpeg().toBuffer());
    const opened = await rooms.media.open(await rooms.actor('office'), hash);
    opened.content.destroy();
    for (const name of ['salem', 'works']) {
      expect((await refusalOf(rooms.media.open(await rooms.actor(name), hash))).code).toBe('media.unknown');
    }
    expect((await refusalOf(rooms.media.open(layla, hashOf(Buffer.from('none'))))).code).toBe('media.unknown');
  });
});

describe('preparing', () => {
  it('is asked for once with the row of a new picture, and done once', async () => {
    const hash = await sent(await photo(5).jpeg().toBuffer());
    const key = `media.prepare:${hash}`;
    expect(
      await rooms.sql('select task_identifier, max_attempts from graphile_worker.jobs where key = $1', [key]),
    ).toEqual([{ task_identifier: 'media.prepare', max_attempts: 5 }]);
    await prepare(hash);
    const row = await rowOf(hash);
    expect(row).toMatchObject({ width: 320, height: 240, fingerprint: expect.stringMatching(/^[01]{64}$/) as string });
    await Promise.all([prepare(hash), prepare(hash)]);
    expect(await rowOf(hash)).toEqual(row);
    await prepare(hashOf(Buffer.from('none')));
  });

  it.each<[string, () => Buffer]>([
    ['a scan of noise', () => jpegOf(3_000, 1)],
    ['a PNG that ends early', () => pngOf({ width: 3_000, height: 3_000 })],
    ['a WebP that is none', () => webpOf()],
  ])('notes %s as unreadable and does not fail: it is not tried for ever', async (_, content) => {
    const hash = await sent(content());
    await prepare(hash);
    expect(await rowOf(hash)).toMatchObject({ width: null, fingerprint: null, prepared_at: expect.any(Date) as Date });
    expect((await refusalOf(shown(hash))).code).toBe('media.unreadable');
  });

  it('fails for what the store lost or changed, so that it is tried again and seen', async () => {
    const [lost, changed] = [
      await sent(await photo(6).jpeg().toBuffer()),
      await sent(await photo(7).jpeg().toBuffer()),
    ];
    rmSync(rooms.pathOf(lost));
    await expect(prepare(lost)).rejects.toThrow(`${lost} is missing or damaged`);
    writeFileSync(rooms.pathOf(changed), Buffer.alloc(Number((await rowOf(changed))?.['bytes']), 1));
    await expect(prepare(changed)).rejects.toThrow('damaged');
    truncateSync(rooms.pathOf(changed), 10);
    await expect(shown(changed)).rejects.toThrow('damaged');
    expect(existsSync(`${rooms.pathOf(changed)}.clean`)).toBe(false);
  });

  it('a file that is sent once more heals what the store lost', async () => {
    const content = await photo(8).jpeg().toBuffer();
    const hash = await sent(content);
    rmSync(rooms.pathOf(hash));
    await rooms.sendWhole(await rooms.actor('salem'), content);
    expect(await sharp(await shown(hash)).metadata()).toMatchObject({ width: 320 });
  });
});

describe('fingerprints', () => {
  it('tell the same picture, shrunk, sharpened, lighter or stored anew, from others', async () => {
    const prints = async (picture: Sharp) => {
      const hash = await sent(await picture.toBuffer());
      await prepare(hash);
      return hash;
    };
    const original = await prints(photo(20).jpeg({ quality: 95 }));
    const alike = [
      await prints(photo(20).resize(160).jpeg({ quality: 40 })),
      await prints(photo(20).sharpen().webp()),
      await prints(photo(20).modulate({ brightness: 1.1 }).png()),
    ];
    const others = await Promise.all([21, 22, 23].map((seed) => prints(photo(seed).jpeg())));
    const fingerprint = String((await rowOf(original))?.['fingerprint']);
    const found = await read<Awaited<ReturnType<typeof photosAlike>>>((db) => photosAlike(db, fingerprint, 8, 10));
    expect(found[0]).toMatchObject({ hash: original, differs: 0, fingerprint });
    expect(new Set(found.map(({ hash }) => hash))).toEqual(new Set([original, ...alike]));
    expect(found.map(({ hash }) => hash).filter((hash) => others.includes(hash))).toEqual([]);
    expect(await read((db) => photosAlike(db, fingerprint, 64, 2))).toHaveLength(2);
    const threeOff = fingerprint.replace(/^(.)(.)(.)/, (bits) =>
      [...bits].map((bit) => (bit === '1' ? '0' : '1')).join(''),
    );
    expect(await read((db) => photosAlike(db, threeOff, 2, 10))).toEqual([]);
    expect((await read<{ differs: number }[]>((db) => photosAlike(db, threeOff, 3, 1)))[0]?.differs).toBe(3);
  });

  it('are not made of a picture that is too even to be told apart', async () => {
    const wall = sharp({ create: { width: 90, height: 80, channels: 3, background: '#777' } });
    const hash = await sent(await wall.jpeg().toBuffer());
    await prepare(hash);
    expect(await rowOf(hash)).toMatchObject({ width: 90, fingerprint: null });
  });
});

describe('what is known of files', () => {
  it('is told by hash: of all that are stored, and which one sent oneself', async () => {
    const salem = await rooms.actor('salem');
    const [his, hers] = [await photo(30).jpeg().toBuffer(), await photo(31).jpeg().toBuffer()];
    await rooms.sendWhole(salem, his);
    const mine = await sent(hers);
    await prepare(mine);
    const hashes = [hashOf(his), mine, hashOf(Buffer.from('none'))];
    const held = await read<Map<string, object>>((db) => mediaHeld(db, layla.accountId ?? '', hashes));
    expect([...held]).toEqual([[mine, { bytes: hers.length }]]);
    const known = await read<Map<string, object>>((db) => photosKnown(db, hashes));
    expect(new Set(known.keys())).toEqual(new Set(hashes.slice(0, 2)));
    expect([known.get(hashOf(his)), known.get(mine)]).toMatchObject([
      { fingerprint: null },
      { fingerprint: expect.stringMatching(/^[01]{64}$/) as string },
    ]);
  });
});
