import { request } from 'node:http';
import { connect } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Accounts } from '#access';
import type { Browser } from '../api/browser.js';
import { servedApi, type Served } from '../api/served-api.js';
import { jpegOf, officeOf, pdfOf, pngOf, webpOf, zipOf } from '../assessments/hostile-files.js';
import { hashOf, mebibyte } from './media-rooms.js';
import { photo } from './pictures.js';

const home = mkdtempSync(join(tmpdir(), 'nujoom-media-api-'));
let api: Served;
let office: Browser;
let works: Browser;
beforeAll(async () => {
  api = await servedApi({ environment: { NUJOOM_HOME: home } });
  office = await api.signedIn();
  const [agency] = await api.sql<{ id: string }>(
    `insert into agencies (id, code, name_en) values (gen_random_uuid(), 'WORKS', 'Works') returning id`,
  );
  const account = await api.app.get(Accounts, { strict: false }).create('works', 'agency', agency?.id ?? null);
  works = api.browser();
  await works.signIn(account.name, account.password);
});
afterAll(() => rmSync(home, { recursive: true }));

interface Sending {
  readonly from?: number;
  readonly to?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly hash?: string;
}

const send = (browser: Browser, content: Buffer, { from = 0, to = content.length, headers = {}, hash }: Sending = {}) =>
  browser.ask('PUT', `/api/v1/media/${hash ?? hashOf(content)}`, {
    raw: content.subarray(from, to),
    headers: {
      'content-type': 'application/octet-stream',
      'upload-offset': String(from),
      'upload-length': String(content.length),
      ...headers,
    },
  });

const read = async (browser: Browser, hash: string) => {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(`${api.url}/api/v1/media/${hash}`, { headers: { cookie } });
  return { status: answer.status, headers: answer.headers, content: Buffer.from(await answer.arrayBuffer()) };
};

