import {
  fieldsIn,
  groupsBy,
  numberIn,
  originOf,
  rowsBy,
  type Draft,
  type Origin,
  type Report,
  type Row,
  type Table,
} from '#documents';
import { optionColumns } from './columns.js';

/** A list of options: the options of a scale, or what items choose from. */
export interface OptionList {
  readonly code: string;
  /** How it is drawn, when it is a scale. */
  readonly kind: string | null;
  /** Their texts not yet in them. */
  readonly options: readonly { readonly draft: Draft; readonly origin: Origin }[];
  readonly origin: Origin;
  readonly first: Row;
}

/** The lists of the sheet `options` in the order of their first rows; options by `order`, then as they stand. */
export function optionListsOf({ rows }: Table, report: Report): ReadonlyMap<string, OptionList> {
  const lists = groupsBy('list', rows, report);
  return new Map([...lists].map(([code, own]) => [code, optionList(code, own, report)]));
}

function optionList(code: string, rows: readonly Row[], report: Report): OptionList {
  rowsBy('code', rows, report);
  const ordered = rows.map((row) => ({ row, order: orderOf(row, report) })).sort((a, b) => a.order - b.order);
  ordered.forEach(({ row, order }, at) => {
    const before = ordered[at - 1];
    if (before?.order !== order || order === Number.MAX_VALUE) return;
    report(row.placeOf('order'), 'twice', { line: before.row.placeOf('order').line }, row.cell('order'));
  });
  const options = ordered.map(({ row }) => ({
    draft: fieldsIn(row, optionColumns, report),
    origin: originOf(row, optionColumns, 'code'),
  }));
  const first = rows[0] as Row;
  const named = rows.find((row) => row.cell('scale') !== '');
  return { code, kind: kindOf(rows, named, report), options, origin: (rest) => placeIn(named ?? first, rest), first };
}

const placeIn = (row: Row, rest: string) => row.placeOf(rest === 'kind' ? 'scale' : 'list');

/** What all rows of a list that say it say alike. */
function kindOf(rows: readonly Row[], named: Row | undefined, report: Report): string | null {
  const kind = named?.cell('scale') ?? null;
  for (const row of rows) {
    const said = row.cell('scale');
    if (said !== '' && said !== kind) report(row.placeOf('scale'), 'contradicts', { stored: kind ?? '' }, said);
  }
  return kind;
}

function orderOf(row: Row, report: Report): number {
  const text = row.cell('order');
  if (text === '') return Number.MAX_VALUE;
  const order = numberIn(text);
  if (order === null) report(row.placeOf('order'), 'notANumber', undefined, text);
  return order ?? 0;
}
