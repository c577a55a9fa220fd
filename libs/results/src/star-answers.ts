import type { Cycle } from '#cycles';
import type { ServingCentre } from '#network';
import type {
  AgencyJudgement,
  ChangeOfSet,
  Judgement,
  NotCompared,
  Programme,
  RefusedChange,
  RefusedChangeOfSet,
  Scheme,
  StarPath,
  UnitChange,
} from '#scoring';

/** A cycle and scheme, as every answer about stars names them. */
export interface StarSource {
  readonly cycle: string;
  readonly scheme: { readonly code: string; readonly version: number; readonly status: Scheme['status'] };
}

/** What is said of a centre in a list. */
export interface StarLine extends Omit<Judgement, 'unit' | 'components' | 'pillars'> {
  readonly centre: string;
  readonly nameEn: string | null;
  readonly nameAr: string | null;
  /** By the scheme of the cycle before; null: it was not rated there. */
  readonly before: { readonly score: number | null; readonly star: number | null } | null;
}

/** All that is said of one centre. */
export interface CentreStars extends StarSource {
  readonly centre: Pick<ServingCentre, 'code' | 'agency' | 'channelType' | 'nameEn' | 'nameAr'>;
  readonly judgement: Judgement;
  /** The cheapest way to the next star; null at the top. */
  readonly path: StarPath | null;
  readonly change: UnitChange | RefusedChange | NotCompared | null;
}

/** The stars of all agencies, and of the programme. */
export interface ProgrammeStars extends StarSource {
  readonly centres: Programme;
  readonly agencies: readonly AgencyJudgement[];
}

/** A change with the cycle it is measured from. */
export interface StarChange extends StarSource {
  readonly since: string;
  readonly change: ChangeOfSet | RefusedChangeOfSet;
}

/** How an answer names what it rests on. */
export function sourceOf(cycle: Cycle, { code, version, status }: Scheme): StarSource {
  return { cycle: cycle.key, scheme: { code, version, status } };
}
