/**
 * A whole number of 0 to 2³² − 1 that looks random and is always the same for a seed and words: so that what is drawn for one
 * centre does not hang on which others there are, nor on their order. Not for secrets.
 * FNV-1a over code points, mixed by the finalizer of MurmurHash3.
 */
export function chanceOf(seed: number, ...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const letter of [seed, ...words].join('\u001f')) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
