import type { ContributionSink } from '#instruments';
import { exact, plusTally, type Exact, type ExactTally } from './exact-tally.js';
import { KeySlots } from './key-slots.js';

/** Tallies in one block of memory; few enough that a small slice costs little. */
const perBlock = 256;
/**
 * Counts have 16 bits; what would pass that is put away first. Sums of so many numbers under 2³² are exact in doubles. One less than
 * there is room for: of a contribution that was put away in its middle the rest is counted without it.
 */
const mostCounted = 2 ** 16 - 2;
/** Whole numbers at most so large are summed as doubles, exactly; larger ones are rare and take the slow way. */
const quick = 2 ** 30;
/** A square is kept in two sums: of its multiples of 2³², and of the rest. */
const two32 = 2 ** 32;
/** What is kept of a sum beside n: Σx and the two of Σx². */
const parts = 3;
/** Room for counts grows by so many. */
const more = 16;

interface Block {
  /** By slot: how many contributions, how many of them have each sum, then the counts. */
  readonly counts: Uint16Array;
  /** By slot and sum: `parts` numbers. */
  readonly sums: Float64Array;
}

/**
 * Sums of contributions by key, all with as many sums: exactly what adding up their `SheetTally`s gives, in a few hundred
 * bytes a key. Made for millions: a contribution is begun, then raises and scores, and nothing is allocated for it.
 */
export class ContributionSums implements ContributionSink {
  private keys = new KeySlots();
  private readonly blocks: Block[] = [];
  /** By slot: what no longer fits its numbers, or never did. */
  private readonly settled = new Map<number, ExactTally>();
  /** How many counts there is room for: grown when a greater place is raised. */
  private width = more;
  /** Of the contribution that was begun: its slot, and where its numbers lie. */
  private slot = 0;
  private counts: Uint16Array = new Uint16Array(0);
  private countsAt = 0;
  private sums: Float64Array = new Float64Array(0);
  private sumsAt = 0;

  /** @param length how many sums every contribution has */
  constructor(private readonly length: number) {}

  /** How many keys there are. */
  get size(): number {
    return this.keys.size;
  }

  /** How much memory they take, about. */
  get bytes(): number {
    return this.keys.bytes + this.keys.size * bytesOfSums(this.width, this.length);
  }

  /** Begins one more contribution of the key that lies between two places. */
  begin(bytes: Uint8Array, from: number, to: number): void {
    this.open(this.keys.slotOf(bytes, from, to));
    this.count(this.countsAt);
  }

  raise(place: number): void {
    if (place >= this.width) this.widen(place);
    this.count(this.countsAt + 1 + this.length + place);
  }

  score(place: number, value: number): void {
    if (value > quick || value < -quick) return this.scoreLarge(place, BigInt(value));
    const sums = this.sums;
    const at = this.sumsAt + place * parts;
    const low = Math.imul(value, value) >>> 0;
    // The product is rounded, by less than 2⁷; to the nearest multiple of 2³² that is nothing.
    const high = ((value * value - low) / two32 + 0.5) | 0;
    this.counts[this.countsAt + 1 + place]!++; // as often as there are contributions, at most
    sums[at] = sums[at]! + value;
    sums[at + 1] = sums[at + 1]! + high;
    sums[at + 2] = sums[at + 2]! + low;
  }

  scoreLarge(place: number, value: bigint): void {
    const one = this.nothing();
    one.sums.splice(3 * place, 3, 1, exact(value), exact(value * value));
    this.settle(one);
  }

  /** The tally of every key. Counts that were never raised may be left out at the end, or be there as 0. */
  *entries(): Generator<readonly [key: Buffer, tally: ExactTally]> {
    for (let slot = 0; slot < this.keys.size; slot++) {
      this.open(slot);
      const settled = this.settled.get(slot);
      yield [this.keys.keyAt(slot), settled ? plusTally(this.tally(), settled) : this.tally()];
    }
  }

  /** The keys there are. */
  *keysOf(): Generator<Buffer> {
    for (let slot = 0; slot < this.keys.size; slot++) yield this.keys.keyAt(slot);
  }

  /** Forgets everything; the memory is used again. */
  clear(): void {
    this.keys = new KeySlots();
    this.settled.clear();
    for (const { counts, sums } of this.blocks) {
      counts.fill(0);
      sums.fill(0);
    }
  }

