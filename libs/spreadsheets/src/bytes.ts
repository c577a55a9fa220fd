import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { notATable, unreadable } from './refusals.js';

/** Makes sure there is an ordinary file: a folder has no rows, and a pipe or a device may never end. */
export async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (!found.isFile()) throw unreadable(file);
}

/** The bytes from a position on, fewer where the file ends before. */
export async function bytesAt(file: string, position: number, length: number): Promise<Buffer> {
  try {
    const handle = await open(file);
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** The bytes of a file, 64 KiB at a time. */
export async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/**
 * Bytes as text. A byte order mark is dropped; what is not UTF-8 to the last byte is refused, and so is a NUL
 * character, by which UTF-16 and binary content give themselves away where they happen to be valid UTF-8.
 */
export async function* textIn(bytes: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw notATable(file, cause);
    }
  };
  for await (const chunk of bytes) {
    const text = decode(chunk);
    if (text.includes('\0')) throw notATable(file);
    yield text;
  }
  decode();
}
