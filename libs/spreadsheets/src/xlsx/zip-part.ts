import { createReadStream } from 'node:fs';
import { crc32, createInflateRaw } from 'node:zlib';
import { bytesAt } from '../bytes.js';
import { notATable } from '../refusals.js';
import type { ZipEntry } from './zip-directory.js';

const headerSize = 30;
const piece = 64 * 1024;

/**
 * The bytes of one part, inflated as they are asked for. It stops at the first byte beyond what the directory
 * declared, and refuses a part that ends before or has another checksum: a bomb that lies, or a broken file.
 */
export async function* bytesOfPart(file: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  let size = 0;
  let checksum = 0;
  for await (const chunk of unpacked(file, entry)) {
    size += chunk.length;
    if (size > entry.size) throw notATable(file);
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (size !== entry.size || checksum !== entry.crc) throw notATable(file);
}

async function* unpacked(file: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.packedSize === 0) return;
  if (entry.method !== 0 && entry.method !== 8) throw notATable(file);
  const start = await dataStart(file, entry);
  const packed = createReadStream(file, { start, end: start + entry.packedSize - 1 });
  const stream = entry.method === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: piece }));
  packed.once('error', (cause) => stream.destroy(cause));
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (cause) {
    throw notATable(file, cause);
  } finally {
    packed.destroy();
    stream.destroy();
  }
}

/** Names and extra fields of the local header may differ from the directory's; only their lengths count here. */
async function dataStart(file: string, entry: ZipEntry): Promise<number> {
  const header = await bytesAt(file, entry.offset, headerSize);
  if (header.length < headerSize || header.toString('latin1', 0, 4) !== 'PK\x03\x04') throw notATable(file);
  return entry.offset + headerSize + header.readUInt16LE(26) + header.readUInt16LE(28);
}
