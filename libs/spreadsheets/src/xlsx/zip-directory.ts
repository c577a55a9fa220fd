import { stat } from 'node:fs/promises';
import { bytesAt } from '../bytes.js';
import { limits } from '../limits.js';
import { notATable, tooLarge } from '../refusals.js';

/** One part of an archive, as its directory declares it. Reading it checks that the declaration is true. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored as it is. 8: deflate. */
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const endSize = 22;
const longestComment = 0xffff;
const entrySize = 46;
const encrypted = 0x0001;
const needsZip64 = 0xffffffff;

/**
 * The parts of a ZIP archive by their names, from its central directory (APPNOTE.TXT 4.3.12 and 4.3.16). Nothing is
 * inflated for it, and nothing is ever written to disk, so that a bomb is refused for what it declares. Refused are:
 * too many parts, too large a sum, a part that swells more than any sheet does, names twice or with `..`, encryption.
 */
export async function zipDirectory(file: string): Promise<ReadonlyMap<string, ZipEntry>> {
  const { count, size, offset } = await findDirectory(file);
  if (count > limits.zipEntries) throw tooLarge(file, 'zip', limits.zipEntries);
  if (size > limits.zipDirectory) throw tooLarge(file, 'zip', limits.zipDirectory);
  const directory = await bytesAt(file, offset, size);
  const entries = new Map<string, ZipEntry>();
  let inflated = 0;
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(directory, at);
    if (!entry || entries.has(entry.name)) throw notATable(file);
    entries.set(entry.name, entry);
    inflated += entry.size;
    if (inflated > limits.zipInflated) throw tooLarge(file, entry.name, limits.zipInflated);
    if (swells(entry)) throw tooLarge(file, entry.name, limits.zipRatioFrom);
    at += entry.length;
  }
  // More entries than were counted: the count, of 16 bits, has been made to lie.
  if (at !== directory.length) throw notATable(file);
  return entries;
}

async function findDirectory(file: string): Promise<{ count: number; size: number; offset: number }> {
  const { size: fileSize } = await stat(file);
  if (fileSize < endSize) throw notATable(file);
  const length = Math.min(fileSize, endSize + longestComment);
  const tail = await bytesAt(file, fileSize - length, length);
  const at = tail.lastIndexOf('PK\x05\x06', tail.length - endSize, 'latin1');
  if (at < 0) throw notATable(file);
  const count = tail.readUInt16LE(at + 10);
  return { count, size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
}

/** The entry at a place in the directory with its own length, or null for one that is broken or not allowed. */
function entryAt(directory: Buffer, at: number): (ZipEntry & { readonly length: number }) | null {
  if (at + entrySize > directory.length || directory.toString('latin1', at, at + 4) !== 'PK\x01\x02') return null;
  const nameEnd = at + entrySize + directory.readUInt16LE(at + 28);
  const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
  const end = extraEnd + directory.readUInt16LE(at + 32);
  if (end > directory.length || directory.readUInt16LE(at + 8) & encrypted) return null;
  const name = directory.toString('utf8', at + entrySize, nameEnd);
  if (name.includes('\0') || name.split(/[\\/]/).includes('..')) return null;
  const sizes = sizesOf(directory, at, directory.subarray(nameEnd, extraEnd));
  const method = directory.readUInt16LE(at + 10);
  const crc = directory.readUInt32LE(at + 16);
  return sizes && { name, method, crc, ...sizes, length: end - at };
}

/** Sizes and offset, from the ZIP64 extra field where the 32 bits say so: Java's writers always do that. */
function sizesOf(
  directory: Buffer,
  at: number,
  extra: Buffer,
): { size: number; packedSize: number; offset: number } | null {
  const wide = zip64Field(extra);
  let used = 0;
  const read = (position: number): number => {
    const short = directory.readUInt32LE(at + position);
    if (short !== needsZip64) return short;
    if (!wide || used + 8 > wide.length) return NaN;
    used += 8;
    return Number(wide.readBigUInt64LE(used - 8));
  };
  const size = read(24);
  const packedSize = read(20);
  const offset = read(42);
  return Number.isNaN(size + packedSize + offset) ? null : { size, packedSize, offset };
}

function zip64Field(extra: Buffer): Buffer | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return null;
}

function swells(entry: ZipEntry): boolean {
  return entry.size > limits.zipRatioFrom && entry.size > entry.packedSize * limits.zipRatio;
}
