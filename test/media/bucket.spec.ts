import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Actor } from '#access';
import { refusalOf } from '../assessments/assessment-rooms.js';
import { pdfOf } from '../assessments/hostile-files.js';
import { BucketServer, type Mood } from './bucket-server.js';
import { hashOf, MediaRooms } from './media-rooms.js';
import { jpegOf, photo } from './pictures.js';
import { faultOf } from './signed-request.js';

const keys = { key: 'KEY', secret: 's3cret/+of the store' };

describe('the store of these tests', () => {
  const example = {
    method: 'GET',
    url: '/test.txt',
    headers: {
      host: 'examplebucket.s3.amazonaws.com',
      range: 'bytes=0-9',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'x-amz-date': '20130524T000000Z',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    },
    body: Buffer.alloc(0),
  };
  const owner = { key: 'AKIAIOSFODNN7EXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };

  it('takes the example of the Amazon S3 API Reference (Signature Calculations for the Authorization Header)', () =>
    expect(faultOf(example, owner)).toBeNull());

  it.each<[string, Partial<typeof example>]>([
    ['SignatureDoesNotMatch', { method: 'PUT' }],
    ['SignatureDoesNotMatch', { url: '/other.txt' }],
    ['SignatureDoesNotMatch', { headers: { ...example.headers, range: 'bytes=0-10' } }],
    ['XAmzContentSHA256Mismatch', { body: Buffer.from('more') }],
    ['AccessDenied', { headers: { ...example.headers, authorization: '' } }],
  ])('tells %s of what is not as it was signed', (fault, change) =>
    expect(faultOf({ ...example, ...change }, owner)).toBe(fault),
  );
});

describe('a bucket', () => {
  let server: BucketServer;
  let rooms: MediaRooms;
  let layla: Actor;
  beforeAll(async () => {
    server = await BucketServer.start(keys);
    rooms = await MediaRooms.open(settings());
    layla = await rooms.actor('layla');
  });
  afterAll(async () => {
    await rooms.close();
    await server.stop();
  });
  afterEach(() => {
    server.mood = 'well';
    server.tamper = (body) => body;
  });

  const settings = (secret = keys.secret) => ({
    NUJOOM_MEDIA_STORE: server.address,
    NUJOOM_MEDIA_KEY: keys.key,
    NUJOOM_MEDIA_SECRET: secret,
    NUJOOM_MEDIA_REGION: 'me-central-1',
  });
  const nameOf = (hash: string) => `/photos/2026/${hash.slice(0, 2)}/${hash}`;

  it('holds photos, their clean copies and files, by their hash', async () => {
    const content = await photo(1).jpeg().toBuffer();
    const hash = hashOf(content);
    expect((await rooms.sendWhole(layla, content)).complete).toBe(true);
    expect(server.objects.get(nameOf(hash))?.equals(content)).toBe(true);
    const opened = await rooms.media.open(layla, hash);
    const copy = Buffer.concat(await opened.content.toArray());
    expect(copy).toHaveLength(opened.bytes);
    expect(await sharp(copy).metadata()).toMatchObject({ format: 'jpeg', width: 320 });
    expect(server.objects.get(`${nameOf(hash)}.clean`)?.equals(copy)).toBe(true);
    expect(existsSync(join(rooms.home, 'media', hash.slice(0, 2)))).toBe(false);

    const works = await rooms.actor('works');
    await rooms.sendWhole(works, pdfOf());
    const file = await rooms.media.open(works, hashOf(pdfOf()));
    expect(Buffer.concat(await file.content.toArray()).equals(pdfOf())).toBe(true);
    expect(server.faults).toEqual([]);
  });

  it('that lost a file says so, and takes it again', async () => {
    const content = await photo(2).jpeg().toBuffer();
    await rooms.sendWhole(layla, content);
    server.objects.delete(nameOf(hashOf(content)));
    await expect(rooms.media.open(layla, hashOf(content))).rejects.toThrow('missing or damaged');
    await rooms.sendWhole(await rooms.actor('salem'), content);
    (await rooms.media.open(layla, hashOf(content))).content.destroy();
  });

  it.each<[Mood, string, number]>([
    ['full', 'media.storeFull', 40],
    ['overQuota', 'media.storeFull', 41],
    ['broken', 'media.storeAway', 42],
    ['elsewhere', 'media.storeAway', 43],
  ])('that is %s refuses by a name, nothing is half done, and it goes on when it is well', async (mood, code, seed) => {
    const content = jpegOf(2_000, seed);
    server.mood = mood;
    expect(await refusalOf(rooms.sendWhole(layla, content))).toMatchObject({ code, retryAfter: expect.any(Number) });
    expect(await rooms.sql('select 1 from media_files where hash = $1', [hashOf(content)])).toEqual([]);
    expect(server.faults).toEqual([]); // nothing was sent on to where another store would take the signature
    server.mood = 'well';
    expect(await rooms.sendWhole(layla, content)).toMatchObject({ complete: true });
    expect(server.objects.has(nameOf(hashOf(content)))).toBe(true);
  });

  it('refuses what was changed on the way', async () => {
    const content = jpegOf(2_000, 60);
    server.tamper = (body) => Buffer.concat([body, Buffer.from('x')]);
    expect((await refusalOf(rooms.sendWhole(layla, content))).code).toBe('media.storeAway');
    expect(server.faults.splice(0)).toEqual(['XAmzContentSHA256Mismatch']);
    expect(server.objects.has(nameOf(hashOf(content)))).toBe(false);
  });

  it('opened with a wrong secret refuses, and the secret is told to nobody', async () => {
    const own = await MediaRooms.open(settings('wrong-hidden-secret'));
    const problem = await own.sendWhole(await own.actor('layla'), jpegOf(2_000, 61)).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code: 'media.storeAway' });
    expect(server.faults.splice(0)).toEqual(['SignatureDoesNotMatch']);
    const told = [problem, (problem as Error).cause].map((error) => `${String(error)} ${JSON.stringify(error)}`).join();
    expect(told).toContain('403');
    expect(told).not.toMatch(/hidden|Signature=|Credential/);
    await own.close();
  });

  it('that is away refuses by a name', async () => {
    const away = await BucketServer.start(keys);
    const own = await MediaRooms.open({ ...settings(), NUJOOM_MEDIA_STORE: away.address });
    await away.stop();
    expect((await refusalOf(own.sendWhole(await own.actor('layla'), jpegOf(2_000, 62)))).code).toBe('media.storeAway');
    await own.close();
  });
});
