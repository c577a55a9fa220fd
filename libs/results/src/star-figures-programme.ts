import type { CriteriaChanged, CycleStars, StarMoves, StarTally } from '#figures';
import { starCounts, type Programme, type Rated, type Scheme, type StarCount } from '#scoring';
import { meanOf } from '#statistics';
import type { StarCycles } from './star-figures-agency.js';

type ProgrammeStars = CycleStars['programme'];

/** What is known of all centres together. */
export interface AllCentres extends Pick<ProgrammeStars, 'scheme' | 'previousScheme' | 'agencies' | 'change'> {
  readonly programme: Programme;
  readonly starsBefore: readonly Rated[];
}

export function programmeStarsOf({ now, before }: StarCycles, all: AllCentres): ProgrammeStars {
  const { scheme, previousScheme, agencies, change, programme, starsBefore } = all;
  const { stars } = now.scheme;
  const bands = stars.by === 'bands' ? stars.bands.toSorted((a, b) => a.from - b.from) : [];
  return {
    scheme,
    previousScheme,
    criteria: before && criteriaChanged(before.scheme, now.scheme),
    highest: stars.by === 'bands' ? Math.max(...bands.map(({ star }) => star)) : stars.highest,
    bands: bands.map(({ star, from }) => ({ star, from })),
    agencies,
    centres: programme.units,
    distribution: talliesOf(programme.distribution),
    meanStar: programme.meanStar,
    since: starsBefore.length > 0 ? movesOf(programme, starsBefore) : null,
    change,
  };
}

function movesOf({ moves, up, down, same, firstTime, left }: Programme, starsBefore: readonly Rated[]): StarMoves {
  const stars = starsBefore.filter(({ isMeasured }) => isMeasured !== false).map(({ star }) => star);
  return {
    distribution: talliesOf(starCounts(stars)),
    meanStar: meanOf(stars.filter((star) => star !== null)),
    moves: moves.map(({ from, to, units }) => ({ from, to, centres: units })),
    up,
    down,
    same,
    firstTime,
    left,
  };
}

function talliesOf(counts: readonly StarCount[]): StarTally[] {
  return counts.map(({ star, units }) => ({ star, centres: units }));
}

function criteriaChanged(before: Scheme, now: Scheme): CriteriaChanged | null {
  const { previous } = now;
  if (before.code !== now.code || previous?.version !== before.version) return null;
  const said = Object.values(previous.criteria);
  const count = (what: (typeof said)[number]) => said.filter((one) => one === what).length;
  return {
    same: count('same'),
    reworded: count('reworded'),
    rescaled: count('rescaled'),
    new: count('new'),
    dropped: previous.dropped.length,
  };
}
