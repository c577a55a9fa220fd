import type { Answers, AnswerSheet, AnswerValue, Given } from '#instruments';
import type { Filled } from '../store/filled.js';

/** Where an answer stands in a sheet. */
export interface AnswerPlace {
  readonly section: { readonly code: string };
  readonly repeat: number | null;
  readonly item: { readonly code: string };
}

/** One change of what is filled, whatever it is about: what it becomes. */
export type SheetChange = <Of extends Filled>(filled: Of) => Of;

/** The answer, or none; whatever was said of not applying goes with either. Note and photos stay. */
export function withValue(place: AnswerPlace, value: AnswerValue | undefined): SheetChange {
  return withGiven(place, ({ value: _old, notApplicable: _none, ...beside }) =>
    value === undefined ? beside : { ...beside, value },
  );
}

/** Not applicable for this reason, or not said so; an answer goes. */
export function withNotApplicable(place: AnswerPlace, reason: string | undefined): SheetChange {
  return withGiven(place, ({ value: _old, notApplicable: _none, ...beside }) =>
    reason === undefined ? beside : { ...beside, notApplicable: reason },
  );
}

/** The note beside the answer; a blank one is none. */
export function withComment(place: AnswerPlace, text: string): SheetChange {
  return withGiven(place, ({ comment: _old, ...rest }) => (text.trim() === '' ? rest : { ...rest, comment: text }));
}

/** One more repeat of a section, at the end or where it was. */
export function withRepeat(section: string, answers: Answers = {}, at?: number): SheetChange {
  return withRepeats(section, (all) => all.toSpliced(at ?? all.length, 0, answers));
}

export function withoutRepeat(section: string, at: number): SheetChange {
  return withRepeats(section, (all) => all.toSpliced(at, 1));
}

function withRepeats(section: string, change: (all: readonly Answers[]) => readonly Answers[]): SheetChange {
  return (filled) => {
    const { answers, repeats = {} } = filled.sheet;
    return { ...filled, sheet: { answers, repeats: { ...repeats, [section]: change(repeats[section] ?? []) } } };
  };
}

export function givenAt({ answers, repeats }: AnswerSheet, { section, repeat, item }: AnswerPlace): Given | undefined {
  return (repeat === null ? answers : repeats?.[section.code]?.[repeat])?.[item.code];
}

/** Something given for an item anew; what is then empty is not given. */
export function withGiven(place: AnswerPlace, change: (given: Given) => Given): SheetChange {
  const { section, repeat, item } = place;
  const changed = (answers: Answers): Answers => {
    const { [item.code]: given = {}, ...others } = answers;
    const next = change(given);
    return Object.keys(next).length > 0 ? { ...others, [item.code]: next } : others;
  };
  return (filled) => {
    if (repeat === null) return { ...filled, sheet: { ...filled.sheet, answers: changed(filled.sheet.answers) } };
    return withRepeats(section.code, (all) => all.map((one, at) => (at === repeat ? changed(one) : one)))(filled);
  };
}
