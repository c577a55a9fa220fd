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

/** @param noted paths of items with a note of the reviewer */
export function useForm(instrument: Instrument, sheet: AnswerSheet, noted: ReadonlySet<string>): Form {
  const compiled = useMemo(() => compileInstrument(instrument), [instrument]);
  return useMemo(() => {
    const sections = askedSections(compiled, sheet);
    const troubles = troublesOf(compiled, sheet);
    const troublesAt = troublesByPath(troubles);
    const counts = sections.map((one) => countsOf(one, troublesAt, noted));
    const pages = pagesOf(sections, instrument.presentation?.page ?? 'section');
    return { compiled, sections, pages, troubles, troublesAt, counts, total: totalOf(counts) };
  }, [compiled, instrument, sheet, noted]);
}
