import { familiesOf, fieldsIn, keyedCells, originOf, statementsIn, type Draft, type Row } from '#documents';
import type { TextKind } from '../places.js';
import { putText, type Building } from './building.js';
import { headColumns, partColumns } from './columns.js';
import type { PartName } from './columns.js';

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
  const { tables, origins, report } = building;
  const head = headIn(building);
  const components = componentsIn(building);
  const stars = starsIn(building, (head['stars'] ?? {}) as Draft);
  const stated = head['previous'] as Draft | undefined;
  const of = { column: 'criterion', member: 'criteria' };
  const previous = statementsIn(tables.of.statements, of, stated, origins, report);
  return {
    schema: 'nujoom.scheme/1',
    ...head,
    channelTypes: partsIn('channels', tables.of.channels.rows, 'channelTypes', building),
    levels: partsIn('levels', tables.of.levels.rows, 'levels', building),
    components,
    pillars: pillarsIn(building),
    stars,
    gates: partsIn('gates', tables.of.gates.rows, 'gates', building),
    ...(previous ? { previous } : {}),
  };
}

/** The sheet `scheme`: one key a row, its value beside it. */
function headIn(building: Building): Draft {
  const { tables, origins, report } = building;
  const cells = keyedCells(tables.of.scheme, tables.nameOf('scheme'), headColumns, report);
  origins.set('', originOf(cells, headColumns, 'key'));
  const head = fieldsIn(cells, headColumns, report);
  putText(building, head, '', null, 'title');
  putText(building, head, '', null, 'note');
  return head;
}

/** Rows as parts of a list of the document, each with its texts. */
function partsIn(part: PartName, rows: readonly Row[], list: string, building: Building): Draft[] {
  return rows.map((row, index) => partIn(part, row, `${list}[${index}]`, building));
}

function partIn(part: PartName, row: Row, path: string, building: Building): Draft {
  const { origins, report } = building;
  const columns = partColumns[part];
  const draft = fieldsIn(row, columns, report);
  const kind = textKinds[part];
  origins.set(path, originOf(row, columns, columns[0].name));
  if (!kind) return draft;
  const of = { kind, code: row.cell('code') };
  putText(building, draft, path, of, 'title');
  if (part === 'criteria') putText(building, draft, path, of, 'guidance');
  return draft;
}

function componentsIn(building: Building): Draft[] {
  const { components, bands } = building.tables.of;
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
  const { bands, steps } = building.tables.of;
  const own = bands.rows.filter((row) => row.cell('component') === '');
  return {
    ...stars,
    ...(own.length > 0 ? { bands: partsIn('bands', own, 'stars.bands', building) } : {}),
    ...(steps.rows.length > 0 ? { steps: partsIn('steps', steps.rows, 'stars.steps', building) } : {}),
  };
}

function pillarsIn(building: Building): Draft[] {
  const { pillars, elements, criteria } = building.tables.of;
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
