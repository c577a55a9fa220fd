import { foldedForSearch } from '#contract';
import { westernDigits } from '#documents';

/** A text made ready to be compared with many others. */
export interface Comparable {
  readonly text: string;
  /** Its pairs of neighbouring words, each once. */
  readonly shingles: () => ReadonlySet<string>;
}

/** Shorter texts are the same by chance: "no remarks", "the employee was kind". */
const leastLength = 20;
/** Shorter texts have too few words to be nearly the same. */
const leastLengthNear = 30;
/** What part of the pairs of words two texts have in common. */
const leastLikeness = 0.8;

/**
 * A text without what people change to hide that it is the same: forms of letters, vowel signs, tatweel, digits, case,
 * punctuation, spaces. Null: too short to say anything.
 */
export function comparableOf(text: string): Comparable | null {
  const folded = westernDigits(foldedForSearch(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (folded.length < leastLength) return null;
  let shingles: ReadonlySet<string> | null = null;
  return { text: folded, shingles: () => (shingles ??= shinglesOf(folded)) };
}

function shinglesOf(folded: string): ReadonlySet<string> {
  const words = folded.split(' ');
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
}

/** Whether two texts are the same, or nearly: the Jaccard likeness of their pairs of words is at least 0.8. */
export function isRepeated(one: Comparable, other: Comparable): boolean {
  if (one.text === other.text) return true;
  if (Math.min(one.text.length, other.text.length) < leastLengthNear) return false;
  const [small, large] = [one.shingles(), other.shingles()].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ];
  // |A∩B| / |A∪B| ≥ j exactly when |A∩B| ≥ (|A| + |B|) · j / (1 + j)
  let mayMiss = small.size - ((small.size + large.size) * leastLikeness) / (1 + leastLikeness);
  for (const shingle of small) {
    if (mayMiss < 0) return false;
    if (!large.has(shingle)) mayMiss -= 1;
  }
  return mayMiss >= 0 && small.size > 0;
}