  /** The same sums of some keys alone, in memory of their own. */
  only(isWanted: (key: Buffer) => boolean): ContributionSums {
    const less = new ContributionSums(this.length);
    less.width = this.width;
    for (let slot = 0; slot < this.keys.size; slot++) {
      const key = this.keys.keyAt(slot);
      if (!isWanted(key)) continue;
      this.open(slot);
      less.open(less.keys.slotOf(key, 0, key.length));
      less.counts.set(this.counts.subarray(this.countsAt, this.countsAt + this.stride), less.countsAt);
      less.sums.set(this.sums.subarray(this.sumsAt, this.sumsAt + parts * this.length), less.sumsAt);
      const settled = this.settled.get(slot);
      if (settled) less.settled.set(less.slot, settled);
    }
    return less;
  }

  /** Counts of a slot. */
  private get stride(): number {
    return 1 + this.length + this.width;
  }

  /** Goes to where the numbers of a slot lie; the block of a new one is made. */
  private open(slot: number): void {
    const index = Math.floor(slot / perBlock);
    if (index >= this.blocks.length) {
      const sums = new Float64Array(perBlock * this.length * parts);
      this.blocks.push({ counts: new Uint16Array(perBlock * this.stride), sums });
    }
    const { counts, sums } = this.blocks[index]!;
    this.slot = slot;
    this.counts = counts;
    this.countsAt = (slot % perBlock) * this.stride;
    this.sums = sums;
    this.sumsAt = (slot % perBlock) * this.length * parts;
  }

  private count(at: number): void {
    if (this.counts[at] === mostCounted) this.settle(this.tally(), { anew: true });
    this.counts[at]!++;
  }

  /** What the numbers of the open slot say. */
  private tally(): ExactTally {
    const { counts, countsAt: at, length } = this;
    const sums = new Array<Exact>(3 * length);
    for (let place = 0; place < length; place++) {
      const from = this.sumsAt + place * parts;
      sums[3 * place] = counts[at + 1 + place]!;
      sums[3 * place + 1] = this.sums[from]!;
      sums[3 * place + 2] = squareOf(this.sums[from + 1]!, this.sums[from + 2]!);
    }
    const begin = at + 1 + length;
    return { responses: counts[at]!, counts: Int32Array.from(counts.subarray(begin, begin + this.width)), sums };
  }

  /** Puts away more of the open slot; `anew`: its numbers begin again. */
  private settle(tally: ExactTally, { anew = false } = {}): void {
    this.settled.set(this.slot, plusTally(this.settled.get(this.slot) ?? this.nothing(), tally));
    if (!anew) return;
    this.counts.fill(0, this.countsAt, this.countsAt + this.stride);
    this.sums.fill(0, this.sumsAt, this.sumsAt + this.length * parts);
  }

  private nothing(): ExactTally & { sums: Exact[] } {
    return { responses: 0, counts: new Int32Array(this.width), sums: Array.from({ length: 3 * this.length }, () => 0) };
  }

  private widen(place: number): void {
    const before = this.stride;
    this.width = Math.ceil((place + 1) / more) * more;
    for (const [index, { counts, sums }] of this.blocks.entries()) {
      const wider = new Uint16Array(perBlock * this.stride);
      for (let at = 0; at < perBlock; at++) wider.set(counts.subarray(at * before, (at + 1) * before), at * this.stride); // prettier-ignore
      this.blocks[index] = { counts: wider, sums };
    }
    for (const [slot, tally] of this.settled) {
      const counts = new Int32Array(this.width);
      counts.set(tally.counts);
      this.settled.set(slot, { ...tally, counts });
    }
    this.open(this.slot);
  }
}

/** What the numbers of a key take, in bytes; its own bytes come to some fifty more. */
function bytesOfSums(counts: number, sums: number): number {
  return 2 * (1 + sums + counts) + 8 * parts * sums;
}

/** Σx² from its two sums. */
function squareOf(high: number, low: number): Exact {
  const double = high * two32 + low;
  return double <= Number.MAX_SAFE_INTEGER ? double : exact((BigInt(high) << 32n) + BigInt(low));
}
