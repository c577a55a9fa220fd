import { standings } from '#campaigns';
import { ContributionSums } from './contribution-sums.js';

/** What a tally of responses is of. */
export interface TallyKey {
  /** The number of the place. */
  readonly place: number;
  readonly outcome: string;
  readonly segment: string;
  /** 0 counted, 1 held, 2 excluded. */
  readonly standing: number;
}

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
 * up by key.
 * @throws Error for what is not such a copy
 */
export class ContributionRows {
  /** The part of a row that is here already. */
  private rest: Buffer = nothing;
  private isBegun = false;
  private isOver = false;
  /** Of the row that is read: where its fields begin; a field begins with its length. */
  private readonly at = new Int32Array(fields + 1);
  private readonly byLength = new Map<number, ContributionSums>();
  private read = 0;
  private before = Infinity;

  /** How many responses were read. */
  get count(): number {
    return this.read;
  }

  /** How many keys they have. */
  get size(): number {
    return [...this.byLength.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** How much memory they take, about. */
  get bytes(): number {
    return [...this.byLength.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** What was added up, by what `keyOf` can read. */
  get sums(): Iterable<ContributionSums> {
    return this.byLength.values();
  }

  /** Only responses about places before this number are added up. */
  get below(): number {
    return this.before;
  }

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

  /** Forgets the upper half of the places, and takes no more of them: they are for another reading. */
  narrow(): void {
    const places = [...this.byLength.values()].flatMap((sums) => Array.from(sums.entries(), ([key]) => placeOf(key)));
    places.sort((a, b) => a - b);
    const [lowest = 0, middle = 0] = [places[0], places[Math.floor(places.length / 2)]];
    const before = Math.max(middle, lowest + 1);
    this.before = before;
    for (const [length, sums] of this.byLength)
      this.byLength.set(
        length,
        sums.only((key) => placeOf(key) < before),
      );
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
    this.read += 1;
    const first = this.at[0]!;
    const raised = this.at[ofKey]!;
    const scored = this.at[ofKey + 1]!;
    const end = this.at[fields]!;
    if (int32(bytes, first + 4) >= this.before) return;
    const sums = this.sumsOf(lengthOfArray(bytes, scored));
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

  private sumsOf(length: number): ContributionSums {
    let sums = this.byLength.get(length);
    if (!sums) this.byLength.set(length, (sums = new ContributionSums(length)));
    return sums;
  }
}

/** What a key of the sums says. */
export function keyOf(key: Buffer): TallyKey {
  const outcome = 8;
  const segment = outcome + 4 + key.readInt32BE(outcome);
  const standing = segment + 4 + key.readInt32BE(segment);
  return {
    place: placeOf(key),
    outcome: key.toString('utf8', outcome + 4, segment),
    segment: key.toString('utf8', segment + 4, standing),
    standing: standingIn(key.readInt16BE(standing + 4)),
  };
}

function standingIn(number: number): number {
  if (standings[number] === undefined) throw new Error(`There is no standing ${number}`);
  return number;
}

function placeOf(key: Buffer): number {
  return key.readInt32BE(4);
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
