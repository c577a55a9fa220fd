/** So many hashes are made at once: a browser makes each in its own time. */
const batch = 256;

/**
 * The smallest number, in base 36, whose SHA-256 after the stamp begins with so many zero bits (`isWorked`). Empty without
 * cryptography, which browsers have at secure addresses only: the answer is looked at by a person then.
 */
export async function workFor(stamp: string, bits: number): Promise<string> {
  // Not there at insecure addresses, whatever its type says.
  const subtle = crypto.subtle as typeof crypto.subtle | undefined;
  if (!subtle) return '';
  const encoder = new TextEncoder();
  for (let tried = 0; ; tried += batch) {
    const hashes = await Promise.all(
      Array.from({ length: batch }, (_, at) =>
        subtle.digest('SHA-256', encoder.encode(`${stamp}.${(tried + at).toString(36)}`)),
      ),
    );
    const found = hashes.findIndex((hash) => new DataView(hash).getUint32(0) >>> (32 - bits) === 0);
    if (found >= 0) return (tried + found).toString(36);
  }
}
