import { cellsOf, keyedRows, statementRows, textColumns, textRows, writtenSheet, type Sheet } from '#documents';
import type { Instrument } from '../document/instrument.js';
import type { Item } from '../document/item.js';
import type { Option } from '../document/scale.js';
import {
  dimensionColumns,
  instrumentColumns,
  itemColumns,
  optionColumns,
  sectionColumns,
  sheetColumns,
  type SheetName,
} from './columns.js';
import { wordingsOf } from './write-texts.js';

type Cells = readonly string[];
type Choosing = Extract<Item, { readonly options: unknown }>;

/**
 * An instrument as the sheets that `instrumentFromSheets` reads back as the same document: all sheets and all columns, so
 * that an empty one shows what could stand there. A list of constraints that is empty is read back as none.
 */
export function sheetsOfInstrument(instrument: Instrument): readonly Sheet[] {
  const listOf = listNames(instrument);
  const texts = wordingsOf(instrument, listOf);
  const languages = textColumns(instrument.languages, texts);
  const { previous } = instrument;
  const items = instrument.sections.flatMap((section) => section.items.map((item) => ({ section, item })));
  return [
    sheet('instrument', keyedRows(instrument, instrumentColumns)),
    sheet(
      'dimensions',
      instrument.dimensions.map((one) => cellsOf(one, dimensionColumns)),
    ),
    sheet(
      'sections',
      instrument.sections.map((one) => cellsOf(one, sectionColumns)),
    ),
    sheet(
      'items',
      items.map(({ section, item }) => [section.code, ...itemRow(item, listOf)]),
    ),
    sheet('options', optionRows(instrument, listOf)),
    sheet(
      'constraints',
      items.flatMap(({ item }) => (item.constraints ?? []).map(({ holds }) => [item.code, holds])),
    ),
    sheet('statements', previous ? statementRows(previous.items, previous.dropped) : []),
    sheet('texts', textRows(texts, languages), languages),
  ];
}

function sheet(name: SheetName, rows: readonly Cells[], more: Cells = []): Sheet {
  return writtenSheet(name, [...sheetColumns[name].names, ...more], rows);
}

function itemRow(item: Item, listOf: ReadonlyMap<string, string>): Cells {
  const codes = (coded: readonly { readonly code: string }[]) => coded.map(({ code }) => code);
  const flat: Record<string, unknown> = { ...item };
  if (item.notApplicable) flat['notApplicable'] = { reasons: codes(item.notApplicable.reasons) };
  if (item.type === 'matrix') flat['rows'] = codes(item.rows);
  if ('options' in item) flat['options'] = listOf.get(item.code);
  return cellsOf(flat, itemColumns);
}

function optionRows(instrument: Instrument, listOf: ReadonlyMap<string, string>): readonly Cells[] {
  const rows = (list: string, kind: string, options: readonly Partial<Option>[]) =>
    options.map((option, at) => [list, kind, String(at + 1), ...cellsOf(option, optionColumns)]);
  return [
    ...instrument.scales.flatMap(({ code, kind, options }) => rows(code, kind, options)),
    ...choosingItems(instrument).flatMap(({ code, options }) => rows(listOf.get(code) ?? code, '', options)),
  ];
}

/** How the list of each item that has options of its own is called: as the item, or with a dot when a scale is called so. */
function listNames(instrument: Instrument): ReadonlyMap<string, string> {
  const scales = new Set(instrument.scales.map(({ code }) => code));
  return new Map(choosingItems(instrument).map(({ code }) => [code, scales.has(code) ? `${code}.options` : code]));
}

export function choosingItems(instrument: Instrument): readonly Choosing[] {
  return instrument.sections.flatMap(({ items }) => items.filter((item): item is Choosing => 'options' in item));
}
