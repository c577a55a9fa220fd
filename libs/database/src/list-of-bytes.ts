/** Bytes as the text of a `bytea[]`: the driver's own way writes a list letter by letter. */
export function listOfBytes(list: readonly Uint8Array[]): string {
  return `{${list.map((bytes) => `"\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')}"`).join()}}`;
}
