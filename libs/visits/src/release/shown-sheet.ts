import type { Answers, AnswerSheet, Instrument } from '#instruments';
import { type KnownInstrument } from '#schemes';
import { filesIn } from '../submit/sheet-photos.js';

/** Items whose answers tell where a shopper stood, or how he signs. */
const hidden: ReadonlySet<string> = new Set(['location', 'signature']);

/** A sheet as those may see it who do not know the shopper: without places and signatures. */
export function shownSheet({ sections }: Instrument, { answers, repeats }: AnswerSheet): AnswerSheet {
  const items = sections.flatMap((section) => section.items);
  const left = new Set(items.filter(({ type }) => hidden.has(type)).map(({ code }) => code));
  const shown = (all: Answers): Answers => Object.fromEntries(Object.entries(all).filter(([code]) => !left.has(code)));
  const times = Object.entries(repeats ?? {}).map(([code, all]) => [code, all.map(shown)] as const);
  return { answers: shown(answers), ...(repeats ? { repeats: Object.fromEntries(times) } : {}) };
}

/** The hashes of files that only answers name which are not shown: the picture of a signature is none for others either. */
export function filesKeptBack({ compiled, files }: KnownInstrument, sheet: AnswerSheet): ReadonlySet<string> {
  const hashesIn = (some: AnswerSheet) => filesIn(some, files).map(({ hash }) => hash);
  const shown = new Set(hashesIn(shownSheet(compiled.instrument, sheet)));
  return new Set(hashesIn(sheet).filter((hash) => !shown.has(hash)));
}
