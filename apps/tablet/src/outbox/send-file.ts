import { ServerRefusal, Unreachable } from '../server/refusals.js';
import type { Server, Upload } from '../server/server.js';

/** Small enough that a cut costs little, large enough that a good line is used. */
export const chunkBytes = 256 * 1_024;

/** How often in a row the server may name another offset before it is a refusal like any other. */
const corrections = 3;

/** Sends what the server does not have yet of a file, from where it stopped. `sent` hears how far it is. */
export async function sendFile(
  server: Pick<Server, 'uploaded' | 'upload'>,
  hash: string,
  bytes: Uint8Array<ArrayBuffer>,
  sent: (bytes: number) => void,
): Promise<void> {
  let upload: Pick<Upload, 'offset' | 'complete'> = await server.uploaded(hash);
  let corrected = 0;
  while (!upload.complete) {
    sent(upload.offset);
    const chunk = bytes.slice(upload.offset, upload.offset + chunkBytes);
    try {
      const next = await server.upload(hash, chunk, upload.offset, bytes.length);
      if (!next.complete && !(next.offset > upload.offset)) throw new Unreachable(200);
      upload = next;
      corrected = 0;
    } catch (error) {
      if (corrected++ >= corrections) throw error;
      upload = { offset: offsetFrom(error, bytes.length), complete: false };
    }
  }
  sent(bytes.length);
}

/** Where the server wants to go on; at the start when what it has is not this file. Throws all other errors again. */
function offsetFrom(error: unknown, length: number): number {
  if (!(error instanceof ServerRefusal)) throw error;
  if (error.code === 'media.hashDiffers') return 0;
  const offset = Number(error.params['offset']);
  if (error.code !== 'media.offsetDiffers' || !(offset >= 0 && offset <= length)) throw error;
  return offset;
}
