import type { ContributionTotals } from './contribution-totals.js';

/** The columns that `ContributionRows` reads, in their order. */
export const contributionColumns = 'place_n, outcome, segment, standing, raised, scored';

/** The signature, flags and extension of PostgreSQL's binary copy format. */
const headLength = 19;
const fields = 6;
const ofKey = 4;
const two32 = 2 ** 32;
const nothing: Buffer = Buffer.alloc(0);

/**
 * Reads responses as PostgreSQL copies them out in its binary format, in pieces of any size, and adds their contributions
 * to totals.
 * @throws Error for what is not such a copy
 */
export class ContributionRows {
  /** The part of a row that is here already. */
  private rest: Buffer = nothing;
  private isBegun = false;
  private isOver = false;
  /** Of the row that is read: where its fields begin; a field begins with its length. */
  private readonly at = new Int32Array(fields + 1);

  constructor(private readonly totals: ContributionTotals) {}

  /** Takes the next piece. */
  take(piece: Buffer): void {
    const begun = this.rest.length === 0 ? 0 : this.takeCut(piece);
    if (begun === null) return;
    const read = this.takeRows(piece, begun, Infinity);
    this.rest = read === piece.length ? nothing : Buffer.from(piece.subarray(read));
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
      if (!this.isOver) this.add(bytes);
      at = end;
    }
    return at;
  }

  /** Nothing is missing. @throws Error when the copy broke off */
  end(): void {
    if (!this.isOver || this.rest.length > 0) throw new Error('A copy of responses broke off');
  }

  private begin(bytes: Buffer): number {
    if (bytes.length < headLength) return 0;
    if (bytes.toString('latin1', 0, 6) !== 'PGCOPY') throw new Error('Not a copy in the binary format');
    this.isBegun = true;
    return headLength + bytes.readInt32BE(headLength - 4);
  }

  /** Where the row that begins here ends; null: it is not here wholly. */
  private endOf(bytes: Buffer, from: number): number | null {
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
      at += 4 + int32(bytes, at);
    }
    this.at[fields] = at;
    return at > bytes.length ? null : at;
  }

  private add(bytes: Buffer): void {
    const first = this.at[0]!;
    const raised = this.at[ofKey]!;
    const scored = this.at[ofKey + 1]!;
    const end = this.at[fields]!;
    const sums = this.totals.sumsFor(int32(bytes, first + 4), lengthOfArray(bytes, scored));
    if (!sums) return;
    sums.begin(bytes, first, raised);
    for (let at = elementsOf(bytes, raised); at < scored; at += 6) sums.raise((bytes[at + 4]! << 8) | bytes[at + 5]!);
    for (let at = elementsOf(bytes, scored), place = 0; at < end; place++) {
      if (int32(bytes, at) < 0) {
        at += 4;
        continue;
      }
      const high = int32(bytes, at + 4);
      const low = int32(bytes, at + 8) >>> 0;
      // What a double says exactly, and nearly always is: a score is at most 100 million millionths.
      if (high === 0 || high === -1) sums.score(place, high * two32 + low);
      else sums.scoreLarge(place, (BigInt(high) << 32n) + BigInt(low));
      at += 12;
    }
  }
}

/** How many elements an array of one dimension has. */
function lengthOfArray(bytes: Uint8Array, field: number): number {
  return int32(bytes, field + 4) === 0 ? 0 : int32(bytes, field + 16);
}

/** Where its elements begin; of an empty one: where the field ends. */
function elementsOf(bytes: Uint8Array, field: number): number {
  return field + 4 + (int32(bytes, field + 4) === 0 ? 12 : 20);
}

/** As `readInt32BE`, without its checks: this is done some thirty times a row. */
function int32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}
