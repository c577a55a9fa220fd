import { columnOf, isLanguage, type Column } from '#documents';
import { rangesKind } from './ranges-cell.js';

const { words, number, truth, list, numberOrDay } = columnOf;
const ranges = columnOf.kind(rangesKind);

/** The keys of the sheet `instrument`, one a row. */
export const instrumentColumns: readonly Column[] = [
  words('code'),
  number('version'),
  words('filledBy'),
  list('languages'),
  words('page', 'presentation', 'page'),
  truth('showScore', 'presentation', 'showScore'),
  words('mode', 'scoring', 'mode'),
  words('notApplicable', 'scoring', 'notApplicable'),
  number('minCompleteness', 'scoring', 'minCompleteness'),
  number('previousVersion', 'previous', 'version'),
];

export const dimensionColumns: readonly Column[] = [words('code'), number('weight'), number('minAnswered')];

export const sectionColumns: readonly Column[] = [
  words('code'),
  words('dimension'),
  number('weight'),
  words('relevant'),
  number('repeatMin', 'repeat', 'min'),
  number('repeatMax', 'repeat', 'max'),
];

/** Columns of items: one that belongs to other types is left empty. `options` names a list of the sheet `options`. */
export const itemColumns: readonly Column[] = [
  words('code'),
  words('type'),
  truth('required'),
  number('weight'),
  words('dimension'),
  words('relevant'),
  words('scale'),
  words('options'),
  truth('reversed'),
  list('rows'),
  numberOrDay('min'),
  numberOrDay('max'),
  number('decimals'),
  ranges('points'),
  number('minLength'),
  number('maxLength'),
  words('lines'),
  list('exclusive'),
  number('ranks'),
  number('maxMinutes'),
  words('currency'),
  list('accept'),
  number('maxCount'),
  number('maxBytes'),
  number('maxAccuracy'),
  list('reasons', 'notApplicable', 'reasons'),
  words('notApplicablePolicy'),
  words('comment', 'comment', 'rule'),
  list('commentOn', 'comment', 'on'),
  words('evidence', 'evidence', 'rule'),
  list('evidenceOn', 'evidence', 'on'),
  number('evidenceMaxCount', 'evidence', 'maxCount'),
  words('critical', 'critical', 'effect'),
  list('criticalOn', 'critical', 'on'),
  number('cap', 'critical', 'cap'),
];

export const optionColumns: readonly Column[] = [words('code'), number('points')];

/** The sheets of a workbook with the columns that each begins with; those in `needed` must be there. */
export const sheetColumns = {
  instrument: { names: ['key', 'value'], needed: ['key', 'value'] },
  dimensions: { names: dimensionColumns.map(({ name }) => name), needed: ['code', 'weight'] },
  sections: { names: sectionColumns.map(({ name }) => name), needed: ['code'] },
  items: { names: ['section', ...itemColumns.map(({ name }) => name)], needed: ['section', 'code', 'type'] },
  options: { names: ['list', 'scale', 'order', ...optionColumns.map(({ name }) => name)], needed: ['list', 'code'] },
  constraints: { names: ['item', 'holds'], needed: ['item', 'holds'] },
  statements: { names: ['item', 'statement'], needed: ['item', 'statement'] },
  texts: { names: ['key'], needed: ['key'], allows: isLanguage },
} as const;
export type SheetName = keyof typeof sheetColumns;

/** The sheets that must be there. */
export const neededSheets: readonly SheetName[] = ['instrument', 'sections', 'items', 'texts'];
