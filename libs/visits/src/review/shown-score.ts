import { score, type AnswerSheet, type CompiledInstrument, type InstrumentScore } from '#instruments';

/** A score as it is shown beside answers: without its items. */
export type ShownScore = Omit<InstrumentScore, 'items'>;

/** The score of a stored sheet, which has no faults. */
export function shownScore(compiled: CompiledInstrument, sheet: unknown): ShownScore {
  return withoutItems(score(compiled, sheet as AnswerSheet));
}

function withoutItems({ items: _, ...shown }: InstrumentScore): ShownScore {
  return shown;
}
