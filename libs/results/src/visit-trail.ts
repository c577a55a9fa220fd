import { score, type Answers, type AnswerSheet, type CompiledInstrument } from '#instruments';
import { shownSheet } from '#visits';

/** The standing report of a visit that counts. */
export interface CountedReport {
  readonly id: string;
  readonly wave: string;
  readonly code: string;
  readonly version: number;
  /** The window of the visit: days of the plan. */
  readonly dueFrom: string;
  readonly dueTo: string;
  /** Whether the office, or an appeal, corrected what was sent. */
  readonly corrected: boolean;
  readonly sheet: AnswerSheet;
  /** SHA-256 of each. */
  readonly photos: readonly string[];
}

/** One visit behind a figure, down to its answers and photos: without its shopper, his places and his words. */
export interface CountedVisit extends Pick<
  CountedReport,
  'id' | 'wave' | 'dueFrom' | 'dueTo' | 'corrected' | 'photos'
> {
  /** 0 to 100; null: it has none. */
  readonly score: number | null;
  readonly sheet: AnswerSheet;
}

/** What anybody who sees figures may see of a visit. */
export function countedVisit(compiled: CompiledInstrument, report: CountedReport): CountedVisit {
  const { id, wave, dueFrom, dueTo, corrected, photos, sheet } = report;
  const texts = new Set(
    compiled.instrument.sections.flatMap(({ items }) =>
      items.filter(({ type }) => type === 'text').map(({ code }) => code),
    ),
  );
  const { answers, repeats } = shownSheet(compiled.instrument, sheet);
  const shown = {
    answers: wordless(answers, texts),
    ...(repeats && {
      repeats: Object.fromEntries(
        Object.entries(repeats).map(([code, all]) => [code, all.map((one) => wordless(one, texts))]),
      ),
    }),
  };
  return { id, wave, dueFrom, dueTo, corrected, photos, score: score(compiled, sheet).score, sheet: shown };
}

/** Remarks may name people, and how one writes tells who one is: they are for the office and the agency. */
function wordless(answers: Answers, texts: ReadonlySet<string>): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([code, { comment: _, ...given }]) => (texts.has(code) ? [] : [[code, given]])),
  );
}
