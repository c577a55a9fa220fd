import { createHash } from 'node:crypto';
import { numbersFrom } from '#scoring';

/** Numbers that look random and follow from what they are for: the same files come out every time. */
export class Chance {
  private readonly numbers;

  constructor(...about: readonly (string | number)[]) {
    this.numbers = numbersFrom(createHash('sha256').update(about.join('/')).digest().readUInt32BE(0));
  }

  /** Evenly from 0 to 1. */
  next(): number {
    return this.numbers.next();
  }

  /** True as often as said. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Near a value, most within `spread` of it: the mean of three even draws. */
  near(value: number, spread: number): number {
    return value + spread * (this.next() + this.next() + this.next() - 1.5) * (2 / 3);
  }
}
