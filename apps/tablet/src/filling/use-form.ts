import { useMemo } from 'react';
import { compileInstrument, type AnswerSheet, type CompiledInstrument, type Instrument } from '#instruments';
import { askedSections, type AskedSection } from './asked.js';
import { countsOf, totalOf, type Counts } from './counts.js';
import { troublesByPath, troublesOf, type Trouble } from './found.js';
import { pagesOf, type Page } from './pages.js';

/** A form as it stands with these answers. */
export interface Form {
  readonly compiled: CompiledInstrument;
  readonly sections: readonly AskedSection[];
  readonly pages: readonly Page[];
  readonly troubles: readonly Trouble[];
  readonly troublesAt: ReadonlyMap<string, readonly Trouble[]>;
  /** By section, in the order of `sections`. */
  readonly counts: readonly Counts[];
  readonly total: Counts;
}

/** What of a form is shown, and how. */
export interface FormShape {
  /** Paths of items with a note of the reviewer. */
  readonly noted: ReadonlySet<string>;
  /** What of all that is asked is asked here; always the same function. */
  readonly shown: (sections: readonly AskedSection[]) => readonly AskedSection[];
  /** What stands on a page when the instrument does not say. */
  readonly page: 'section' | 'item';
}

export function useForm(instrument: Instrument, sheet: AnswerSheet, { noted, shown, page }: FormShape): Form {
  const compiled = useMemo(() => compileInstrument(instrument), [instrument]);
  return useMemo(() => {
    const sections = shown(askedSections(compiled, sheet));
    const troubles = troublesOf(compiled, sheet);
    const troublesAt = troublesByPath(troubles);
    const counts = sections.map((one) => countsOf(one, troublesAt, noted));
    const pages = pagesOf(sections, instrument.presentation?.page ?? page);
    return { compiled, sections, pages, troubles, troublesAt, counts, total: totalOf(counts) };
  }, [compiled, instrument, sheet, noted, shown, page]);
}
