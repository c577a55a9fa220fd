import type { Fault, Wording } from '#contract';
import {
  firstFaults,
  foldedName,
  reportTo,
  rowsBy,
  tableOf,
  type Origin,
  type Report,
  type Row,
  type Sheet,
  type Table,
} from '#documents';
import type { Instrument } from '../../document/instrument.js';
import type { ReadSheets } from '../read-result.js';
import { choiceLists } from './choices.js';
import { codeIn } from './code.js';
import type { AnswerKind } from './condition.js';
import { neededWording, type Form } from './form.js';
import { languageIn, translatedColumns, type Translated } from './languages.js';
import { kindOfQuestion } from './questions.js';
import { bracketIn, sectionsIn } from './survey.js';

/** What a form does not say of itself. */
export type AboutForm = Pick<Instrument, 'code' | 'version' | 'filledBy'>;

/** The columns that are taken over, and those that can be left without changing what is asked. */
const surveyColumns = ['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint', 'constraint_message', 'repeat_count', 'appearance']; // prettier-ignore
const choicesColumns = ['list_name', 'name', 'label'];
const ignored = new Set(['parameters', 'required_message', 'guidance_hint', 'note', 'notes', 'comment', 'comments'].map(foldedName)); // prettier-ignore

/**
 * An instrument from the sheets `survey`, `choices` and `settings` of an XLSForm (xlsform.org). Taken over are select_one,
 * select_multiple, rank, integer, decimal, text, date, time, note, geopoint, image and audio, groups and repeats, hints,
 * required, and the conditions that `conditionIn` reads. Everything else that changes what is asked is refused by its row
 * (`notSupported`). Names are put into small letters. Nothing is scored until the instrument says how.
 */
export function instrumentFromXlsForm(sheets: readonly Sheet[], about: AboutForm): ReadSheets {
  const faults: Fault[] = [];
  const report = reportTo(faults);
  const origins = new Map<string, Origin>();
  const [survey, choices, settings] = ['survey', 'choices', 'settings'].map((name) => sheetCalled(sheets, name));
  if (!survey) report({ sheet: 'survey', line: 1, where: 'survey' }, 'missing');
  const form = formOf({ survey, choices, settings }, report, origins);
  const document = {
    schema: 'nujoom.instrument/1',
    ...about,
    title: form.title,
    languages: languagesOf(form),
    scoring: { mode: 'weights' },
    sections: sectionsIn(form, form.rows),
  };
  return { document: faults.length === 0 ? document : null, faults: firstFaults(faults), origins };
}

interface FormSheets {
  readonly survey: Sheet | undefined;
  readonly choices: Sheet | undefined;
  readonly settings: Sheet | undefined;
}

function formOf(
  sheets: FormSheets,
  report: Report,
  origins: Map<string, Origin>,
): Form & { readonly rows: readonly Row[] } {
  const { survey = none('survey'), choices = none('choices'), settings = none('settings') } = sheets;
  const [about] = openAnyway(settings, [], report).rows;
  const language = languageIn(about?.cell('default_language') ?? '') ?? 'en';
  const columns = translatedColumns(survey, ['label', 'hint', 'constraintmessage'], language, report);
  const choiceColumns = translatedColumns(choices, ['label'], language, report);
  const titles = translatedColumns(settings, ['formtitle'], language, report);
  const { rows } = opened(survey, surveyColumns, ['type', 'name', 'label'], columns, report);
  const lists = opened(choices, choicesColumns, ['list_name', 'name', 'label'], choiceColumns, report);
  if (!about) report({ sheet: settings.name, line: 1, where: 'form_title' }, 'missing');
  const title: Wording = about ? neededWording(about, 'formtitle', titles, report) : {};
  if (about) origins.set('title', () => about.placeOf(titles[0]?.column ?? 'form_title'));
  return { report, origins, columns, choiceColumns, title, rows, kinds: kindsIn(rows, report), choices: choiceLists(lists.rows, report) }; // prettier-ignore
}

const none = (name: string): Sheet => ({ name, rows: [['type', 'name', 'label', 'list_name']] });

function sheetCalled(sheets: readonly Sheet[], wanted: string): Sheet | undefined {
  return sheets.find(({ name }) => foldedName(name) === wanted);
}

/** A sheet whose other columns are nobody's business unless something stands in them. */
function openAnyway(sheet: Sheet, needed: readonly string[], report: Report): Table {
  return tableOf(sheet, { names: [], needed, allows: () => true }, report);
}

function opened(
  sheet: Sheet,
  names: readonly string[],
  needed: readonly string[],
  columns: readonly Translated[],
  report: Report,
): Table {
  const table = openAnyway(sheet, needed.filter((name) => !columns.some(({ base }) => base === name)), report); // prettier-ignore
  const known = new Set([...names.map(foldedName), ...columns.map(({ column }) => foldedName(column))]);
  const strange = table.extra.filter((name) => !known.has(foldedName(name)) && !ignored.has(baseOf(name)));
  for (const row of table.rows) {
    for (const name of strange) {
      if (row.cell(name) !== '') report(row.placeOf(name), 'notSupported', undefined, row.cell(name));
    }
  }
  return table;
}

const baseOf = (column: string) => foldedName(column.split('::')[0] ?? '');

/** What each question is in conditions; names must be there, and no two questions may have the same. */
function kindsIn(rows: readonly Row[], report: Report): ReadonlyMap<string, AnswerKind> {
  const named = rows.filter((row) => bracketIn(row) === null && kindOfQuestion(row) !== null);
  return new Map(
    [...rowsBy('name', named, report)].map(([name, row]) => [codeIn(name), kindOfQuestion(row) ?? 'other']),
  );
}

function languagesOf({ columns, choiceColumns }: Form): readonly string[] {
  return [...new Set([...columns, ...choiceColumns].map(({ tag }) => tag))];
}
