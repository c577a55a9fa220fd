import type { ChangeOfSet, Contributions, NotComparable, RefusedChangeOfSet } from '#scoring';
import type { Interval } from '#statistics';
import { isDetected, type Verdict } from './figure-change.js';

/** What the published change is made of, in points: together it, exactly. */
export interface StarChangeParts extends Contributions {
  /** What centres do that joined, left, or are not comparable. */
  readonly joinedLeft: number;
}

/** The change of the mean score of some centres since the cycle before, taken apart. */
export interface StarChange {
  /** The two cycles have too little in common: no change is given. */
  readonly refused: 'seriesBreak' | null;
  /** The means as published, each by the scheme of its cycle; null: none has a score, or the change is refused. */
  readonly before: number | null;
  readonly now: number | null;
  /** now − before. Where the change is refused: to be shown as what it is not. */
  readonly published: number | null;
  /** Null where the change is refused. */
  readonly parts: StarChangeParts | null;
  /** 95 %, of `sameYardstick`, by pairs; null: fewer than two centres, or all moved alike. */
  readonly interval: Interval | null;
  /** Two-sided, of this change alone. */
  readonly p: number | null;
  /** After Benjamini–Hochberg over the agencies of the cycle; of the programme: p itself. Verdicts follow it. */
  readonly adjustedP: number | null;
  /** Of `sameYardstick`. */
  readonly verdict: Verdict;
  /** The part of the weight that both cycles have in common: 0 to 1. */
  readonly commonWeight: number;
  readonly centres: CentresCompared;
}

/** How many centres were compared, and why others were not. */
export interface CentresCompared {
  /** With a score in the cycle. */
  readonly before: number;
  readonly now: number;
  readonly compared: number;
  /** With a score in one of the cycles and not there in the other. */
  readonly joined: number;
  readonly left: number;
  readonly notComparable: readonly { readonly reason: NotComparable; readonly centres: number }[];
}

/** A change as figures hold it, judged alone. */
export function starChangeOf(change: ChangeOfSet | RefusedChangeOfSet): StarChange {
  const { before, now, compared, joined, left, notComparable } = change.units;
  const centres = {
    before,
    now,
    compared,
    joined,
    left,
    notComparable: notComparable
      .map(({ reason, units }) => ({ reason, centres: units }))
      .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
  };
  const { refused, published, commonWeight } = change;
  const none = { before: null, now: null, parts: null, interval: null, p: null };
  const measured = change.refused === null ? measuredOf(change) : none;
  return judgedStarChange({ refused, published, commonWeight, centres, ...measured }, measured.p);
}

/** The change with a verdict by a p that was adjusted over others judged together with it. */
export function judgedStarChange(
  change: Omit<StarChange, 'adjustedP' | 'verdict'>,
  adjustedP: number | null,
): StarChange {
  return { ...change, adjustedP, verdict: verdictOf(change, adjustedP) };
}

function measuredOf(change: ChangeOfSet) {
  const { before, now, sameYardstick, changedCriteria, changedWeights, changedFormula, joinedLeft } = change;
  return {
    before,
    now,
    parts: { sameYardstick, changedCriteria, changedWeights, changedFormula, joinedLeft },
    interval: change.comparison?.interval ?? null,
    p: change.comparison?.p ?? null,
  };
}

function verdictOf({ parts }: Pick<StarChange, 'parts'>, adjustedP: number | null): Verdict {
  if (!parts) return 'notCompared';
  if (adjustedP === null) return 'cannotTell';
  if (!isDetected(adjustedP)) return 'noDetectableChange';
  return parts.sameYardstick > 0 ? 'improved' : 'declined';
}
