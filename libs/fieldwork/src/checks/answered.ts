import { check } from '#instruments';
import type { Answers, AnswerSheet, CompiledInstrument, Given, Instrument, Item } from '#instruments';

/** What was given for an item that was asked: an answer, that it does not apply, or a remark alone. */
export interface Answered {
  /** Such as `answers.wait`, or `repeats.counter[1].queue`. */
  readonly path: string;
  readonly item: Item;
  readonly given: Given;
}

/** All that was given, in the order of the instrument; nothing when the instrument is unknown, or the sheet does not fit it. */
export function answeredIn(instrument: CompiledInstrument | null, sheet: unknown): readonly Answered[] {
  if (!instrument || check(instrument, sheet, { finished: false }).length > 0) return [];
  return givenIn(instrument.instrument, sheet as AnswerSheet); // what was not asked would be a fault
}

function givenIn({ sections }: Instrument, { answers, repeats }: AnswerSheet): readonly Answered[] {
  return sections.flatMap(({ code, items, repeat }) => {
    if (!repeat) return givenOf(items, answers, 'answers.');
    const times = repeats && Object.hasOwn(repeats, code) ? (repeats[code] ?? []) : [];
    return times.flatMap((time, at) => givenOf(items, time, `repeats.${code}[${at}].`));
  });
}

function givenOf(items: readonly Item[], answers: Answers, prefix: string): readonly Answered[] {
  return items.flatMap((item) => {
    const given = Object.hasOwn(answers, item.code) ? answers[item.code] : undefined;
    return given ? [{ path: prefix + item.code, item, given }] : [];
  });
}

/** A remark with the path of the item it stands at. */
export interface WrittenComment {
  readonly path: string;
  readonly text: string;
}

/** All that was written freely: remarks beside answers, and answers that are texts. */
export function commentsIn(answered: readonly Answered[]): readonly WrittenComment[] {
  return answered.flatMap(({ path, item, given }) => {
    const written = [given.comment, item.type === 'text' ? given.value : undefined];
    return written.flatMap((text) => (typeof text === 'string' ? [{ path, text }] : []));
  });
}
