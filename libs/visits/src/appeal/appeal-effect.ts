import { addTallies, meanOfSum, score, tallyOfSheet, type AnswerSheet, type SheetTally } from '#instruments';
import { type KnownInstrument } from '#schemes';

/** A figure before and after; null: there is none. */
export interface BeforeAfter<Figure> {
  readonly before: Figure;
  readonly after: Figure;
}

/** What a decision would change. Scores are 0 to 100. */
export interface AppealEffect {
  /** Of the visit; null after it is thrown out. */
  readonly visit: BeforeAfter<number | null>;
  /** The mean of the centre's visits with this instrument in the cycle, and how many have a score. */
  readonly centre: BeforeAfter<{ readonly mean: number | null; readonly n: number }>;
}

/**
 * What it changes when a report that counts becomes another.
 * @param tally of the centre and the instrument, with the report in it
 * @param amended null: the visit is thrown out
 */
export function effectOf(
  { compiled, layout }: KnownInstrument,
  tally: SheetTally,
  standing: AnswerSheet,
  amended: AnswerSheet | null,
): AppealEffect {
  const less = addTallies(tally, tallyOfSheet(layout, compiled, standing), -1);
  const after = amended ? addTallies(less, tallyOfSheet(layout, compiled, amended)) : less;
  const meanIn = ({ sums }: SheetTally) => {
    const sum = sums[layout.placeOf.get('overall') ?? -1];
    const mean = sum ? meanOfSum(sum) : null;
    return { mean: mean?.value ?? null, n: mean?.n ?? 0 };
  };
  return {
    visit: { before: score(compiled, standing).score, after: amended && score(compiled, amended).score },
    centre: { before: meanIn(tally), after: meanIn(after) },
  };
}
