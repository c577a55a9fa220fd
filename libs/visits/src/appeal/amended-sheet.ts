import { Problem, type Fault } from '#contract';
import { check, type Answers, type AnswerSheet, type CompiledInstrument, type Given } from '#instruments';

/**
 * A sheet in which one answer is another. What is not asked any more with the new answer goes; what is asked now and was not
 * before stays unanswered, since nobody was there to see it.
 * @param item the path of an item: `answers.wait`, or `repeats.counter[1].queue`
 * @throws Problem `visit.itemUnknown`, `visit.answersInvalid` with every fault
 */
export function amendedSheet(
  compiled: CompiledInstrument,
  sheet: AnswerSheet,
  item: string,
  answer: unknown,
): AnswerSheet {
  let amended = withAnswer(sheet, item, answer as Given);
  if (!amended) throw new Problem('visit.itemUnknown', { params: { item } });
  for (let faults = faultsOf(compiled, amended); faults.length > 0; faults = faultsOf(compiled, amended)) {
    const gone: Fault[] = faults.filter(({ reason, where }) => reason === 'notAsked' && where !== item);
    if (gone.length === 0) throw new Problem('visit.answersInvalid', { params: { count: faults.length }, faults });
    for (const { where } of gone) amended = without(amended, where);
  }
  return amended;
}

function faultsOf(compiled: CompiledInstrument, sheet: AnswerSheet): readonly Fault[] {
  return check(compiled, sheet, { finished: false });
}

/** Null: there is no such place in the sheet. */
function withAnswer(sheet: AnswerSheet, item: string, given: Given): AnswerSheet | null {
  return changed(sheet, item, (answers, code) => ({ ...answers, [code]: given }));
}

function without(sheet: AnswerSheet, where: string): AnswerSheet {
  const section = /^repeats\.(\w+)$/.exec(where)?.[1];
  if (section !== undefined) {
    return { ...sheet, repeats: withoutName(sheet.repeats ?? {}, section) };
  }
  return changed(sheet, where, withoutName) ?? sheet;
}

function withoutName<T>(fields: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(fields).filter(([one]) => one !== name));
}

const codeIn = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

function changed(
  sheet: AnswerSheet,
  path: string,
  change: (answers: Answers, code: string) => Answers,
): AnswerSheet | null {
  if (/^answers\.\w+$/.test(path)) return { ...sheet, answers: change(sheet.answers, codeIn(path)) };
  const [, section = '', index = ''] = /^repeats\.(\w+)\[(\d+)\]\.\w+$/.exec(path) ?? [];
  const times = Object.hasOwn(sheet.repeats ?? {}, section) ? sheet.repeats?.[section] : undefined;
  if (!times || Number(index) >= times.length) return null;
  const mended = times.map((answers, at) => (at === Number(index) ? change(answers, codeIn(path)) : answers));
  return { ...sheet, repeats: { ...sheet.repeats, [section]: mended } };
}
