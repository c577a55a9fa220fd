type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** What a file holds that a tablet exported because it could not send: an index beside the photos. */
export interface ExportIndex {
  readonly schema: 'nujoom.tablet-export/1';
  /** Device time. */
  readonly madeAt: string;
  readonly device: string;
  readonly shopper: string;
  /** Visits that were finished: their id and the very body that is to be sent. */
  readonly visits: readonly { readonly id: string; readonly body: string }[];
  /** Not finished yet. */
  readonly drafts: readonly unknown[];
  /** Which photos follow, in this order, by SHA-256. */
  readonly photos: readonly string[];
}

/** AES-256-GCM that holds for one place of the file alone. */
function aesGcm(iv: Uint8Array<ArrayBuffer>, place: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}

/** It is not such a file, the password is another, or something in it was changed or cut off. */
export class ExportUnreadable extends Error {
  override readonly name = 'ExportUnreadable';
}

/*
 * The file: this line, 16 bytes of salt, then parts. A part is its length (4 bytes, big-endian), 12 bytes IV and AES-256-GCM
 * of its content, bound to its place. The first part is the index as JSON; it says how many photos follow. The key is
 * HKDF-SHA-256 of the password, which has 100 random bits and so needs no stretching.
 */
const line = new TextEncoder().encode('notes export 1\n');
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // Crockford: nothing that reads like something else
const saltBytes = 16;

/** A password of 100 random bits, in groups that can be told over a telephone. */
export function newExportPassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(20));
  const all = [...random].map((byte) => letters[byte % 32]).join('');
  return all.match(/.{4}/g)?.join('-') ?? all;
}

/** The parts of the file, made one at a time: photos are asked for when their turn comes. */
export async function* exportParts(
  index: ExportIndex,
  photo: (hash: string) => Promise<Uint8Array<ArrayBuffer>>,
  password: string,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const key = await keyOf(password, salt);
  yield new Uint8Array([...line, ...salt]);
  yield* part(key, 0, new TextEncoder().encode(JSON.stringify(index)));
  for (const [position, hash] of index.photos.entries()) yield* part(key, position + 1, await photo(hash));
}

/** What an exported file holds; throws `ExportUnreadable`. The password may be written in any case, with or without dashes. */
export async function openExport(
  bytes: Uint8Array<ArrayBuffer>,
  password: string,
): Promise<{ readonly index: ExportIndex; readonly photos: ReadonlyMap<string, Uint8Array<ArrayBuffer>> }> {
  if (line.some((byte, at) => bytes[at] !== byte)) throw new ExportUnreadable('This is no exported file.');
  const start = line.length + saltBytes;
  const key = await keyOf(password, bytes.slice(line.length, start));
  const first = await partAt(key, bytes, start, 0);
  const index = JSON.parse(new TextDecoder().decode(first.content)) as ExportIndex;
  const photos = new Map<string, Uint8Array<ArrayBuffer>>();
  let at = first.end;
  for (const [position, hash] of index.photos.entries()) {
    const { content, end } = await partAt(key, bytes, at, position + 1);
    photos.set(hash, content);
    at = end;
  }
  if (at !== bytes.length) throw new ExportUnreadable('Something was added to the file.');
  return { index, photos };
}

async function* part(
  key: Key,
  position: number,
  content: Uint8Array<ArrayBuffer>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const cipher = new Uint8Array(await crypto.subtle.encrypt(aesGcm(iv, `part ${position}`), key, content));
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, iv.length + cipher.length);
  yield head;
  yield iv;
  yield cipher;
}

async function partAt(
  key: Key,
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  position: number,
): Promise<{ content: Uint8Array<ArrayBuffer>; end: number }> {
  if (at + 4 > bytes.length) throw new ExportUnreadable('The file was cut off.');
  const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
  const end = at + 4 + length;
  if (end > bytes.length) throw new ExportUnreadable('The file was cut off.');
  const iv = bytes.slice(at + 4, at + 16);
  try {
    const content = await crypto.subtle.decrypt(aesGcm(iv, `part ${position}`), key, bytes.slice(at + 16, end));
    return { content: new Uint8Array(content), end };
  } catch (error) {
    throw new ExportUnreadable('The password is another, or the file was changed.', { cause: error });
  }
}

async function keyOf(password: string, salt: Uint8Array<ArrayBuffer>): Promise<Key> {
  const written = password.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(written), 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('notes export 1');
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info }, base, aes, false, [
    'encrypt',
    'decrypt',
  ]);
}
