import { adjustedForManyTests } from '#statistics';
import type { AgencyFigures, CycleFigures } from './cycle-figures.js';
import type { AgencyRef } from './evidence.js';
import { spreadOf } from './programme-figures.js';
import { judgedStarChange } from './star-change.js';
import type { AgencyStarFigures } from './star-figures.js';
import type { ProgrammeStarFigures } from './star-programme.js';

/** The stars of a cycle, before they stand among its other figures. */
export interface CycleStars {
  readonly programme: Omit<ProgrammeStarFigures, 'scores'>;
  readonly agencies: readonly { readonly agency: AgencyRef; readonly stars: AgencyStarFigures }[];
}

/**
 * The figures of studies with the stars beside them; an agency with stars and no study stands among the agencies too. The changes
 * of the agencies are judged together (Benjamini–Hochberg; domain note 6.5). Without stars: the figures as they are.
 */
export function withStars(figures: CycleFigures, stars: CycleStars | null): CycleFigures {
  if (!stars) return figures;
  const byCode = new Map<string, AgencyFigures>(figures.agencies.map((one) => [one.agency.code, one]));
  for (const { agency, stars: own } of judgedTogether(stars.agencies)) {
    const found = byCode.get(agency.code) ?? { agency, studies: [], strengths: [], gaps: [], stars: null };
    byCode.set(agency.code, { ...found, stars: own });
  }
  const agencies = [...byCode.values()].sort((a, b) => (a.agency.code < b.agency.code ? -1 : 1));
  const scores = spreadOf(stars.agencies.flatMap(({ stars: { score } }) => score ?? []));
  return { ...figures, stars: { ...stars.programme, scores }, agencies };
}

function judgedTogether(agencies: CycleStars['agencies']): CycleStars['agencies'] {
  const adjusted = adjustedForManyTests(agencies.map(({ stars }) => stars.change?.p ?? null));
  return agencies.map(({ agency, stars }, index) => {
    const change = stars.change && judgedStarChange(stars.change, adjusted[index] ?? null);
    return { agency, stars: { ...stars, change } };
  });
}
