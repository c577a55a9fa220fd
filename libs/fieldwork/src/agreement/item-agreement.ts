import { agreementIn, cohenKappaOfPairs, disagreementIn, krippendorffAlpha, tableOfPairs } from '#statistics';
import type { Agreement, Disagreement, JudgedPair, Observed } from '#statistics';
import type { ComparedBy } from './compared-items.js';
import type { ItemReadings, Said } from './readings.js';

/** How far the two shoppers of double visits agree about one item. */
export interface ItemAgreement {
  readonly item: string;
  /** The row of a matrix; null for any other item. */
  readonly row: string | null;
  readonly by: ComparedBy;
  /** Double visits in which both said something, that it does not apply included. */
  readonly n: number;
  /** The part of them that said exactly the same: 0 to 1. Null: there are none. */
  readonly agreed: number | null;
  /**
   * Cohen's kappa over what was chosen, "does not apply" among it; the first of each pair against the second. Null of numbers,
   * and where `cohenKappa` is.
   */
  readonly kappa: number | null;
  /**
   * Krippendorff's alpha in the metric of `by`; "does not apply" is a choice of its own in the nominal one, and no value in the
   * others. Null where `krippendorffAlpha` is.
   */
  readonly alpha: number | null;
}

/** The agreement about one item. */
export function itemAgreement({ item: { item, row, by }, pairs }: ItemReadings): ItemAgreement {
  const both = bothIn(pairs);
  const same = both.filter(([one, other]) => one === other).length;
  return {
    item,
    row,
    by,
    n: both.length,
    agreed: both.length === 0 ? null : same / both.length,
    kappa: by === 'interval' ? null : cohenKappaOfPairs(both),
    alpha: by === 'nominal' ? krippendorffAlpha(pairs, 'nominal') : krippendorffAlpha(pairs.map(numbersIn), by),
  };
}

/** The halves of kappa and of nominal alpha of an item that is chosen, for pooling; null of numbers and where nobody was two. */
export function chosenHalves({ item, pairs }: ItemReadings): { kappa: Agreement; alpha: Disagreement } | null {
  if (item.by === 'interval') return null;
  const kappa = agreementIn(tableOfPairs(bothIn(pairs)));
  const alpha = disagreementIn(pairs, 'nominal');
  return kappa && alpha && { kappa, alpha };
}

function bothIn(pairs: ItemReadings['pairs']): readonly JudgedPair[] {
  return pairs.flatMap(([one, other]) => (one === null || other === null ? [] : [[one, other] as const]));
}

function numbersIn(pair: readonly (Said | null)[]): Observed<number> {
  return pair.map((said) => (typeof said === 'number' ? said : null));
}
