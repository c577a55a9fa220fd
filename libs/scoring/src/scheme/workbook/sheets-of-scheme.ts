import { cellsOf, keyedRows, statementRows, textColumns, textRows, writtenSheet, type Sheet } from '#documents';
import { textsOf } from '../places.js';
import type { Band, Scheme } from '../scheme.js';
import { headColumns, partColumns, sheetColumns } from './columns.js';
import type { PartName, SheetName } from './columns.js';
import { textKey } from './text-keys.js';

/**
 * A scheme as the sheets of a workbook, all of them, empty ones too: filled in further, or changed, `schemeFromSheets` reads it
 * again. What is read back is the same scheme, save blanks around the names of studies and measures.
 */
export function sheetsOfScheme(scheme: Scheme): readonly Sheet[] {
  const { pillars, components, previous } = scheme;
  const texts = textsOf(scheme).map(({ of, field, wording }) => [textKey(of, field), wording] as const);
  const languages = textColumns(['ar', 'en'], texts);
  const elements = pillars.flatMap((pillar) => pillar.elements.map((element) => [pillar.code, element] as const));
  const rows: { readonly [N in SheetName]: readonly (readonly string[])[] } = {
    scheme: keyedRows(scheme, headColumns),
    channels: partRows('channels', scheme.channelTypes),
    levels: partRows('levels', scheme.levels),
    components: partRows(
      'components',
      components.map(({ of, ...one }) => ({ ...one, of: of === 'pillars' ? { by: of } : of })),
    ),
    pillars: partRows('pillars', pillars),
    elements: elements.map(([pillar, element]) => [pillar, ...cellsOf(element, partColumns.elements)]),
    criteria: elements.flatMap(([, { code, criteria }]) =>
      criteria.map((criterion) => [code, ...cellsOf(criterion, partColumns.criteria)]),
    ),
    bands: [
      ...bandRows('', scheme.stars.by === 'bands' ? scheme.stars.bands : []),
      ...components.flatMap(({ code, bands }) => bandRows(code, bands ?? [])),
    ],
    steps: partRows('steps', scheme.stars.by === 'steps' ? scheme.stars.steps : []),
    gates: partRows('gates', scheme.gates),
    texts: textRows(texts, languages),
    statements: previous ? statementRows(previous.criteria, previous.dropped) : [],
  };
  const names = Object.keys(sheetColumns) as SheetName[];
  return names.map((name) =>
    writtenSheet(name, [...sheetColumns[name].names, ...(name === 'texts' ? languages : [])], rows[name]),
  );
}

function partRows(part: PartName, list: readonly unknown[]): (readonly string[])[] {
  return list.map((one) => cellsOf(one, partColumns[part]));
}

function bandRows(component: string, bands: readonly Band[]): (readonly string[])[] {
  return bands.map((band) => [component, ...cellsOf(band, partColumns.bands)]);
}
