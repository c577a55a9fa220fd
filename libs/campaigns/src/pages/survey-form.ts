import { statesOf, type Answers, type AnswerSheet, type CompiledInstrument, type Item } from '#instruments';
import { isAskable } from './askable.js';
import { fieldNamesOf, fieldsFrom, givenFrom, type Fields } from './item-fields.js';

/** What is known of a questionnaire's form without any answers; made once a version. */
interface Form {
  /** The items that pages can ask, in their order. */
  readonly items: readonly Item[];
  readonly names: ReadonlySet<string>;
}

const forms = new WeakMap<CompiledInstrument, Form>();

function formOf(compiled: CompiledInstrument): Form {
  const known = forms.get(compiled);
  if (known) return known;
  const { instrument } = compiled;
  const items = instrument.sections.flatMap((section) => (section.repeat ? [] : section.items.filter(isAskable)));
  const form = { items, names: new Set(items.flatMap((item) => fieldNamesOf(item, instrument))) };
  forms.set(compiled, form);
  return form;
}

/** The answers of a form, also to what is not asked any more. Nothing of it is checked. */
export function sheetFrom(compiled: CompiledInstrument, fields: Fields): AnswerSheet {
  const answers = formOf(compiled).items.flatMap((item) => {
    const given = givenFrom(item, fields);
    return given ? [[item.code, given] as const] : [];
  });
  return { answers: Object.fromEntries(answers) };
}

/** A sheet as a form carries it: read again it is the same. Answers that no page can ask for are left out. */
export function fieldsOf(compiled: CompiledInstrument, { answers }: AnswerSheet): Fields {
  const fields = formOf(compiled).items.map((item) =>
    answers[item.code] ? fieldsFrom(item, answers[item.code]!) : {},
  );
  return Object.assign({}, ...fields) as Fields;
}

/** The fields of a form that belong to answers; what is named by no item is told apart. */
export function answerFields(
  compiled: CompiledInstrument,
  fields: Fields,
): { readonly known: Fields; readonly unknown: readonly string[] } {
  const { names } = formOf(compiled);
  const entries = Object.entries(fields);
  return {
    known: Object.fromEntries(entries.filter(([name]) => names.has(name))),
    unknown: entries.filter(([name]) => !names.has(name)).map(([name]) => name),
  };
}

/** A sheet without what is not asked: an answer is not taken back by changing another, but it is not sent either. */
export function askedSheet(compiled: CompiledInstrument, sheet: AnswerSheet): AnswerSheet {
  const states = statesOf(compiled, sheet);
  const asked = Object.entries(sheet.answers).filter(([code]) => states.get(`answers.${code}`) !== 'notAsked');
  return { answers: Object.fromEntries(asked) satisfies Answers };
}
