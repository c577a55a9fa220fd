import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '#access';
import { refusalOf } from '../assessments/assessment-rooms.js';
import { pdfOf } from '../assessments/hostile-files.js';
import { cut, hashOf, MediaRooms, mebibyte, pieces } from './media-rooms.js';
import { jpegOf, photo } from './pictures.js';

let rooms: MediaRooms;
let layla: Actor;
let salem: Actor;
beforeAll(async () => {
  rooms = await MediaRooms.open();
  [layla, salem] = [await rooms.actor('layla'), await rooms.actor('salem')];
});
afterAll(() => rooms.close());

const kibibytes64 = 65_536;
const small = (seed: number) => photo(seed, { width: 64, height: 64 }).jpeg().toBuffer();

describe('a photo', () => {
  it('that is sent whole is stored by its hash, durably, before it is said to be complete', async () => {
    const content = await small(1);
    const hash = hashOf(content);
    expect(await rooms.uploads.offset(layla, hash)).toEqual({ hash, offset: 0, complete: false });
    expect(await rooms.send(layla, content)).toEqual({ hash, offset: content.length, complete: true });
    expect(readFileSync(rooms.pathOf(hash))).toEqual(content);
    expect([statSync(rooms.pathOf(hash)).mode & 0o777, statSync(join(rooms.pathOf(hash), '..')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ]);
    expect(rooms.filesIn('.incoming')).toEqual([]);
    expect(await rooms.sql('select kind, bytes from media_files where hash = $1', [hash])).toEqual([
      { kind: 'jpeg', bytes: content.length },
    ]);
  });

  it('that was sent before is complete with any chunk of it', async () => {
    const content = await small(2);
    const hash = hashOf(content);
    await rooms.send(layla, content);
    const complete = { hash, offset: content.length, complete: true };
    expect(await rooms.send(layla, content)).toEqual(complete);
    expect(await rooms.send(layla, content, { to: 100 })).toEqual(complete);
    expect(await rooms.send(layla, content, { from: 200, to: 300 })).toEqual(complete);
    expect(await rooms.uploads.offset(layla, hash)).toEqual(complete);
    expect(rooms.filesIn('.incoming')).toEqual([]);
  });

  it('that another sent is not told of: all of it has to be sent, and it is stored once', async () => {
    const content = await small(3);
    const hash = hashOf(content);
    await rooms.send(layla, content);
    expect(await rooms.uploads.offset(salem, hash)).toEqual({ hash, offset: 0, complete: false });
    const half = Math.floor(content.length / 2);
    expect(await rooms.send(salem, content, { to: half })).toEqual({ hash, offset: half, complete: false });
    expect((await rooms.send(salem, content, { from: half })).complete).toBe(true);
    expect(await rooms.sql('select account_id from media_senders where hash = $1', [hash])).toHaveLength(2);
    expect(
      await rooms.sql('select 1 from graphile_worker.jobs where key = $1', [`media.prepare:${hash}`]),
    ).toHaveLength(1);
  });

  it('that another has begun is neither gone on with nor seen', async () => {
    const content = await small(4);
    const hash = hashOf(content);
    await rooms.send(layla, content, { to: 100 });
    expect((await rooms.uploads.offset(salem, hash)).offset).toBe(0);
    expect(await refusalOf(rooms.send(salem, content, { from: 100 }))).toMatchObject({
      code: 'media.offsetDiffers',
      params: { offset: 0 },
    });
    expect((await rooms.uploads.offset(layla, hash)).offset).toBe(100);
  });
});

describe('R-5: a photo on a poor line', () => {
  it('cut at each boundary of 64 KiB and gone on with arrives byte by byte, with little sent again', async () => {
    const content = jpegOf(900_000, 7);
    let [sent, arrived] = [0, 0];
    for (let upload = 0; upload < 60; upload += 1) {
      // Each upload is another file: what stands behind the end of a JPEG may be zeros.
      const own = Buffer.concat([content, Buffer.alloc(upload)]);
      const total = own.length;
      const hash = hashOf(own);
      const boundary = kibibytes64 * (1 + (upload % Math.floor(total / kibibytes64)));
      const broken = rooms.uploads.append(layla, hash, { offset: 0, total, content: cut(own.subarray(0, boundary)) });
      expect((await refusalOf(broken)).code).toBe('request.unreadable');
      const { offset } = await rooms.uploads.offset(layla, hash);
      const state = await rooms.send(layla, own, { from: offset });
      expect(state.complete).toBe(true);
      expect(readFileSync(rooms.pathOf(hash)).equals(own)).toBe(true);
      sent += boundary + (total - offset);
      arrived += total;
    }
    expect(sent / arrived).toBeLessThanOrEqual(1.05);
  });

  it('cut at every boundary in turn arrives as well', async () => {
    const content = jpegOf(700_000, 8);
    const hash = hashOf(content);
    let at = 0;
    for (; at + kibibytes64 < content.length; at += kibibytes64) {
      const chunk = cut(content.subarray(at, at + kibibytes64));
      await refusalOf(rooms.uploads.append(layla, hash, { offset: at, total: content.length, content: chunk }));
      expect((await rooms.uploads.offset(layla, hash)).offset).toBe(at + kibibytes64);
    }
    expect((await rooms.send(layla, content, { from: at })).complete).toBe(true);
    expect(readFileSync(rooms.pathOf(hash)).equals(content)).toBe(true);
  });

  it.each([
    ['before what is there', 50],
    ['behind what is there', 150],
  ])('sent from a place %s is told the right one', async (_, from) => {
    const content = await small(10 + from);
    await rooms.send(layla, content, { to: 100 });
    expect(await refusalOf(rooms.send(layla, content, { from }))).toMatchObject({
      code: 'media.offsetDiffers',
      params: { offset: 100 },
    });
    expect((await rooms.send(layla, content, { from: 100 })).complete).toBe(true);
  });

  it('with another content than its hash says is refused, and starts anew', async () => {
    const [content, other] = [await small(20), await small(21)];
    const wrong = { hash: hashOf(content) };
    expect((await refusalOf(rooms.send(layla, other, wrong))).code).toBe('media.hashDiffers');
    expect((await rooms.uploads.offset(layla, wrong.hash)).offset).toBe(0);
    expect((await rooms.send(layla, content)).complete).toBe(true);
  });

  it('sent by two tabs at once arrives whole, whoever is faster', async () => {
    for (let round = 0; round < 10; round += 1) {
      const content = jpegOf(300_000, 30 + round);
      const tab = async () => {
        for (let offset = 0; ;) {
          const chunk = { from: offset, to: offset + 100_000 };
          const state = await rooms.send(layla, content, chunk).catch((problem: { details: { params: object } }) => ({
            ...(problem.details.params as { offset: number }),
            complete: false,
          }));
          if (state.complete) return;
          offset = state.offset;
        }
      };
      await Promise.all([tab(), tab(), tab()]);
      expect(readFileSync(rooms.pathOf(hashOf(content))).equals(content)).toBe(true);
    }
    expect(rooms.filesIn('.keeping')).toEqual([]);
  });

  it.each([
    ['is stored whole', 900_000, true],
    ['in several chunks is told where the other is', 1_500_000, 'media.offsetDiffers'],
  ])(
    'held up by a line that is dead is gone on with on another; what comes of the dead one %s',
    async (_, bytes, end) => {
      const content = jpegOf(bytes, 45);
      let revive = () => undefined as void;
      const dead = new Promise<void>((resolve) => (revive = resolve));
      const stalled = (async function* () {
        await dead;
        yield* pieces(content.subarray(0, mebibyte));
      })();
      const chunk = { offset: 0, total: content.length, content: stalled };
      const ended = rooms.uploads.append(layla, hashOf(content), chunk).then(
        ({ complete }) => complete,
        ({ code }: { code: string }) => code,
      );
      await rooms.send(layla, content, { to: 500_000 });
      revive();
      expect(await ended).toBe(end);
      const { offset, complete } = await rooms.uploads.offset(layla, hashOf(content));
      if (!complete) expect((await rooms.send(layla, content, { from: offset })).complete).toBe(true);
      expect(readFileSync(rooms.pathOf(hashOf(content))).equals(content)).toBe(true);
    },
  );
});

describe('what ended between the last byte and the row', () => {
  const arrived = (content: Buffer) => {
    const folder = join(rooms.home, 'media/.incoming', layla.accountId ?? '');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${hashOf(content)}.${content.length}`), content);
  };

  it('is finished when it is asked how far it came', async () => {
    const content = await small(50);
    arrived(content);
    expect((await rooms.uploads.offset(layla, hashOf(content))).complete).toBe(true);
    expect(readFileSync(rooms.pathOf(hashOf(content))).equals(content)).toBe(true);
  });

  it.each([0, 64, -1])('is finished by any chunk that is sent again, such as one from %i', async (from) => {
    const content = await small(52 + from);
    arrived(content);
    expect((await rooms.send(layla, content, { from: from < 0 ? content.length : from })).complete).toBe(true);
  });
});

describe('bounds', () => {
  it('a file that is announced larger than any is refused', async () => {
    const refusal = await refusalOf(rooms.send(layla, Buffer.alloc(10), { total: 10 * mebibyte + 1 }));
    expect(refusal).toMatchObject({ code: 'media.tooLarge', params: { limit: '10 MiB' } });
  });

  it('more photos at once than there is memory for arrive as well', async () => {
    const photos = Array.from({ length: 60 }, (_, index) => jpegOf(2_000 + index, 100 + index));
    let arrived = 0;
    let release = () => undefined as void;
    const all = new Promise<void>((resolve) => (release = resolve));
    const slowly = async function* (content: Buffer) {
      if ((arrived += 1) === photos.length) release();
      await all; // all of them are on their way before any ends
      yield content;
    };
    const states = photos.map((content) =>
      rooms.uploads.append(layla, hashOf(content), { offset: 0, total: content.length, content: slowly(content) }),
    );
    expect((await Promise.all(states)).every(({ complete }) => complete)).toBe(true);
    expect(photos.filter((content) => !readFileSync(rooms.pathOf(hashOf(content))).equals(content))).toEqual([]);
  });

  it('more than was announced is refused, and not written', async () => {
    const content = Buffer.alloc(1_200);
    const upload = { hash: hashOf(Buffer.from('announced as 1000')), total: 1_000 };
    await rooms.send(layla, content, { ...upload, to: 600 });
    const refusal = await refusalOf(rooms.send(layla, content, { ...upload, from: 600 }));
    expect(refusal).toMatchObject({ code: 'media.sizeDiffers', params: { announced: 1_000 } });
    expect((await rooms.uploads.offset(layla, upload.hash)).offset).toBe(600);
  });

  it('a chunk without an end is refused after a mebibyte: no more of it is asked for', async () => {
    let asked = 0;
    const endless = (async function* () {
      for (;;) {
        asked += kibibytes64;
        yield await Promise.resolve(Buffer.alloc(kibibytes64));
      }
    })();
    const chunk = { offset: 0, total: 9 * mebibyte, content: endless };
    expect((await refusalOf(rooms.uploads.append(layla, hashOf(Buffer.from('endless')), chunk))).code).toBe(
      'media.tooLarge',
    );
    expect(asked).toBeLessThanOrEqual(mebibyte + 5 * kibibytes64);
  });

  it('an account announces 200 MiB and sends no more until some of it is finished, also many at once', async () => {
    const ten = 10 * mebibyte;
    const announce = (index: number) =>
      rooms.uploads.append(salem, hashOf(Buffer.from(`file ${index}`)), {
        offset: 0,
        total: ten,
        content: pieces(Buffer.from('begun')),
      });
    const unfinished = () => rooms.filesIn(`.incoming/${salem.accountId}`).filter((name) => name.endsWith(`.${ten}`));
    const atOnce = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => announce(index)));
    expect(atOnce.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(20);
    for (let index = 40; unfinished().length < 19; index += 1) await announce(index);
    // A part of another photo, announced before, is what fills the rest.
    expect(await refusalOf(announce(99))).toMatchObject({
      code: 'media.tooMuchUnfinished',
      params: { limit: '200 MiB' },
    });
    expect((await rooms.send(layla, await small(60))).complete).toBe(true);
  });

  it('what was abandoned a week ago is swept, what is younger stays', async () => {
    const own = await MediaRooms.open();
    const ago = (days: number) => Date.now() / 1000 - days * 24 * 3600;
    const left = [
      ['.incoming/somebody/old.1000', ago(7.1)],
      ['.incoming/somebody/young.1000', ago(6.9)],
      ['.keeping/old', ago(7.1)],
    ] as const;
    for (const [name, at] of left) {
      const path = join(own.home, 'media', name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, 'left');
      utimesSync(path, at, at);
    }
    await own.send(await own.actor('layla'), await small(61));
    expect([own.filesIn('.incoming'), own.filesIn('.keeping')]).toEqual([['young.1000'], []]);
    await own.close();
  });
});

describe('kinds', () => {
  it('a PDF is taken of agencies and the office, and not of shoppers', async () => {
    const content = pdfOf();
    expect((await refusalOf(rooms.send(layla, content))).code).toBe('media.kindRefused');
    expect((await rooms.send(await rooms.actor('works'), content)).complete).toBe(true);
    const opened = await rooms.media.open(await rooms.actor('office'), hashOf(content));
    expect([opened.kind, Buffer.concat(await opened.content.toArray())]).toEqual(['pdf', content]);
  });

  it.each(['png', 'webp'] as const)('a photo may be a %s', async (format) => {
    const content = await photo(70, { width: 64, height: 64 }).toFormat(format).toBuffer();
    await rooms.send(layla, content);
    expect(await rooms.sql('select kind from media_files where hash = $1', [hashOf(content)])).toEqual([
      { kind: format },
    ]);
  });
});
