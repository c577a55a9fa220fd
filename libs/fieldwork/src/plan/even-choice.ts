/** One of several options, for each of the visits of one centre. */
export interface Choice {
  /** For each visit, in order of time, the places of the options it may have; at least one. */
  readonly allowed: readonly (readonly number[])[];
  /** How often each option was chosen elsewhere. */
  readonly elsewhere: readonly number[];
  /** Decides between options that are otherwise alike. */
  readonly chance: (visit: number, option: number) => number;
}

/**
 * Chooses an option for each visit so that options are had as evenly as the visits allow: no other choice has a smaller sum of
 * squared counts here, nor, among those, can one count move to an option that is rarer by two or more with elsewhere taken
 * together. Where every visit may have everything, counts differ by at most 1, here and (centre after centre) altogether.
 */
export function evenChoice({ allowed, elsewhere, chance }: Choice): readonly number[] {
  const counts = elsewhere.map(() => 0);
  const countOf = (option: number) => counts[option] ?? 0;
  const togetherOf = (option: number) => (elsewhere[option] ?? 0) + countOf(option);
  const chosen = allowed.map((options, visit) => {
    const order = (a: number, b: number) =>
      countOf(a) - countOf(b) || togetherOf(a) - togetherOf(b) || chance(visit, a) - chance(visit, b) || a - b;
    const best = options.toSorted(order)[0];
    if (best === undefined) throw new RangeError('A visit without options');
    counts[best] = countOf(best) + 1;
    return best;
  });
  const isBetter = (from: number, to: number) => {
    const surplus = countOf(from) - countOf(to);
    return surplus >= 2 || (surplus === 1 && togetherOf(from) - togetherOf(to) >= 2);
  };
  for (let shift = shiftIn(chosen, allowed, isBetter); shift; shift = shiftIn(chosen, allowed, isBetter)) {
    const [from, to] = [chosen[shift[0]?.visit ?? 0] ?? 0, shift.at(-1)?.option ?? 0];
    for (const { visit, option } of shift) chosen[visit] = option;
    counts[from] = countOf(from) - 1;
    counts[to] = countOf(to) + 1;
  }
  return chosen;
}

/** A visit that takes another option. */
interface Step {
  readonly visit: number;
  readonly option: number;
}

/** A chain of visits each of which takes the option of the next, the last one a rarer option; null when none makes it evener. */
function shiftIn(
  chosen: readonly number[],
  allowed: readonly (readonly number[])[],
  isBetter: (from: number, to: number) => boolean,
): readonly Step[] | null {
  for (const from of new Set(chosen)) {
    const reached = new Map<number, readonly Step[]>([[from, []]]);
    for (const [option, steps] of reached) {
      if (isBetter(from, option)) return steps;
      for (const [visit, own] of chosen.entries()) {
        if (own !== option) continue;
        for (const next of allowed[visit] ?? []) {
          if (!reached.has(next)) reached.set(next, [...steps, { visit, option: next }]);
        }
      }
    }
  }
  return null;
}
