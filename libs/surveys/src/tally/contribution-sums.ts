import type { ContributionSink } from '#instruments';
import { exact, plus, type Exact, type ExactTally } from './exact-tally.js';
import { KeySlots } from './key-slots.js';

/** Tallies in one block of memory; few enough that a small slice costs little. */
const perBlock = 256;
/** Whole numbers at most so large are summed as doubles, exactly; larger ones are rare and take the slow way. */
const quick = 2 ** 30;
/** A number is h·2¹⁵ + l, so its square is h²·2³⁰ + 2hl·2¹⁵ + l²: each product is at most 2³⁰. */
const half = 2 ** 15;
/** So many additions of at most 2³⁰ stay under 2⁵³, where doubles are exact; then they are put away as BigInt. */
const exactFor = 2 ** 22;
/** What is kept of a sum: n, Σx, Σh², Σhl, Σl². */
const parts = 5;
/** Bytes that a key takes beside its numbers, about. */
const ofKey = 200;
/** Room for counts grows by so many. */
const more = 16;

interface Block {
  /** By slot: how many contributions, then the counts. */
  readonly counts: Int32Array;
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
  /** By slot: what no longer fits doubles, or never did. */
  private readonly settled = new Map<number, Exact[]>();
  /** How many counts there is room for: grown when a greater place is raised. */
  private width = more;
  /** Of the contribution that was begun: its slot, and where its numbers lie. */
  private slot = 0;
  private counts: Int32Array = new Int32Array(0);
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
    return this.keys.size * (4 * (this.width + 1) + 8 * parts * this.length + ofKey);
  }

  /** Begins one more contribution of the key that lies between two places. */
  begin(bytes: Uint8Array, from: number, to: number): void {
    this.open(this.keys.slotOf(bytes, from, to));
    const before = this.counts[this.countsAt]!;
    if (before > 0 && before % exactFor === 0) this.settle();
    this.counts[this.countsAt] = before + 1;
  }

  raise(place: number): void {
    if (place >= this.width) this.widen(place);
    const at = this.countsAt + 1 + place;
    this.counts[at] = this.counts[at]! + 1;
  }

  score(place: number, value: number): void {
    if (value > quick || value < -quick) return this.scoreLarge(place, BigInt(value));
    const sums = this.sums;
    const at = this.sumsAt + place * parts;
    const h = Math.floor(value / half);
    const l = value - h * half;
    sums[at] = sums[at]! + 1;
    sums[at + 1] = sums[at + 1]! + value;
    sums[at + 2] = sums[at + 2]! + h * h;
    sums[at + 3] = sums[at + 3]! + h * l;
    sums[at + 4] = sums[at + 4]! + l * l;
  }

  scoreLarge(place: number, value: bigint): void {
    const settled = this.settledOf(this.slot);
    [1, exact(value), exact(value * value)].forEach((one, part) => {
      settled[3 * place + part] = plus(settled[3 * place + part]!, one);
    });
  }

  /** The tally of every key. Counts that were never raised may be left out at the end, or be there as 0. */
  *entries(): Generator<readonly [key: Buffer, tally: ExactTally]> {
    for (let slot = 0; slot < this.keys.size; slot++) {
      this.open(slot);
      yield [this.keys.keyAt(slot), this.tally()];
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
      less.counts.set(this.counts.subarray(this.countsAt, this.countsAt + this.width + 1), less.countsAt);
      less.sums.set(this.sums.subarray(this.sumsAt, this.sumsAt + parts * this.length), less.sumsAt);
      const settled = this.settled.get(slot);
      if (settled) less.settled.set(less.slot, settled);
    }
    return less;
  }

  /** Goes to where the numbers of a slot lie; the block of a new one is made. */
  private open(slot: number): void {
    const index = Math.floor(slot / perBlock);
    if (index >= this.blocks.length) {
      const counts = new Int32Array(perBlock * (this.width + 1));
      this.blocks.push({ counts, sums: new Float64Array(perBlock * this.length * parts) });
    }
    const { counts, sums } = this.blocks[index]!;
    this.slot = slot;
    this.counts = counts;
    this.countsAt = (slot % perBlock) * (this.width + 1);
    this.sums = sums;
    this.sumsAt = (slot % perBlock) * this.length * parts;
  }

  private tally(): ExactTally {
    const { counts, countsAt: at } = this;
    const settled = this.settled.get(this.slot);
    const sums = this.quickSums();
    return {
      responses: counts[at] ?? 0,
      counts: counts.slice(at + 1, at + 1 + this.width),
      sums: settled ? sums.map((one, part) => plus(one, settled[part]!)) : sums,
    };
  }

  /** What is summed in doubles: n, sum and squares of each. */
  private quickSums(): Exact[] {
    const { sums } = this;
    const found = new Array<Exact>(3 * this.length);
    for (let place = 0; place < this.length; place++) {
      const at = this.sumsAt + place * parts;
      found[3 * place] = sums[at]!;
      found[3 * place + 1] = sums[at + 1]!;
      found[3 * place + 2] = squareOf(sums[at + 2]!, sums[at + 3]!, sums[at + 4]!);
    }
    return found;
  }

  /** Puts away what was summed, so that doubles stay exact. */
  private settle(): void {
    const settled = this.settledOf(this.slot);
    this.quickSums().forEach((one, part) => (settled[part] = plus(settled[part]!, one)));
    this.sums.fill(0, this.sumsAt, this.sumsAt + this.length * parts);
  }

  private settledOf(slot: number): Exact[] {
    const found = this.settled.get(slot) ?? Array.from({ length: 3 * this.length }, () => 0);
    this.settled.set(slot, found);
    return found;
  }

  private widen(place: number): void {
    const width = Math.ceil((place + 1) / more) * more;
    const [before, after] = [this.width + 1, width + 1];
    for (const [index, { counts, sums }] of this.blocks.entries()) {
      const wider = new Int32Array(perBlock * after);
      for (let at = 0; at < perBlock; at++) wider.set(counts.subarray(at * before, (at + 1) * before), at * after);
      this.blocks[index] = { counts: wider, sums };
    }
    this.width = width;
    this.open(this.slot);
  }
}

/** Σx² of its parts: h²·2³⁰ + 2hl·2¹⁵ + l². */
function squareOf(high: number, middle: number, low: number): Exact {
  const double = high * 2 ** 30 + middle * 2 ** 16 + low;
  if (double <= Number.MAX_SAFE_INTEGER) return double;
  return exact((BigInt(high) << 30n) + (BigInt(middle) << 16n) + BigInt(low));
}
