import { searchWork } from '#campaigns';

/**
 * The work for a stamp by the browser's own hash, which it has at secure addresses only; empty without: the answer is looked at by
 * a person then. It makes each hash in its own time, so that the page around it stays awake.
 */
export async function workFor(stamp: string, bits: number): Promise<string> {
  // Not there at insecure addresses, whatever its type says.
  const subtle = crypto.subtle as typeof crypto.subtle | undefined;
  if (!subtle) return '';
  const encoder = new TextEncoder();
  const firstOf = async (number: number) =>
    new DataView(await subtle.digest('SHA-256', encoder.encode(`${stamp}.${number.toString(36)}`))).getUint32(0);
  return searchWork(bits, (from, count) => Promise.all(Array.from({ length: count }, (_, at) => firstOf(from + at))));
}