describe('S-11: hostile files', () => {
  const archive = zipOf([{ name: 'Evil.class', content: 'cafebabe' }]);
  it.each<[string, string, Buffer | (() => Promise<Buffer>)]>([
    ['media.kindRefused', 'an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['media.kindRefused', 'a page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['media.kindRefused', 'text', Buffer.from('plain text')],
    [
      'media.kindRefused',
      'a GIF with an archive behind it',
      Buffer.concat([Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'), archive]),
    ],
    ['media.kindRefused', 'an office file', officeOf('docx')],
    ['media.kindRefused', 'an archive', archive],
    ['media.kindRefused', 'zeros', Buffer.alloc(500)],
    ['evidence.doubtful', 'a PDF in a PNG', pngOf({ chunks: [['tEXt', `a\0${pdfOf().toString('latin1')}`]] })],
    ['evidence.doubtful', 'an archive behind a PNG', Buffer.concat([pngOf(), archive])],
    [
      'evidence.doubtful',
      'an archive behind a JPEG',
      async () => Buffer.concat([await photo(1).jpeg().toBuffer(), archive]),
    ],
    ['evidence.doubtful', 'a page behind a JPEG', Buffer.concat([jpegOf(), Buffer.from('<html>')])],
    ['evidence.active', 'a page in a JPEG', jpegOf({ comment: '<html><script>alert(1)</script>' })],
    ['evidence.active', 'a page in a WebP', webpOf({ extra: '<script>alert(1)</script>' })],
    ['evidence.doubtful', 'a picture of 64k × 64k', pngOf({ width: 65_535, height: 65_535 })],
    ['evidence.doubtful', 'a picture of 60 million', jpegOf({ width: 10_000, height: 6_000 })],
    ['evidence.active', 'a PDF that runs', pdfOf({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' })],
  ])('%s: %s', async (code, _, given) => {
    const content = typeof given === 'function' ? await given() : given;
    const answer = await send(works, content);
    expect([answer.json.code, answer.status]).toEqual([code, 422]);
    expect((await read(works, hashOf(content))).status).toBe(404);
    expect((await works.get(`/api/v1/media/${hashOf(content)}/offset`)).json).toMatchObject({ offset: 0 });
  });

  it('leave nothing behind', async () => {
    await send(works, Buffer.alloc(2_000), { to: 1_000 }); // so that there is a folder to look into
    await send(works, Buffer.alloc(2_000), { from: 1_000 });
    const left = readdirSync(join(home, 'media'), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
    expect(await api.sql('select 1 from media_files')).toEqual([]);
    expect(api.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('an original is served to nobody: what leaves was made anew, to be saved, without rights', async () => {
    const content = await photo(2)
      .withExif({ IFD0: { Copyright: 'CANARY' } })
      .jpeg()
      .toBuffer();
    expect((await send(works, content)).json).toEqual({
      hash: hashOf(content),
      offset: content.length,
      complete: true,
    });
    for (const browser of [works, office]) {
      const { status, headers, content: copy } = await read(browser, hashOf(content));
      expect(status).toBe(200);
      expect(copy.subarray(0, 3)).toEqual(Buffer.from('ffd8ff', 'hex'));
      expect([copy.equals(content), copy.includes('CANARY')]).toEqual([false, false]);
      expect(headers.get('content-type')).toBe('image/jpeg');
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{16}\.jpg"$/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-length')).toBe(String(copy.length));
    }
  });

  it('a PDF is handed out as bytes', async () => {
    const content = pdfOf();
    await send(works, content);
    const { headers, content: handed } = await read(office, hashOf(content));
    expect([headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      'application/octet-stream',
      `attachment; filename="${hashOf(content).slice(0, 16)}.pdf"`,
    ]);
    expect(handed.equals(content)).toBe(true);
  });
});

describe('the door', () => {
  it.each<[string, Sending, string, number]>([
    ['without a place', { headers: { 'upload-offset': '' } }, 'request.invalid', 400],
    ['with a place that is no number', { headers: { 'upload-offset': '1e3' } }, 'request.invalid', 400],
    ['with a place before the start', { headers: { 'upload-offset': '-1' } }, 'request.invalid', 400],
    ['with a size of nothing', { headers: { 'upload-length': '0' } }, 'request.invalid', 400],
    ['with a size beyond numbers', { headers: { 'upload-length': '9'.repeat(400) } }, 'request.invalid', 400],
    ['of a file larger than any', { headers: { 'upload-length': '10485761' } }, 'media.tooLarge', 413],
    ['that is JSON', { headers: { 'content-type': 'application/json' } }, 'request.notJson', 400],
    ['under a name that is no hash', { hash: 'x'.repeat(64) }, 'request.invalid', 400],
    ['under a hash in capitals', { hash: 'A'.repeat(64) }, 'request.invalid', 400],
    ['under a path', { hash: '..%2f..%2fetc' }, 'request.invalid', 400],
  ])('refuses a chunk %s', async (_, sending, code, status) => {
    const answer = await send(works, Buffer.from('not a photo'), sending);
    expect([answer.json.code, answer.status]).toEqual([code, status]);
  });

  it('refuses a chunk that says it is more than a mebibyte', async () => {
    const told = await send(works, Buffer.alloc(3 * mebibyte, 7));
    expect([told.json.code, told.status]).toEqual(['media.tooLarge', 413]);
  });

  it('refuses one that does not say how much it is as soon as it is too much, and the connection serves the next', async () => {
    const hash = hashOf(Buffer.from('endless'));
    const head = [
      `PUT /api/v1/media/${hash} HTTP/1.1`,
      'host: 127.0.0.1',
      'transfer-encoding: chunked',
      'upload-offset: 0',
      `upload-length: ${9 * mebibyte}`,
      ...Object.entries(sendingHeaders()).map(([name, value]) => `${name}: ${value}`),
    ].join('\r\n');
    const part = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(mebibyte, 7), Buffer.from('\r\n')]);
    const answers = await onOneConnection([
      Buffer.from(`${head}\r\n\r\n`),
      ...Array.from({ length: 8 }, () => part),
      Buffer.from('0\r\n\r\n'),
      Buffer.from('GET /health HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n'),
    ]);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it('is closed to who may not send', async () => {
    const content = await photo(3).jpeg().toBuffer();
    expect((await send(api.browser(), content)).json.code).toBe('access.signInNeeded');
    expect((await read(api.browser(), hashOf(content))).status).toBe(401);
  });

  it('takes a photo whose connection is cut again and again', async () => {
    const content = Buffer.concat([await photo(4).jpeg().toBuffer(), Buffer.alloc(400_000)]);
    const hash = hashOf(content);
    let offset = 0;
    for (let cutAt = 65_536; cutAt < content.length; cutAt += 65_536) {
      await cutOff(content, hash, offset, cutAt);
      ({ offset } = (await works.get(`/api/v1/media/${hash}/offset`)).json as { offset: number });
    }
    for (let complete = false; !complete;) {
      const answer = await send(works, content, { from: offset });
      ({ offset, complete = false } = (answer.status === 409 ? answer.json.params : answer.json) as {
        offset: number;
        complete?: boolean;
      });
    }
    expect(readFileSync(join(home, 'media', hash.slice(0, 2), hash)).equals(content)).toBe(true);
    expect(api.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

/** Sends from a place on, announces all the rest, and goes away at another. */
function cutOff(content: Buffer, hash: string, from: number, at: number): Promise<void> {
  return new Promise((resolve) => {
    const sending = request(`${api.url}/api/v1/media/${hash}`, {
      method: 'PUT',
      headers: {
        ...sendingHeaders(),
        'content-length': content.length - from,
        'upload-offset': from,
        'upload-length': content.length,
      },
    });
    sending.on('error', () => undefined);
    sending.on('close', resolve);
    sending.write(content.subarray(from, Math.max(at, from + 1)), () => sending.destroy());
  });
}

/** Sends parts over one connection, one after the other, and hands back all that is answered. */
function onOneConnection(parts: readonly Buffer[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1', () =>
      parts.forEach((part) => socket.write(part)),
    );
    socket.on('data', (data) => (text += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

function sendingHeaders(): Record<string, string> {
  const cookie = [...works.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return { cookie, 'content-type': 'application/octet-stream' };
}
