import { crc32, inflateRawSync } from 'node:zlib';
import { doubtful } from './refused.js';

/** One part of an archive, as its directory declares it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/** No office file holds more: parts, bytes of all once inflated, and how far one swells once it is a megabyte. */
const limits = { parts: 4_096, inflated: 100 * 1024 * 1024, ratio: 250, ratioFrom: 1024 * 1024 } as const;

const endSize = 22;
const entrySize = 46;
const localSize = 30;

/**
 * A ZIP archive that is nothing else: it begins with its first part and ends with its end record, its parts are told the
 * same in front of them as in the directory, none is encrypted, named twice or leads out of it, and what it holds is
 * bounded before anything is inflated (APPNOTE.TXT 4.3). Office programs write such.
 */
export class Archive {
  private readonly entries: ReadonlyMap<string, Entry>;

  /** @throws Problem `evidence.doubtful` */
  constructor(private readonly content: Buffer) {
    this.entries = directoryOf(content);
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** A part's content, or null when there is none of this name. @throws Problem `evidence.doubtful` */
  read(name: string): Buffer | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    const start = entry.offset + localSize + lengths(this.content, entry.offset);
    const packed = this.content.subarray(start, start + entry.packedSize);
    const content = entry.method === 0 ? packed : inflated(packed, entry);
    if (content.length !== entry.size || crc32(content) !== entry.crc) throw doubtful(name);
    return content;
  }
}

function inflated(packed: Buffer, { name, size }: Entry): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw doubtful(name);
  }
}

function directoryOf(content: Buffer): Map<string, Entry> {
  const end = content.length - endSize;
  // A comment would be a place to hide something in; nobody who writes office files leaves one.
  if (end < 0 || content.toString('latin1', end, end + 4) !== 'PK\x05\x06') throw doubtful('ZIP end');
  const [count, size, offset] = [
    content.readUInt16LE(end + 10),
    content.readUInt32LE(end + 12),
    content.readUInt32LE(end + 16),
  ];
  if (count === 0 || count > limits.parts || offset + size !== end) throw doubtful('ZIP directory');
  const entries = new Map<string, Entry>();
  let at = offset;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = entryAt(content, at, end);
    total += entry.size;
    const swells = entry.size > limits.ratioFrom && entry.size > entry.packedSize * limits.ratio;
    if (total > limits.inflated || swells) throw doubtful('ZIP bomb');
    entries.set(entry.name, entry);
    at = next;
  }
  if (at !== end) throw doubtful('ZIP directory');
  // Names differ in more than their case: some readers would take one for the other.
  const folded = new Set([...entries.keys()].map((name) => name.toLowerCase()));
  const first = Math.min(...[...entries.values()].map((entry) => entry.offset));
  if (folded.size !== count || first !== 0) throw doubtful('ZIP names');
  return entries;
}

function entryAt(content: Buffer, at: number, end: number): { entry: Entry; next: number } {
  if (at + entrySize > end || content.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw doubtful('ZIP directory');
  const nameEnd = at + entrySize + content.readUInt16LE(at + 28);
  const next = nameEnd + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  const entry = {
    name: content.toString('utf8', at + entrySize, nameEnd),
    method: content.readUInt16LE(at + 10),
    crc: content.readUInt32LE(at + 16),
    packedSize: content.readUInt32LE(at + 20),
    size: content.readUInt32LE(at + 24),
    offset: content.readUInt32LE(at + 42),
  };
  const encrypted = (content.readUInt16LE(at + 8) & 1) === 1;
  const outside = /^[\\/]|[\\\0]|(^|\/)\.\.(\/|$)/.test(entry.name);
  if (next > end || encrypted || outside || (entry.method !== 0 && entry.method !== 8)) throw doubtful('ZIP entry');
  refuseOtherLocal(content, entry);
  return { entry, next };
}

/** A reader that goes from part to part has to find what one that goes by the directory finds. */
function refuseOtherLocal(content: Buffer, { name, offset, packedSize }: Entry): void {
  if (offset + localSize > content.length || content.toString('latin1', offset, offset + 4) !== 'PK\x03\x04') {
    throw doubtful(name);
  }
  const told = content.toString('utf8', offset + localSize, offset + localSize + content.readUInt16LE(offset + 26));
  if (told !== name || offset + localSize + lengths(content, offset) + packedSize > content.length)
    throw doubtful(name);
}

/** The lengths of the name and the extra field of a local header. */
function lengths(content: Buffer, offset: number): number {
  return content.readUInt16LE(offset + 26) + content.readUInt16LE(offset + 28);
}
