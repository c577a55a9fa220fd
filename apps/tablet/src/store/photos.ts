import { bytesToHex } from '@noble/hashes/utils.js';
import { filesNeeded } from './kept.js';
import type { Keeper } from './keeper.js';

/** Keeps a photo under its SHA-256, before anything names it. */
export async function keepPhoto(
  keeper: Keeper,
  jpeg: Uint8Array,
): Promise<{ readonly hash: string; readonly bytes: number }> {
  const bytes = new Uint8Array(jpeg);
  const hash = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  await keeper.write(() => ({ changes: [], files: [{ hash, bytes }] }));
  return { hash, bytes: bytes.length };
}

/** Forgets a photo unless a draft, saved or not, or something that waits names it. */
export function dropPhoto(keeper: Keeper, hash: string): Promise<void> {
  return keeper.write(() => {
    return filesNeeded(keeper.newest).has(hash) ? null : { changes: [], forget: [hash] };
  });
}
