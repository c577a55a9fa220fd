/** One way to treat a criterion: to leave it (cost 0, gain 0), or to raise it. */
export interface RaiseOption {
  /** Whole, ≥ 0. */
  readonly cost: number;
  /** In points of its pillar, ≥ 0. */
  readonly gain: number;
  /** How many criteria it raises: 0 or 1. Always 0 where only the cost is asked for. */
  readonly raises: number;
}

/** How far a table reaches: states of more cost or more raised criteria are not looked at. */
export interface Reach {
  readonly cost: number;
  readonly raises: number;
}

/** The greatest gain for each exact cost and each exact number of raised criteria, and how it came about. */
export interface RaiseTable {
  readonly reach: Reach;
  /** By `stateOf`; −Infinity: no set of options has that cost and number. */
  readonly gains: Float64Array;
  /** For each choice, by state: the option that led there. */
  readonly picks: readonly Uint8Array[];
}

/** Gains that differ by less are equal: then the earlier criterion is preferred. */
export const sameGain = 1e-12;

export const stateOf = (reach: Reach, raises: number, cost: number): number => raises * (reach.cost + 1) + cost;

export const statesIn = (reach: Reach): number => (reach.raises + 1) * (reach.cost + 1);

/**
 * A multiple-choice knapsack over the criteria of one pillar: exactly one option of each choice. Exact, since costs are whole.
 * Of equal gains the one that leaves the later choice alone is kept.
 * Source: Kellerer, Pferschy & Pisinger, Knapsack Problems, 2004, chapter 11 (dynamic programming by cost).
 * @param choices at most 255 options each
 */
export function raiseTable(choices: readonly (readonly RaiseOption[])[], limit: Reach): RaiseTable {
  const reach = reachOf(choices, limit);
  let gains = new Float64Array(statesIn(reach)).fill(-Infinity);
  gains[0] = 0;
  const picks = choices.map((options) => {
    const next = new Float64Array(gains.length).fill(-Infinity);
    const picked = new Uint8Array(gains.length);
    options.forEach((option, index) => take(option, index, reach, gains, next, picked));
    gains = next;
    return picked;
  });
  return { reach, gains, picks };
}

/** The option taken of each choice on the way to a state, in the order of the choices. */
export function picksTo(
  table: RaiseTable,
  choices: readonly (readonly RaiseOption[])[],
  raises: number,
  cost: number,
): number[] {
  const taken: number[] = choices.map(() => 0);
  let state = { raises, cost };
  for (let index = choices.length - 1; index >= 0; index--) {
    const pick = table.picks[index]?.[stateOf(table.reach, state.raises, state.cost)] ?? 0;
    const option = choices[index]?.[pick];
    taken[index] = pick;
    if (option) state = { raises: state.raises - option.raises, cost: state.cost - option.cost };
  }
  return taken;
}

function reachOf(choices: readonly (readonly RaiseOption[])[], limit: Reach): Reach {
  const most = (of: (option: RaiseOption) => number) =>
    choices.reduce((sum, options) => sum + options.reduce((max, option) => Math.max(max, of(option)), 0), 0);
  return {
    cost: Math.min(
      limit.cost,
      most(({ cost }) => cost),
    ),
    raises: Math.min(
      limit.raises,
      most(({ raises }) => raises),
    ),
  };
}

function take(
  { cost, gain, raises }: RaiseOption,
  index: number,
  reach: Reach,
  from: Float64Array,
  into: Float64Array,
  picked: Uint8Array,
): void {
  const width = reach.cost + 1;
  for (let had = 0; had + raises <= reach.raises; had++) {
    const row = had * width;
    const target = (had + raises) * width + cost;
    for (let spent = 0; spent + cost <= reach.cost; spent++) {
      const whole = from[row + spent]! + gain;
      if (whole === -Infinity || whole <= into[target + spent]! + sameGain) continue;
      into[target + spent] = whole;
      picked[target + spent] = index;
    }
  }
}
