import type { TextKind } from '../places.js';
import { foldedName, headColumns, partColumns } from './columns.js';
import type { PartName, SheetName } from './columns.js';
import { fieldsIn, originOf } from './fields.js';
import type { Draft } from './fields.js';
import type { Origin } from './sheet.js';
import { rowsBy } from './table.js';
import type { Cells, Report, Row, Table } from './table.js';
import type { SheetTexts } from './texts.js';

/** What a document is built from, and what is noted on the way. */
export interface Building {
  readonly tables: { readonly [N in SheetName]: Table };
  /** The name of the sheet `scheme` as it is written. */
  readonly headSheet: string;
  readonly texts: SheetTexts;
  readonly origins: Map<string, Origin>;
  readonly report: Report;
}

const textKinds: Partial<Record<PartName, TextKind>> = {
  channels: 'channel',
  levels: 'level',
  components: 'component',
  pillars: 'pillar',
  elements: 'element',
  criteria: 'criterion',
  gates: 'gate',
};

/** The document that the sheets hold, as `readScheme` takes it. */
export function draftOf(building: Building): Draft {
  const { tables } = building;
  const head = headIn(building);
  const components = componentsIn(building);
  const stars = starsIn(building, (head['stars'] ?? {}) as Draft);
  const previous = previousIn(building, head['previous'] as Draft | undefined);
  return {
    schema: 'nujoom.scheme/1',
    ...head,
    channelTypes: partsIn('channels', tables.channels.rows, 'channelTypes', building),
    levels: partsIn('levels', tables.levels.rows, 'levels', building),
    components,
    pillars: pillarsIn(building),
    stars,
    gates: partsIn('gates', tables.gates.rows, 'gates', building),
    ...(previous ? { previous } : {}),
  };
}

/** The sheet `scheme`: one key a row, its value beside it. */
function headIn({ tables, headSheet, texts, origins, report }: Building): Draft {
  const rows = new Map([...rowsBy('key', tables.scheme.rows, report)].map(([key, row]) => [foldedName(key), row]));
  const known = new Set(headColumns.map(({ name }) => foldedName(name)));
  for (const [key, row] of rows) if (!known.has(key)) report(row.placeOf('key'), 'unknown', undefined, row.cell('key'));
  const cells: Cells = {
    cell: (key) => rows.get(foldedName(key))?.cell('value') ?? '',
    placeOf: (key) => rows.get(foldedName(key))?.placeOf('value') ?? { sheet: headSheet, line: 1, where: key },
  };
  origins.set('', originOf(cells, headColumns, 'key'));
  const head = fieldsIn(cells, headColumns, report);
  texts.put(head, '', null, 'title', origins);
  texts.put(head, '', null, 'note', origins);
  return head;
}

/** Rows as parts of a list of the document, each with its texts. */
function partsIn(part: PartName, rows: readonly Row[], list: string, building: Building): Draft[] {
  return rows.map((row, index) => partIn(part, row, `${list}[${index}]`, building));
}

function partIn(part: PartName, row: Row, path: string, { texts, origins, report }: Building): Draft {
  const columns = partColumns[part];
  const draft = fieldsIn(row, columns, report);
  const kind = textKinds[part];
  origins.set(path, originOf(row, columns, columns[0].name));
  if (!kind) return draft;
  const of = { kind, code: row.cell('code') };
  texts.put(draft, path, of, 'title', origins);
  if (part === 'criteria') texts.put(draft, path, of, 'guidance', origins);
  return draft;
}

function componentsIn(building: Building): Draft[] {
  const { components, bands } = building.tables;
  const ofComponents = bands.rows.filter((row) => row.cell('component') !== '');
  const takeBands = familiesOf(ofComponents, 'component', components.rows, building.report);
  return partsIn('components', components.rows, 'components', building).map((draft, index) => {
    const of = draft['of'] as Draft | undefined;
    const isTree = of?.['by'] === 'pillars' && Object.keys(of).length === 1;
    const own = takeBands(String(draft['code']));
    return {
      ...draft,
      ...(isTree ? { of: 'pillars' } : {}),
      ...(own.length > 0 ? { bands: partsIn('bands', own, `components[${index}].bands`, building) } : {}),
    };
  });
}

function starsIn(building: Building, stars: Draft): Draft {
  const { bands, steps } = building.tables;
  const own = bands.rows.filter((row) => row.cell('component') === '');
  return {
    ...stars,
    ...(own.length > 0 ? { bands: partsIn('bands', own, 'stars.bands', building) } : {}),
    ...(steps.rows.length > 0 ? { steps: partsIn('steps', steps.rows, 'stars.steps', building) } : {}),
  };
}

function pillarsIn(building: Building): Draft[] {
  const { pillars, elements, criteria } = building.tables;
  const takeElements = familiesOf(elements.rows, 'pillar', pillars.rows, building.report);
  const takeCriteria = familiesOf(criteria.rows, 'element', elements.rows, building.report);
  return pillars.rows.map((pillar, p) => {
    const below = takeElements(pillar.cell('code')).map((element, e) => {
      const path = `pillars[${p}].elements[${e}]`;
      const own = takeCriteria(element.cell('code'));
      return {
        ...partIn('elements', element, path, building),
        criteria: partsIn('criteria', own, `${path}.criteria`, building),
      };
    });
    return { ...partIn('pillars', pillar, `pillars[${p}]`, building), elements: below };
  });
}

/**
 * Rows by the code of the parent they name; one that names none, or none that is there, is a fault. Each family can be taken once:
 * the first of two parents of one code gets it, so that no workbook grows by being read.
 */
function familiesOf(
  rows: readonly Row[],
  column: string,
  parents: readonly Row[],
  report: Report,
): (parent: string) => readonly Row[] {
  const families = new Map<string, Row[]>(parents.map((row) => [row.cell('code'), []]));
  families.delete('');
  for (const row of rows) {
    const code = row.cell(column);
    const family = families.get(code);
    if (family) family.push(row);
    else report(row.placeOf(column), code === '' ? 'missing' : 'unknown', undefined, code);
  }
  return (parent) => {
    const family = families.get(parent) ?? [];
    families.delete(parent);
    return family;
  };
}

/** The sheet `statements`: what this version says of each criterion of the one before it; null: nothing. */
function previousIn({ tables, origins, report }: Building, previous: Draft | undefined): Draft | null {
  const { rows } = tables.statements;
  if (!previous && rows.length === 0) return null;
  const stated = [...rowsBy('criterion', rows, report)];
  const dropped = stated.filter(([, row]) => row.cell('statement') === 'dropped');
  const kept = stated.filter(([, row]) => row.cell('statement') !== 'dropped');
  const origin = (row: Row) => () => row.placeOf('statement');
  for (const [code, row] of kept) origins.set(`previous.criteria.${code}`, origin(row));
  dropped.forEach(([, row], at) => origins.set(`previous.dropped[${at}]`, origin(row)));
  return {
    ...previous,
    criteria: Object.fromEntries(kept.map(([code, row]) => [code, row.cell('statement')])),
    dropped: dropped.map(([code]) => code),
  };
}
