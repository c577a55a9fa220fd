import type { Contribution } from './contribution.js';

/** What takes a contribution in, number by number. */
export interface ContributionSink {
  /** A place of `counts` to raise by one. */
  raise(place: number): void;
  /** Millionths for a sum: a whole number of 32 bits. */
  score(place: number, value: number): void;
  /** The same of a larger one, up to 64 bits. */
  scoreLarge(place: number, value: bigint): void;
}

/** In the place of a score: nothing is added to this sum. */
const nothing = -(2 ** 31);
/** In the place of a score: it needs 64 bits, which follow. */
const large = nothing + 1;
const largest = 2 ** 31 - 1;
const headLength = 4;

/**
 * A contribution in few bytes, as it is stored with each response; millions are read to make tallies anew. All numbers are
 * big-endian: how many counts it raises and how many sums there are (16 bits each), the places of those counts (16 bits each),
 * then for each sum its millionths (32 bits; −2³¹ for none; −2³¹ + 1 where 64 bits follow).
 * @param allocated gives bytes of a length, which may hold anything
 * @throws RangeError for a place beyond 16 bits or a score beyond 64
 */
export function packContribution(
  { raised, scored }: Contribution,
  allocated: (length: number) => Uint8Array = (length) => new Uint8Array(length),
): Uint8Array {
  let length = headLength + 2 * raised.length + 4 * scored.length;
  for (const value of scored) if (value !== null && !isShort(value)) length += 8;
  const bytes = allocated(length);
  let at = put16(bytes, put16(bytes, 0, raised.length), scored.length);
  for (const place of raised) at = put16(bytes, at, place);
  for (const value of scored) {
    if (value === null) at = put32(bytes, at, nothing);
    else if (isShort(value)) at = put32(bytes, at, value);
    else {
      const whole = long(value);
      at = put32(bytes, put32(bytes, at, large), Number(whole >> 32n));
      at = put32(bytes, at, Number(BigInt.asIntN(32, whole)));
    }
  }
  return bytes;
}

/** Reads a packed contribution that begins at a place. */
export function readContribution(bytes: Uint8Array, from: number, sink: ContributionSink): void {
  const raised = uint16(bytes, from);
  const sums = sumsOfContribution(bytes, from);
  let at = from + headLength;
  for (const end = at + 2 * raised; at < end; at += 2) sink.raise(uint16(bytes, at));
  for (let place = 0; place < sums; place++) {
    const value = int32(bytes, at);
    at += 4;
    if (value > large) sink.score(place, value);
    else if (value === large) {
      sink.scoreLarge(place, (BigInt(int32(bytes, at)) << 32n) + BigInt(int32(bytes, at + 4) >>> 0));
      at += 8;
    }
  }
}

/** How many sums the contribution that begins at a place has, those it adds nothing to among them. */
export function sumsOfContribution(bytes: Uint8Array, from: number): number {
  return uint16(bytes, from + 2);
}

function isShort(value: number): boolean {
  return value > large && value <= largest;
}

/** @returns where the next number begins */
function put16(bytes: Uint8Array, at: number, value: number): number {
  if (value >= 2 ** 16) throw new RangeError(`A contribution has places of 16 bits, not ${value}`);
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
  return at + 2;
}

/** @returns where the next number begins */
function put32(bytes: Uint8Array, at: number, value: number): number {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
  return at + 4;
}

function long(value: number): bigint {
  const whole = BigInt(value);
  if (BigInt.asIntN(64, whole) !== whole) throw new RangeError(`A score has 64 bits, not ${value}`);
  return whole;
}

// As `DataView` reads them, without its checks: this is done some thirty times for each of millions of responses.
function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 8) | bytes[at + 1]!;
}

function int32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
}
