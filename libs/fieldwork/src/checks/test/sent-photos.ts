import type { KnownPhoto } from '../check-context.js';
import type { Fingerprint } from '../fingerprint.js';

/** All photos sent so far, as a database finds those that may be the same: by their hash, or by some byte of the fingerprint. */
export class SentPhotos {
  private readonly byKey = new Map<string, KnownPhoto[]>();

  add(photo: KnownPhoto): void {
    for (const key of keysOf(photo.hash, photo.fingerprint)) {
      const known = this.byKey.get(key);
      if (known) known.push(photo);
      else this.byKey.set(key, [photo]);
    }
  }

  /** Those with this hash, or whose fingerprint is at most seven bits away: of eight bytes one is then the same. */
  like(hash: string, fingerprint: Fingerprint | undefined): readonly KnownPhoto[] {
    return [...new Set(keysOf(hash, fingerprint ?? null).flatMap((key) => this.byKey.get(key) ?? []))];
  }
}

function keysOf(hash: string, fingerprint: Fingerprint | null): readonly string[] {
  const bytes = typeof fingerprint === 'string' ? (fingerprint.match(/.{8}/g) ?? []) : [];
  return [hash, ...bytes.map((byte, at) => `${at} ${byte}`)];
}
