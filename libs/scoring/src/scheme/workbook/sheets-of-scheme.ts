import { textsOf } from '../places.js';
import type { Band, Scheme } from '../scheme.js';
import { headColumns, partColumns, sheetColumns } from './columns.js';
import type { PartName, SheetName } from './columns.js';
import { cellsOf } from './fields.js';
import type { SchemeSheet } from './sheet.js';
import { cellText } from './table.js';
import { textKey } from './texts.js';

/**
 * A scheme as the sheets of a workbook, all of them, empty ones too: filled in further, or changed, `schemeFromSheets` reads it
 * again. What is read back is the same scheme, save blanks around the names of studies and measures.
 */
export function sheetsOfScheme(scheme: Scheme): readonly SchemeSheet[] {
  const { pillars, components } = scheme;
  const elements = pillars.flatMap((pillar) => pillar.elements.map((element) => [pillar.code, element] as const));
  const rows: { readonly [N in SheetName]: readonly (readonly string[])[] } = {
    scheme: headRows(scheme),
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
    texts: textRows(scheme),
    statements: statementRows(scheme),
  };
  const names = Object.keys(sheetColumns) as SheetName[];
  return names.map((name) => ({ name, rows: [headerOf(name, scheme), ...rows[name]].map((row) => row.map(cellText)) }));
}

function headerOf(name: SheetName, scheme: Scheme): readonly string[] {
  return [...sheetColumns[name].names, ...(name === 'texts' ? languagesOf(scheme) : [])];
}

function headRows(scheme: Scheme): string[][] {
  const cells = cellsOf(scheme, headColumns);
  return headColumns.map(({ name }, index) => [name, cells[index] ?? '']).filter(([, value]) => value !== '');
}

function partRows(part: PartName, list: readonly unknown[]): (readonly string[])[] {
  return list.map((one) => cellsOf(one, partColumns[part]));
}

function bandRows(component: string, bands: readonly Band[]): (readonly string[])[] {
  return bands.map((band) => [component, ...cellsOf(band, partColumns.bands)]);
}

function textRows(scheme: Scheme): string[][] {
  const languages = languagesOf(scheme);
  return textsOf(scheme).map(({ of, field, wording }) => [
    textKey(of, field),
    ...languages.map((language) => wording[language] ?? ''),
  ]);
}

/** Arabic and English always and first; then the others by name. */
function languagesOf(scheme: Scheme): readonly string[] {
  const found = new Set(textsOf(scheme).flatMap(({ wording }) => Object.keys(wording)));
  return ['ar', 'en', ...[...found].filter((one) => one !== 'ar' && one !== 'en').sort()];
}

function statementRows({ previous }: Scheme): string[][] {
  if (!previous) return [];
  return [...Object.entries(previous.criteria), ...previous.dropped.map((code) => [code, 'dropped'])].map((row) => [
    ...row,
  ]);
}
