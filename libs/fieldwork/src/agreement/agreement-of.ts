import type { AnswerSheet, CompiledInstrument } from '#instruments';
import { chosenHalves, itemAgreement, type ItemAgreement } from './item-agreement.js';
import { readingsIn, type ItemReadings } from './readings.js';
import { scoresAgreement, type ScoresAgreement } from './score-agreement.js';

/** How far the two shoppers of double visits agree, over all items. */
export interface OverallAgreement {
  /** Times that two said something about the same item at the same visit. */
  readonly n: number;
  /** The part of them that said exactly the same: 0 to 1. Null: there are none. */
  readonly agreed: number | null;
  /**
   * Pooled kappa of all items that are chosen: (mean observed − mean expected) / (1 − mean expected) over the items.
   * Source: De Vries, Elliott, Kanouse & Teleki 2008, Field Methods 20:272–282. Null when nothing is left to chance.
   */
  readonly kappa: number | null;
  /**
   * Pooled alpha of the same items, all taken as nominal: 1 − Σ n·observed / Σ n·expected disagreement, each item against its own
   * chance, n its pairable values. With one item it is that item's alpha. Null when nothing varies.
   */
  readonly alpha: number | null;
}

/** The agreement of double visits filled with one version of an instrument. */
export interface VisitAgreement {
  /** Double visits. */
  readonly pairs: number;
  readonly overall: OverallAgreement;
  /** In the order of the instrument; see `comparedItemsOf` for those that can be compared. */
  readonly items: readonly ItemAgreement[];
  readonly scores: ScoresAgreement;
}

/**
 * How far the two shoppers of each double visit agree, item by item, over all items, and in their scores. Which of the two is
 * called the first matters to kappa alone (it knows two observers, though these are others each time); alpha is the one to
 * judge by: see `reliabilityOf`.
 */
export function agreementOf(
  compiled: CompiledInstrument,
  pairs: readonly (readonly [AnswerSheet, AnswerSheet])[],
): VisitAgreement {
  const readings = readingsIn(compiled, pairs);
  const items = readings.map(itemAgreement);
  return { pairs: pairs.length, overall: overallOf(readings, items), items, scores: scoresAgreement(compiled, pairs) };
}

function overallOf(readings: readonly ItemReadings[], items: readonly ItemAgreement[]): OverallAgreement {
  const n = sumOf(items.map((item) => item.n));
  const halves = readings.flatMap((one) => chosenHalves(one) ?? []);
  const kappa = halves.map((half) => half.kappa);
  const alpha = halves.map((half) => half.alpha);
  const chance = sumOf(kappa.map(({ expected }) => 1 - expected));
  const expected = sumOf(alpha.map((half) => half.pairable * half.expected));
  const observed = sumOf(alpha.map((half) => half.pairable * half.observed));
  return {
    n,
    agreed: n === 0 ? null : sumOf(items.map((item) => (item.agreed ?? 0) * item.n)) / n,
    kappa: chance === 0 ? null : sumOf(kappa.map((half) => half.observed - half.expected)) / chance,
    alpha: expected === 0 ? null : 1 - observed / expected,
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
