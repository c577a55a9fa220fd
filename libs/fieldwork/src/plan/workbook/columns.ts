import { columnOf, isLanguage, type Column } from '#documents';
import { dayKind, hourKind, partKind } from './cells.js';

const { words, number, list } = columnOf;
const day = columnOf.kind(dayKind);
const hour = columnOf.kind(hourKind);
const part = columnOf.kind(partKind);

/** The keys of the sheet `plan`, one a row. */
export const headColumns: readonly Column[] = [
  words('timeZone'),
  number('visitsPerWave'),
  list('weekdays'),
  list('languages'),
  list('genders'),
  part('doubles'),
  number('graceHours'),
  number('sameCentreDays', 'rules', 'sameCentreDays'),
  part('shareOfCentre', 'rules', 'shareOfCentre'),
  number('daysBetween', 'rules', 'daysBetween'),
  number('fenceMetres', 'checks', 'fenceMetres'),
  number('accuracyMetres', 'checks', 'accuracyMetres'),
  number('minMinutes', 'checks', 'minMinutes'),
  number('kmPerHour', 'checks', 'kmPerHour'),
  number('clockMinutes', 'checks', 'clockMinutes'),
  number('photoBits', 'checks', 'photoBits'),
  number('appealWorkingDays', 'appeals', 'workingDays'),
  list('weekend', 'calendar', 'weekend'),
];

/** The sheets that list parts of a plan, a row each, with the columns of their members. */
export const partColumns = {
  instruments: [words('code'), number('version'), list('channelTypes')],
  waves: [words('code'), day('from'), day('to')],
  hours: [hour('from'), hour('to')],
  scenarios: [words('code'), list('channelTypes'), list('services')],
  centres: [words('centre'), number('visitsPerWave')],
  contradictions: [words('instrument'), words('when')],
  holidays: [day('day')],
} as const satisfies Readonly<Record<string, readonly Column[]>>;
export type PartName = keyof typeof partColumns;

const named = (name: PartName) => {
  const names = partColumns[name].map((column) => column.name);
  return { names, needed: names };
};

/** The sheets of a workbook with their columns; those in `needed` must be there. */
export const sheetColumns = {
  plan: { names: ['key', 'value'], needed: ['key', 'value'] },
  instruments: named('instruments'),
  waves: named('waves'),
  hours: named('hours'),
  scenarios: { ...named('scenarios'), needed: ['code'] },
  centres: named('centres'),
  contradictions: named('contradictions'),
  holidays: named('holidays'),
  texts: { names: ['key'], needed: ['key'], allows: isLanguage },
} as const;
export type SheetName = keyof typeof sheetColumns;

/** The sheets that must be there. */
export const neededSheets: readonly SheetName[] = ['plan', 'instruments', 'waves', 'hours', 'scenarios', 'texts'];
