/** What came in of a chunk. */
export interface Gathered {
  /** A part of the tray it was gathered in. */
  readonly content: Buffer;
  /** What came in beyond what was expected. */
  readonly beyond: Uint8Array | null;
  /** Why it ended before its end: its sender went away. Null for one that did not. */
  readonly cut: Error | null;
}

/** Gathers a chunk in a tray; no more of it is asked for once there is more than expected, which has to fit the tray. */
export async function gathered(chunk: AsyncIterable<Uint8Array>, expected: number, tray: Buffer): Promise<Gathered> {
  let length = 0;
  const soFar = () => tray.subarray(0, length);
  try {
    for await (const piece of chunk) {
      if (length + piece.length > expected) return { content: soFar(), beyond: piece, cut: null };
      tray.set(piece, length);
      length += piece.length;
    }
    return { content: soFar(), beyond: null, cut: null };
  } catch (error) {
    return { content: soFar(), beyond: null, cut: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** The same chunk again, as it came in. */
export async function* again({ content, beyond, cut }: Gathered): AsyncGenerator<Uint8Array> {
  yield content;
  if (beyond) yield beyond;
  if (cut !== null) throw await Promise.resolve(cut);
}
