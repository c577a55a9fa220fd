import { score, type AnswerSheet, type CompiledInstrument, type InstrumentScore } from '#instruments';
import { intraclassCorrelations, krippendorffAlpha, type IntraclassCorrelations } from '#statistics';

/** How far the scores of the two shoppers of double visits agree. */
export interface ScoreAgreement {
  /** Of the section or dimension; null: the overall score. */
  readonly code: string | null;
  /** Double visits in which both have this score. */
  readonly n: number;
  /**
   * The two that make a double visit are others each time, so that ICC(1,1) tells how far one visit can be relied on, and ICC(1,k)
   * the mean of two. Null with fewer than two double visits.
   */
  readonly icc: IntraclassCorrelations | null;
  /** Krippendorff's alpha of the scores as an interval scale; null where `krippendorffAlpha` is. */
  readonly alpha: number | null;
}

/** The agreement of all scores of an instrument. */
export interface ScoresAgreement {
  readonly overall: ScoreAgreement;
  /** In the order of the instrument, as are dimensions. */
  readonly sections: readonly ScoreAgreement[];
  readonly dimensions: readonly ScoreAgreement[];
}

/** How far scores agree; a sheet without a score, say since it is incomplete, takes its pair out of that score alone. */
export function scoresAgreement(
  compiled: CompiledInstrument,
  pairs: readonly (readonly [AnswerSheet, AnswerSheet])[],
): ScoresAgreement {
  const scored = pairs.map((pair) => pair.map((sheet) => score(compiled, sheet)));
  const of = (code: string | null, scoreIn: (result: InstrumentScore) => number | null): ScoreAgreement => {
    const both = scored
      .map((pair) => pair.flatMap((result) => scoreIn(result) ?? []))
      .filter(({ length }) => length === 2);
    return { code, n: both.length, icc: intraclassCorrelations(both), alpha: krippendorffAlpha(both, 'interval') };
  };
  const { sections, dimensions } = compiled.instrument;
  return {
    overall: of(null, (result) => result.score),
    sections: sections.map(({ code }) => of(code, (result) => scoreOf(result.sections, code))),
    dimensions: dimensions.map(({ code }) => of(code, (result) => scoreOf(result.dimensions, code))),
  };
}

function scoreOf(
  list: readonly { readonly code: string; readonly score: number | null }[],
  code: string,
): number | null {
  return list.find((one) => one.code === code)?.score ?? null;
}
