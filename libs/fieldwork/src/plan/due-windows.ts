/** A stretch of days in which a visit is due: both ends are places in the list of days. */
export interface DueWindow {
  readonly first: number;
  readonly last: number;
}

/**
 * Cuts days into as many parts of about the same length, one for each visit, so that any day of a part lies at least `between`
 * days from any day of the next; null when the days are too few for that.
 * @param days numbers of the days on which visits can be made, in order
 */
export function windowsApart(days: readonly number[], visits: number, between: number): readonly DueWindow[] | null {
  const apart = Math.max(1, between);
  const latest = latestPlaces(days, visits, apart);
  if (!latest) return null;
  let free = 0;
  return latest.map((latestPlace, at) => {
    const first = Math.max(free, Math.min(cut(days, visits, at), latestPlace));
    const next = days[cut(days, visits, at + 1)] ?? Infinity;
    const last = Math.max(
      first,
      Math.min(
        latestPlace,
        days.findLastIndex((day) => day <= next - apart),
      ),
    );
    free = days.findIndex((day) => day >= (days[last] ?? 0) + apart);
    return { first, last };
  });
}

/** The same without days between: windows follow each other, and share days only when there are fewer days than visits. */
export function windowsSideBySide(days: readonly number[], visits: number): readonly DueWindow[] {
  if (days.length === 0) return [];
  return Array.from({ length: visits }, (_, at) => {
    const first = cut(days, visits, at);
    return { first, last: Math.max(first, cut(days, visits, at + 1) - 1) };
  });
}

/** Where a part would begin if nothing lay between them. */
function cut(days: readonly number[], visits: number, at: number): number {
  return Math.floor((at * days.length) / visits);
}

/** The last place each visit can have so that those after it still find theirs; null: there is none. */
function latestPlaces(days: readonly number[], visits: number, apart: number): readonly number[] | null {
  const places: number[] = [];
  let before = Infinity;
  for (let left = visits; left > 0; left--) {
    const limit = before - apart;
    const place = days.findLastIndex((day) => day <= limit);
    const day = days[place];
    if (day === undefined) return null;
    places.unshift(place);
    before = day;
  }
  return places;
}
