import type { Draft, Row } from '#documents';
import { optionsOf } from './choices.js';
import { codeIn } from './code.js';
import { conditionIn, type AnswerKind } from './condition.js';
import { neededWording, questionOrigin, type Form } from './form.js';
import { wordingIn } from './languages.js';

/** The type of a question and the list it chooses from: `select_one channels`. */
export interface QuestionType {
  readonly name: string;
  readonly list: string | null;
}

interface Counterpart {
  readonly kind: AnswerKind;
  readonly draft: Draft;
}

const counterparts: ReadonlyMap<string, Counterpart> = new Map<string, Counterpart>([
  ['select_one', { kind: 'choice', draft: { type: 'choice' } }],
  ['select_multiple', { kind: 'choices', draft: { type: 'choices' } }],
  ['rank', { kind: 'other', draft: { type: 'ranking' } }],
  ['integer', { kind: 'number', draft: { type: 'number', decimals: 0 } }],
  ['decimal', { kind: 'number', draft: { type: 'number', decimals: 6 } }],
  ['text', { kind: 'text', draft: { type: 'text' } }],
  ['date', { kind: 'other', draft: { type: 'date' } }],
  ['time', { kind: 'other', draft: { type: 'time' } }],
  ['note', { kind: 'other', draft: { type: 'note' } }],
  ['geopoint', { kind: 'other', draft: { type: 'location' } }],
  ['image', { kind: 'other', draft: { type: 'file', accept: ['photo'], maxCount: 1 } }],
  ['audio', { kind: 'other', draft: { type: 'file', accept: ['audio'], maxCount: 1 } }],
]);

/** The type in the cell of a row; empty when a list is missing, or more words stand there, such as `or_other`. */
export function questionType(row: Row): QuestionType {
  const [name = '', list = null, ...more] = row.cell('type').split(/\s+/);
  const chooses = ['select_one', 'select_multiple', 'rank'].includes(name);
  return more.length > 0 || chooses !== (list !== null) ? { name: '', list: null } : { name, list };
}

/** What a question is in conditions; null: a type that has no counterpart here. */
export function kindOfQuestion(row: Row): AnswerKind | null {
  return counterparts.get(questionType(row).name)?.kind ?? null;
}

/** One question as an item; null: its type has no counterpart here, which is noted. */
export function itemIn(form: Form, row: Row, path: string): Draft | null {
  const { name, list } = questionType(row);
  const counterpart = counterparts.get(name);
  if (!counterpart) {
    form.report(row.placeOf('type'), row.cell('type') === '' ? 'missing' : 'notSupported', undefined, row.cell('type'));
    return null;
  }
  form.origins.set(path, questionOrigin(row, form.columns));
  const code = codeIn(row.cell('name'));
  const help = wordingIn(row, 'hint', form.columns, form.report);
  const relevant = relevantOf(form, row);
  return {
    ...counterpart.draft,
    ...(name === 'text' ? { lines: row.cell('appearance').includes('multiline') ? 'many' : 'one' } : {}),
    code,
    text: neededWording(row, 'label', form.columns, form.report),
    ...(help ? { help } : {}),
    required: isRequired(form, row),
    ...(relevant === null ? {} : { relevant }),
    ...constraintsOf(form, row, code),
    ...(list === null ? {} : { options: optionsOf(form, list, row, path) }),
  };
}

/** The condition of a row for being asked; null: none, or one that is not taken over, which is noted. */
export function relevantOf(form: Form, row: Row): string | null {
  return conditionOf(form, row, 'relevant', null);
}

function conditionOf({ kinds, report }: Form, row: Row, column: string, self: string | null): string | null {
  const text = row.cell(column);
  if (text === '') return null;
  const condition = conditionIn(text, { kinds, self });
  if (condition === null) report(row.placeOf(column), 'notSupported', undefined, text);
  return condition;
}

function constraintsOf(form: Form, row: Row, code: string): Draft {
  const holds = conditionOf(form, row, 'constraint', code);
  if (holds === null) return {};
  return { constraints: [{ holds, message: neededWording(row, 'constraintmessage', form.columns, form.report) }] };
}

function isRequired({ report }: Form, row: Row): boolean {
  const said = row.cell('required').toLowerCase().replace('()', '');
  if (['yes', 'true', '1'].includes(said)) return true;
  if (!['', 'no', 'false', '0'].includes(said)) report(row.placeOf('required'), 'notSupported', undefined, said);
  return false;
}
