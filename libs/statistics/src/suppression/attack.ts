import { columnsOf, columnsOfBoth, type Columns } from './columns.js';
import { Guard } from './guard.js';
import type { CellCodes, SurveyRelease } from './model.js';

/** A group of fewer people than may be known, that readers can compute. */
export interface GivenAway {
  /** The basic cells it is made of; of an earlier release perhaps only those of their people who are in both, came or left. */
  readonly groups: readonly CellCodes[];
  readonly people: number;
}

/**
 * What an attacker solves for who adds and subtracts published cells, any of them any number of times, also with those of the
 * earlier release: the first group of fewer than `least` people, of all that can be put together from basic cells. What the earlier
 * release gives away by itself is out, and not looked for.
 *
 * Null: there is none; this is a proof. 'unproved': too entangled to be searched to the end (see `searchLimit`).
 */
export function smallGroupIn(release: SurveyRelease, published: readonly CellCodes[]): GivenAway | null | 'unproved' {
  const views = [{ view: columnsOf(release, published), changesCount: true }];
  const { earlier } = release;
  if (earlier) views.push({ view: columnsOfBoth(release, published), changesCount: earlier.answers === 'kept' });
  let unproved = false;
  for (const { view, changesCount } of views) {
    const guard = new Guard(view, release.least, changesCount);
    for (const cell of view.cells) {
      const { given } = guard.publish(cell);
      if (given === 'unproved') unproved = true;
      else if (given) return groupOf(view, given);
    }
  }
  return unproved ? 'unproved' : null;
}

function groupOf({ columns, basic }: Columns, given: readonly number[]): GivenAway {
  const found = given.flatMap((place) => columns[place] ?? []);
  const places = new Set(found.flatMap((column) => column.basic));
  return {
    groups: [...places].sort((a, b) => a - b).map((place) => basic[place] ?? {}),
    people: found.reduce((people, { count }) => people + count, 0),
  };
}
