/** Keys at first; the tables grow with them. */
const atFirst = 1_024;
/** Bytes of keys at first. */
const bytesAtFirst = 32 * atFirst;

/**
 * Numbers keys that are bytes within others, from 0 on: a hash table over bytes that lie one after the other, because a text for
 * each of millions of rows would cost more than all else that is done with the row, and an object for each key more than its sums.
 */
export class KeySlots {
  /** By hash: the slot + 1; 0: free. Twice as many as there are keys, at least. */
  private table = new Int32Array(2 * atFirst);
  private keys = Buffer.alloc(bytesAtFirst);
  /** By slot: where its key begins; of the next one: where it will. */
  private starts = new Int32Array(atFirst + 1);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** How much memory they take. */
  get bytes(): number {
    return this.table.byteLength + this.keys.byteLength + this.starts.byteLength;
  }

  /** The number of the key that lies between two places; a new one is the next number. */
  slotOf(bytes: Uint8Array, from: number, to: number): number {
    const { table } = this;
    let at = hashOf(bytes, from, to) & (table.length - 1);
    for (let slot = table[at]!; slot > 0; slot = table[at]!) {
      if (this.isKey(slot - 1, bytes, from, to)) return slot - 1;
      at = (at + 1) & (table.length - 1);
    }
    table[at] = this.count + 1;
    this.add(bytes, from, to);
    return this.count - 1;
  }

  /** The bytes of a key. */
  keyAt(slot: number): Buffer {
    return this.keys.subarray(this.starts[slot], this.starts[slot + 1]);
  }

  private isKey(slot: number, bytes: Uint8Array, from: number, to: number): boolean {
    const { keys } = this;
    const start = this.starts[slot]!;
    const length = this.starts[slot + 1]! - start;
    if (length !== to - from) return false;
    for (let at = 0; at < length; at++) if (keys[start + at] !== bytes[from + at]) return false;
    return true;
  }

  private add(bytes: Uint8Array, from: number, to: number): void {
    const start = this.starts[this.count]!;
    const end = start + to - from;
    if (end > this.keys.length)
      this.keys = Buffer.concat([this.keys], Math.max(end, Math.ceil(1.5 * this.keys.length)));
    this.keys.set(bytes.subarray(from, to), start);
    this.count += 1;
    this.starts[this.count] = end;
    if (this.count + 1 === this.starts.length) this.grow();
  }

  private grow(): void {
    const starts = new Int32Array(2 * this.count + 1);
    starts.set(this.starts);
    this.starts = starts;
    this.table = new Int32Array(2 * this.table.length);
    for (let slot = 0; slot < this.count; slot++) {
      let at = hashOf(this.keys, starts[slot]!, starts[slot + 1]!) & (this.table.length - 1);
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
