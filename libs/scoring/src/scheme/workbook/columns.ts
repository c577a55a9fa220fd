import { columnOf, isLanguage, type Column } from '#documents';
import { effectKind } from './effect-cell.js';

const { words, number, list } = columnOf;
const effect = columnOf.kind(effectKind);

/** A feed in columns, of which each kind of feed fills its own. */
const feedIn = (member: string): readonly Column[] => [
  words('feed', member, 'by'),
  words('instrument', member, 'instrument'),
  list('alternatives', member, 'alternatives'),
  list('items', member, 'items'),
  words('dimension', member, 'dimension'),
  words('study', member, 'study'),
  words('measure', member, 'measure'),
  words('indicator', member, 'indicator'),
  number('worst', member, 'worst'),
  number('best', member, 'best'),
  number('minimum', member, 'minimum'),
];

/** The keys of the sheet `scheme`, one a row. */
export const headColumns: readonly Column[] = [
  words('code'),
  number('version'),
  words('status'),
  words('aggregation'),
  number('compareAt', 'rounding', 'compareAt'),
  number('show', 'rounding', 'show'),
  words('starsBy', 'stars', 'by'),
  words('base', 'stars', 'base'),
  number('lowest', 'stars', 'lowest'),
  number('highest', 'stars', 'highest'),
  number('previousVersion', 'previous', 'version'),
];

/** Columns of the parts of a document; those that lead to what a row belongs to are in `sheetColumns` alone. */
export const partColumns = {
  channels: [words('code')],
  levels: [words('code'), number('score')],
  components: [words('code'), number('weight'), ...feedIn('of')],
  pillars: [words('code'), number('weight'), list('channels')],
  elements: [words('code'), number('weight'), list('channels')],
  criteria: [words('code'), number('weight'), list('channels'), words('evidence'), ...feedIn('feed')],
  bands: [number('star'), number('from')],
  steps: [words('component'), number('upAt'), number('downAt')],
  gates: [
    words('code'),
    words('when'),
    list('channels'),
    words('pillar'),
    words('component'),
    words('criterion'),
    list('kinds'),
    number('below'),
    number('above'),
    number('at'),
    number('by'),
    effect('then'),
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;
export type PartName = keyof typeof partColumns;

const named = (part: PartName, ...first: string[]) => [...first, ...partColumns[part].map(({ name }) => name)];

/** The sheets of a workbook with their columns; those in `needed` must be there. */
export const sheetColumns = {
  scheme: { names: ['key', 'value'], needed: ['key', 'value'] },
  channels: { names: named('channels'), needed: ['code'] },
  levels: { names: named('levels'), needed: ['code', 'score'] },
  components: { names: named('components'), needed: ['code', 'weight', 'feed'] },
  pillars: { names: named('pillars'), needed: ['code', 'weight'] },
  elements: { names: named('elements', 'pillar'), needed: ['pillar', 'code', 'weight'] },
  criteria: { names: named('criteria', 'element'), needed: ['element', 'code', 'weight', 'feed'] },
  bands: { names: named('bands', 'component'), needed: ['star', 'from'] },
  steps: { names: named('steps'), needed: ['component', 'upAt', 'downAt'] },
  gates: { names: named('gates'), needed: ['code', 'when'] },
  texts: { names: ['key'], needed: ['key'], allows: isLanguage },
  statements: { names: ['criterion', 'statement'], needed: ['criterion', 'statement'] },
} as const;
export type SheetName = keyof typeof sheetColumns;

/** The sheets that must be there. */
export const neededSheets: readonly SheetName[] = ['scheme', 'channels', 'components', 'texts'];
