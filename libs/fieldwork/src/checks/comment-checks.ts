import { commentsIn } from './answered.js';
import { finding, type Check, type Facts } from './facts.js';
import { comparableOf, isRepeated } from './likeness-of-texts.js';

/** Everybody repeats a remark now and then. Much is so many characters, if they are this part of all that was written. */
const much = { characters: 80, share: 0.5 };

/** What the shopper wrote stands, the same or nearly, in earlier visits, told at each such item: much of it, or a remark. */
export const commentsRepeated: Check = function* (facts) {
  const { repeated, isMuch } = repeatedIn(facts);
  const visits = new Map(repeated.map(({ path, visit }) => [path, visit]));
  for (const [path, visit] of visits) yield finding(isMuch ? 'commentsRepeated' : 'commentKnown', { visit }, path);
};

/** A remark that stands in an earlier visit too. */
interface Repeated {
  readonly path: string;
  readonly visit: string;
  readonly length: number;
}

function repeatedIn({ answered, earlierComments }: Facts): { repeated: readonly Repeated[]; isMuch: boolean } {
  const earlier = comparablesOf(earlierComments, ({ comment }) => comment);
  const own = comparablesOf(commentsIn(answered), ({ text }) => text);
  const repeated = own.flatMap(({ from: { path }, comparable }): readonly Repeated[] => {
    const same = earlier.find((one) => isRepeated(comparable, one.comparable));
    return same ? [{ path, visit: same.from.visit, length: comparable.text.length }] : [];
  });
  const written = own.reduce((sum, { comparable }) => sum + comparable.text.length, 0);
  const again = repeated.reduce((sum, { length }) => sum + length, 0);
  return { repeated, isMuch: again >= much.characters && again >= written * much.share };
}

function comparablesOf<T>(written: readonly T[], textOf: (one: T) => string) {
  return written.flatMap((from) => {
    const comparable = comparableOf(textOf(from));
    return comparable ? [{ from, comparable }] : [];
  });
}
