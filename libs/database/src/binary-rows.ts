/** The signature, flags and extension of PostgreSQL's binary copy format. */
const headLength = 19;
const nothing: Buffer = Buffer.alloc(0);

/**
 * Takes a row: its bytes and where each field begins, with one place more where the row ends. A field begins with its length in
 * 32 bits, −1 for null. Both are only lent.
 */
export type TakeRow = (bytes: Buffer, at: Int32Array) => void;

/**
 * Reads rows as PostgreSQL copies them out in its binary format, in pieces of any size. Made for millions: nothing is allocated
 * for a row.
 */
export class BinaryRows {
  /** The part of a row that is here already. */
  private rest: Buffer = nothing;
  private isBegun = false;
  private isOver = false;
  private readonly at: Int32Array;

  /** @param fields how many every row has */
  constructor(
    private readonly fields: number,
    private readonly each: TakeRow,
  ) {
    this.at = new Int32Array(fields + 1);
  }

  /** Takes the next piece. @throws Error for what is not such a copy */
  take(piece: Buffer): void {
    const begun = this.rest.length === 0 ? 0 : this.takeCut(piece);
    if (begun === null) return;
    const read = this.takeRows(piece, begun, Infinity);
    this.rest = read === piece.length ? nothing : Buffer.from(piece.subarray(read));
  }

  /** Nothing is missing. @throws Error when the copy broke off */
  end(): void {
    if (!this.isOver || this.rest.length > 0) throw new Error('A copy of rows broke off');
  }

  /** Takes the row that a piece before began. @returns where the next begins in this piece; null: it is not over here */
  private takeCut(piece: Buffer): number | null {
    const { rest } = this;
    for (let length = 4_096; ; length *= 4) {
      const joint = Buffer.concat([rest, piece.subarray(0, length)]);
      const read = this.takeRows(joint, 0, 1);
      if (read > 0) return read - rest.length;
      if (length < piece.length) continue;
      this.rest = joint;
      return null;
    }
  }

  /** Takes rows from a place on, so many at most; the head of the copy is one of them. @returns where the next begins */
  private takeRows(bytes: Buffer, from: number, most: number): number {
    let at = from;
    for (let taken = 0; taken < most && !this.isOver && at + 2 <= bytes.length; taken++) {
      if (!this.isBegun) {
        const begun = this.begin(bytes);
        if (begun === 0) break;
        at = begun;
        continue;
      }
      const end = this.endOf(bytes, at);
      if (end === null) break;
      if (!this.isOver) this.each(bytes, this.at);
      at = end;
    }
    return at;
  }

  private begin(bytes: Buffer): number {
    if (bytes.length < headLength) return 0;
    if (bytes.toString('latin1', 0, 6) !== 'PGCOPY') throw new Error('Not a copy in the binary format');
    this.isBegun = true;
    return headLength + bytes.readInt32BE(headLength - 4);
  }

  /** Where the row that begins here ends; null: it is not here wholly. */
  private endOf(bytes: Buffer, from: number): number | null {
    const { fields } = this;
    const count = bytes.readInt16BE(from);
    if (count === -1) {
      this.isOver = true;
      return from + 2;
    }
    if (count !== fields) throw new Error(`A row of ${count} fields`);
    let at = from + 2;
    for (let field = 0; field < fields; field++) {
      this.at[field] = at;
      if (at + 4 > bytes.length) return null;
      at += 4 + Math.max(0, int32(bytes, at));
    }
    this.at[fields] = at;
    return at > bytes.length ? null : at;
  }
}

/** As `readInt32BE`, without its checks. */
function int32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}
