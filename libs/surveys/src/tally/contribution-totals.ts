import { placeOf } from './tally-key.js';
import { ContributionSums } from './contribution-sums.js';

/** What responses come to by key, of whatever instruments they are. */
export class ContributionTotals {
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

  /** Where a response about a place is added, by how many sums it has; null: it is for another reading. */
  sumsFor(place: number, length: number): ContributionSums | null {
    this.read += 1;
    if (place >= this.before) return null;
    let sums = this.byLength.get(length);
    if (!sums) this.byLength.set(length, (sums = new ContributionSums(length)));
    return sums;
  }

  /** Forgets the upper half of the places, and takes no more of them: they are for another reading. One stays, however large. */
  narrow(): void {
    const places = [...this.byLength.values()].flatMap((sums) => Array.from(sums.keysOf(), placeOf));
    places.sort((a, b) => a - b);
    const [lowest, middle] = [places[0], places[Math.floor(places.length / 2)]];
    if (lowest === undefined || middle === undefined || this.before === lowest + 1) return;
    const before = Math.max(middle, lowest + 1);
    this.before = before;
    for (const [length, sums] of this.byLength) {
      this.byLength.set(
        length,
        sums.only((key) => placeOf(key) < before),
      );
    }
  }

  /** Forgets everything; the memory is used again. */
  clear(): void {
    this.read = 0;
    this.before = Infinity;
    for (const sums of this.byLength.values()) sums.clear();
  }
}
