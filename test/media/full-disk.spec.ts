import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '#access';
import { refusalOf } from '../assessments/assessment-rooms.js';
import { hashOf, MediaRooms } from './media-rooms.js';
import { jpegOf } from './pictures.js';

/** A disk of 4 MiB, or null where one may not be mounted. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'nujoom-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}
const disk = smallDisk();
afterAll(() => {
  if (disk === null) return;
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

describe('R-9: a disk without space', () => {
  let rooms: MediaRooms;
  let layla: Actor;
  beforeAll(async () => {
    rooms = await MediaRooms.open(disk === null ? {} : { NUJOOM_HOME: disk });
    layla = await rooms.actor('layla');
  });
  afterAll(() => rooms.close());

  /** Those of the files that are not stored as they were acknowledged. */
  const missing = (files: readonly Buffer[]) =>
    files.filter((file) => {
      const path = join(disk ?? rooms.home, 'media', hashOf(file).slice(0, 2), hashOf(file));
      return !existsSync(path) || !readFileSync(path).equals(file);
    });

  it('under what arrives (/dev/full) is refused by its name, and the file is sent when there is space', async () => {
    const content = jpegOf(5_000, 1);
    const folder = join(disk ?? rooms.home, 'media/.incoming', layla.accountId ?? '');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${hashOf(content)}.${content.length}`);
    symlinkSync('/dev/full', path);
    const part = rooms.send(layla, content, { to: 3_000 });
    expect(await refusalOf(part)).toMatchObject({ code: 'media.storeFull', retryAfter: 60 });
    rmSync(path);
    expect((await rooms.send(layla, content)).complete).toBe(true);
    expect(missing([content])).toEqual([]);
  });

  // Mounting a small disk needs the right to: without it only the test above runs.
  (disk === null ? it.skip : it)('loses nothing that was acknowledged, and goes on when there is space', async () => {
    const ballast = join(disk ?? '', 'ballast');
    writeFileSync(ballast, Buffer.alloc(1_500_000));
    const [acknowledged, refused]: [Buffer[], Buffer[]] = [[], []];
    for (let index = 0; refused.length < 5; index += 1) {
      const content = jpegOf(150_000 + index, 10 + index);
      const state = await rooms.send(layla, content).catch(({ code }: { code: string }) => code);
      if (typeof state === 'string') expect(state).toBe('media.storeFull');
      (typeof state === 'string' ? refused : acknowledged).push(content);
    }
    expect(acknowledged.length).toBeGreaterThan(3);
    expect(missing(acknowledged)).toEqual([]);
    expect(missing(refused)).toEqual(refused);
    const rows = await rooms.sql<{ hash: string }>('select hash from media_files');
    expect(rows.filter(({ hash }) => refused.some((content) => hashOf(content) === hash))).toEqual([]);

    rmSync(ballast);
    for (const content of refused) {
      const { offset, complete } = await rooms.uploads.offset(layla, hashOf(content));
      if (!complete) expect((await rooms.send(layla, content, { from: offset })).complete).toBe(true);
    }
    expect(missing([...acknowledged, ...refused])).toEqual([]);
  });

  it('negative control: a file that is gone, or one byte off, is found missing', async () => {
    const [gone, changed, there] = [jpegOf(900, 70), jpegOf(901, 71), jpegOf(902, 72)];
    for (const content of [gone, changed, there]) await rooms.send(layla, content);
    const pathOf = (content: Buffer) => join(disk ?? rooms.home, 'media', hashOf(content).slice(0, 2), hashOf(content));
    rmSync(pathOf(gone));
    writeFileSync(pathOf(changed), Buffer.concat([changed.subarray(0, -1), Buffer.from([0])]));
    expect(missing([gone, changed, there])).toEqual([gone, changed]);
  });
});
