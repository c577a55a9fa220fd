/** The first 32 bits of SHA-256 over a stamp, a dot, and each of so many numbers from one on, written in base 36. */
export type FirstBits = (from: number, count: number) => Promise<readonly number[]>;

/** So many are tried at once: fewer would cost more to ask for than to hash. */
const atOnce = 256;

/**
 * The smallest number, from one on, that does for work (`isWorked`), written in base 36. How it is hashed is left to whoever has
 * it to do: browsers have their own way, at secure addresses only.
 * @param bits 1 to 32
 */
export async function searchWork(bits: number, firstBits: FirstBits, from = 0): Promise<string> {
  for (let tried = from; ; tried += atOnce) {
    const found = (await firstBits(tried, atOnce)).findIndex((first) => first >>> (32 - bits) === 0);
    if (found >= 0) return (tried + found).toString(36);
  }
}
