import type { Column } from '#documents';
import { Dimension, Instrument, Section } from '../document/instrument.js';
import { Item } from '../document/item.js';
import { Option } from '../document/scale.js';
import { dimensionColumns, instrumentColumns, itemColumns, optionColumns, sectionColumns } from './columns.js';

/** What stands in the sheet of texts, or in a sheet of its own. */
const elsewhere = ['title', 'intro', 'text', 'help', 'unit', 'from', 'to', 'items', 'constraints', 'schema', 'dimensions', 'scales', 'sections']; // prettier-ignore

describe('the columns of a workbook', () => {
  it.each<readonly [string, readonly Column[], readonly { readonly shape: object }[]]>([
    ['an instrument', instrumentColumns, [Instrument]],
    ['a dimension', dimensionColumns, [Dimension]],
    ['a section', sectionColumns, [Section]],
    ['an item of any type', itemColumns, Item.options],
    ['an option', optionColumns, [Option]],
  ])('hold every member of %s that is no text, and none that it has not', (_, columns, schemas) => {
    const members = new Set(schemas.flatMap(({ shape }) => Object.keys(shape)));
    const held = new Set(columns.map(({ path }) => path[0]));
    expect([...held].toSorted()).toEqual([...members].filter((member) => !elsewhere.includes(member)).toSorted());
  });
});
