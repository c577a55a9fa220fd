/** Keys at first; the table grows with them. */
const atFirst = 1_024;

/**
 * Numbers keys that are bytes within others, from 0 on: a hash table over bytes, because a text for each of millions of rows
 * would cost more than all else that is done with the row.
 */
export class KeySlots {
  /** By hash: the slot + 1; 0: free. Twice as many as there are keys, at least. */
  private table = new Int32Array(2 * atFirst);
  private readonly keys: Buffer[] = [];

  get size(): number {
    return this.keys.length;
  }

  /** The number of the key that lies between two places; a new one is the next number. */
  slotOf(bytes: Uint8Array, from: number, to: number): number {
    let at = hashOf(bytes, from, to) & (this.table.length - 1);
    for (let slot = this.table[at]!; slot > 0; slot = this.table[at]!) {
      if (isSame(this.keys[slot - 1]!, bytes, from, to)) return slot - 1;
      at = (at + 1) & (this.table.length - 1);
    }
    this.table[at] = this.keys.push(Buffer.from(bytes.subarray(from, to)));
    if (2 * this.keys.length > this.table.length) this.grow();
    return this.keys.length - 1;
  }

  /** The bytes of a key. */
  keyAt(slot: number): Buffer {
    return this.keys[slot]!;
  }

  private grow(): void {
    this.table = new Int32Array(2 * this.table.length);
    for (const [slot, key] of this.keys.entries()) {
      let at = hashOf(key, 0, key.length) & (this.table.length - 1);
      while (this.table[at] !== 0) at = (at + 1) & (this.table.length - 1);
      this.table[at] = slot + 1;
    }
  }
}

/** FNV-1a, its bits mixed once more. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSame(key: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (key.length !== to - from) return false;
  for (let at = 0; at < key.length; at++) if (key[at] !== bytes[from + at]) return false;
  return true;
}
