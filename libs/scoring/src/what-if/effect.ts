import type { StarCount } from '../judge/index.js';
import { starTally } from './star-tally.js';
import type { UnitEffect } from './unit-effect.js';

/** What a change does to many units together. */
export interface Effect {
  /** How many were judged. */
  readonly units: number;
  /** Rated before and after, with a higher or a lower star. */
  readonly up: number;
  readonly down: number;
  /** Rated before and not after. */
  readonly unrated: number;
  /** Not rated before, and rated after. */
  readonly becameRated: number;
  /** Whose score changes by more than floats do, and whose star does not. */
  readonly onlyScore: number;
  readonly starsBefore: readonly StarCount[];
  readonly starsAfter: readonly StarCount[];
  /** Mean change of the score in points, over the units that have one before and after; null: none has. */
  readonly meanChange: number | null;
  /** Units whose star moves, in the order they came in; as many as were asked for. */
  readonly moved: readonly UnitEffect[];
  /** Whether more moved than are listed. */
  readonly isCut: boolean;
  /** Units for which a grading was to be changed, and that were not among those judged. */
  readonly unitsNotFound: readonly string[];
}

/** Counts effects as they come in, and keeps but few of them. */
export interface EffectTally {
  add(effect: UnitEffect): void;
  sum(): Omit<Effect, 'unitsNotFound'>;
}

type Movement = 'up' | 'down' | 'unrated' | 'becameRated' | 'onlyScore' | 'none';

export function effectTally(mostMoved: number): EffectTally {
  const counts = { up: 0, down: 0, unrated: 0, becameRated: 0, onlyScore: 0, none: 0 };
  const starsBefore = starTally();
  const starsAfter = starTally();
  const moved: UnitEffect[] = [];
  let change = 0;
  let scored = 0;
  const add = (effect: UnitEffect) => {
    const { before, after } = effect;
    const movement = movementOf(effect);
    counts[movement] += 1;
    starsBefore.add(before.star);
    starsAfter.add(after.star);
    if (before.star !== after.star && moved.length < mostMoved) moved.push(effect);
    if (before.score === null || after.score === null) return;
    change += after.score - before.score;
    scored += 1;
  };
  const sum = () => {
    const { none, ...told } = counts;
    const units = none + Object.values(told).reduce((all, count) => all + count, 0);
    const isCut = told.up + told.down + told.unrated + told.becameRated > moved.length;
    const meanChange = scored === 0 ? null : change / scored;
    const stars = { starsBefore: starsBefore.counts(), starsAfter: starsAfter.counts() };
    return { units, ...told, ...stars, meanChange, moved, isCut };
  };
  return { add, sum };
}

function movementOf({ before, after }: UnitEffect): Movement {
  if (before.star === after.star) return hasMoved(before.score, after.score) ? 'onlyScore' : 'none';
  if (before.star === null) return 'becameRated';
  if (after.star === null) return 'unrated';
  return after.star > before.star ? 'up' : 'down';
}

function hasMoved(before: number | null, after: number | null): boolean {
  return before === null || after === null ? before !== after : Math.abs(after - before) > 1e-9;
}
