import type { FileHandle } from 'node:fs/promises';
import { Problem } from '#contract';
import { refusingWhenFull } from '../store/store-full.js';
import { largestChunk } from './limits.js';

/** How much is gathered before it is written, in bytes. */
const gathered = 256 * 1024;

/**
 * A file that arrives in chunks. Nothing is appended: each piece is written at its own place, at most at the end of what
 * is there, so that the file never has a hole, and two who send the same at once write the same bytes to the same place,
 * in one process or in several. What comes of two who send different bytes is caught by the hash.
 */
export class IncomingFile {
  /** `handle` is open for writing, and closed with this; `total` is the size that was announced. */
  constructor(
    private readonly handle: FileHandle,
    private readonly total: number,
  ) {}

  close(): Promise<void> {
    return this.handle.close();
  }

  /** How many bytes are there: where to go on from. */
  async offset(): Promise<number> {
    return (await this.handle.stat()).size;
  }

  /**
   * Takes a chunk. What arrived of one that is cut off stays, so that it need not be sent again.
   * @returns the place after it; what stands before that is durable, unless it is the end
   * @throws Problem `media.offsetDiffers`, `media.sizeDiffers`, `media.tooLarge`, `media.storeFull`,
   *   `request.unreadable` when the sender went away
   */
  async take(offset: number, chunk: AsyncIterable<Uint8Array>): Promise<number> {
    let at = offset;
    await this.writable(at, 0);
    for await (const pieces of inBatches(chunk)) {
      const length = lengthOf(pieces);
      if (at + length - offset > largestChunk.bytes) {
        throw new Problem('media.tooLarge', { params: { limit: largestChunk.text } });
      }
      await this.writable(at, length);
      await refusingWhenFull(() => this.write(pieces, at));
      at += length;
    }
    // The whole is made durable by the store, before anybody is told that it is there.
    if (at < this.total) await refusingWhenFull(() => this.handle.datasync());
    return at;
  }

  /** Another who sends the same may be ahead; then this one goes on from there. */
  private async writable(at: number, length: number): Promise<void> {
    const size = await this.offset();
    if (at !== size) throw new Problem('media.offsetDiffers', { params: { offset: size } });
    if (at + length > this.total) throw new Problem('media.sizeDiffers', { params: { announced: this.total } });
  }

  /** A disk that has little space left takes a part first, and refuses the next. */
  private async write(pieces: readonly Uint8Array[], at: number): Promise<void> {
    const { bytesWritten } = await this.handle.writev(pieces, at);
    const all = lengthOf(pieces);
    if (bytesWritten < all) await this.write([Buffer.concat(pieces).subarray(bytesWritten)], at + bytesWritten);
  }
}

/** Pieces in batches worth a write; what came before a cut is handed out first. */
async function* inBatches(chunk: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array[]> {
  let batch: Uint8Array[] = [];
  let cut: unknown = null;
  try {
    for await (const piece of chunk) {
      batch.push(piece);
      if (lengthOf(batch) < gathered) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    cut = error;
  }
  if (batch.length > 0) yield batch;
  if (cut !== null) throw new Problem('request.unreadable', {}, { cause: cut });
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
