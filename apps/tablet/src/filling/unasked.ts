import { check, type Answers, type AnswerSheet, type CompiledInstrument } from '#instruments';

/** What is left of a sheet, and what had to go: the paths of answers to items, and sections, that are not asked any more. */
export interface AskedOnly {
  readonly sheet: AnswerSheet;
  readonly dropped: readonly string[];
}

/** A sheet without answers to what is no longer asked: those never leave the tablet. Nothing else is changed. */
export function askedOnly(compiled: CompiledInstrument, sheet: AnswerSheet): AskedOnly {
  const dropped = check(compiled, sheet, { finished: false })
    .filter(({ reason }) => reason === 'notAsked')
    .map(({ where }) => where);
  if (dropped.length === 0) return { sheet, dropped };
  const gone = new Set(dropped);
  const kept = (answers: Answers, prefix: string): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([code]) => !gone.has(prefix + code)));
  const repeats = Object.entries(sheet.repeats ?? {})
    .filter(([code]) => !gone.has(`repeats.${code}`))
    .map(([code, all]) => [code, all.map((one, at) => kept(one, `repeats.${code}[${at}].`))] as const);
  const answers = kept(sheet.answers, 'answers.');
  return { sheet: sheet.repeats ? { answers, repeats: Object.fromEntries(repeats) } : { answers }, dropped };
}
