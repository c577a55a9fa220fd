/** Answers that wait in the pool about one place. */
export interface PoolOfPlace {
  readonly place: number;
  readonly agency: string;
  readonly waiting: number;
}

/** Which answers come out of the pool together, and under which place they are stored. */
export interface Batch {
  /** Answers about these places are drawn from … */
  readonly places: readonly number[];
  /** … so many of them, by chance … */
  readonly take: number;
  /** … and stored under this place; null: that of the agency as a whole. */
  readonly storedUnder: number | null;
  readonly agency: string;
}

/**
 * What may come out of the pool of a campaign now. A batch is about one place, for the place is known of an invitation and of a
 * response: only people of the same place can be confused with each other. It holds `least` answers or more, and as many stay
 * behind while the campaign runs: so nobody knows whose answers a batch holds, and the last batch is never a small rest.
 *
 * When the campaign is over all come out. A place with fewer than `least` in all is not told apart then: its answers are stored
 * under the agency as a whole, together with those of other such places.
 */
export function batchesOf(pools: readonly PoolOfPlace[], least: number, isOver: boolean): readonly Batch[] {
  if (!isOver) {
    return pools
      .filter(({ waiting }) => waiting >= 2 * least)
      .map(({ place, agency, waiting }) => ({ places: [place], take: waiting - least, storedUnder: place, agency }));
  }
  const large = pools.filter(({ waiting }) => waiting >= least);
  const small = Map.groupBy(
    pools.filter(({ waiting }) => waiting < least),
    ({ agency }) => agency,
  );
  return [
    ...large.map(({ place, agency, waiting }) => ({ places: [place], take: waiting, storedUnder: place, agency })),
    ...[...small].map(([agency, group]) => ({
      places: group.map(({ place }) => place),
      take: group.reduce((sum, { waiting }) => sum + waiting, 0),
      storedUnder: null,
      agency,
    })),
  ];
}

/**
 * The sizes of the transactions that a batch is worked off in: none above `most`, for the memory, and none below `least` while the
 * batch has as many. @param least at most half of `most`
 */
export function partsOf(take: number, least: number, most: number): readonly number[] {
  const parts: number[] = [];
  for (let left = take; left > 0;) {
    const part = left <= most ? left : left - most >= least ? most : left - least;
    parts.push(part);
    left -= part;
  }
  return parts;
}
