import { fieldsIn, originOf, type Draft, type Row } from '#documents';
import { Item } from '../document/item.js';
import { putText, type Building } from './building.js';
import { itemColumns } from './columns.js';
import { textKeys } from './text-keys.js';

/** The members that each type of item has. */
const membersOf = new Map(Item.options.map(({ shape }) => [String(shape.type.value), new Set(Object.keys(shape))]));

/** Whether there is such a type: of an item of another nobody knows which texts are its own. */
export function isItemType(type: string): boolean {
  return membersOf.has(type);
}

/** One row of the sheet `items`, with its texts, options and constraints. */
export function itemIn(building: Building, row: Row, path: string, constraints: readonly Row[]): Draft {
  const item = fieldsIn(row, itemColumns, building.report);
  const code = row.cell('code');
  const members = membersOf.get(row.cell('type'));
  building.origins.set(path, originOf(row, itemColumns, 'code'));
  reportStrangers(building, row, members);

  putText(building, item, path, 'text', textKeys.item(code, 'text'), true);
  for (const member of ['help', 'unit', 'from', 'to'] as const) {
    if (!members || !members.has(member)) continue;
    putText(building, item, path, member, textKeys.item(code, member), member === 'from' || member === 'to');
  }
  putCoded(building, item, 'rows', `${path}.rows`, (one) => textKeys.row(code, one));
  const { notApplicable } = item;
  if (notApplicable) {
    putCoded(building, notApplicable as Draft, 'reasons', `${path}.notApplicable.reasons`, (one) =>
      textKeys.reason(code, one),
    );
  }
  if ('options' in item) item['options'] = optionsIn(building, row, `${path}.options`);
  if (constraints.length > 0)
    item['constraints'] = constraints.map((one, at) => constraintIn(building, one, code, path, at));
  return item;
}

/** A cell that is filled though items of this type have nothing to do with it. */
function reportStrangers({ report }: Building, row: Row, members: ReadonlySet<string> | undefined): void {
  if (!members) return;
  for (const { name, path } of itemColumns) {
    const text = row.cell(name);
    if (text !== '' && !members.has(path[0] ?? '')) report(row.placeOf(name), 'noEffect', undefined, text);
  }
}

/** Turns codes in a cell into codes with their texts. */
function putCoded(
  building: Building,
  draft: Draft,
  member: string,
  path: string,
  keyOf: (code: string) => string,
): void {
  const codes = draft[member] as readonly string[] | undefined;
  if (!codes) return;
  draft[member] = codes.map((code, at) => {
    const coded: Draft = { code };
    putText(building, coded, `${path}[${at}]`, 'text', keyOf(code), true);
    return coded;
  });
}

function optionsIn(building: Building, row: Row, path: string): readonly Draft[] {
  const list = building.lists.get(row.cell('options'));
  if (!list) building.report(row.placeOf('options'), 'unknown', undefined, row.cell('options'));
  return optionDrafts(building, row.cell('options'), path);
}

/** The options of a list with their texts; none when there is no such list. */
export function optionDrafts(building: Building, list: string, path: string): readonly Draft[] {
  building.usedLists.add(list);
  return (building.lists.get(list)?.options ?? []).map(({ draft, origin }, at) => {
    const option = { ...draft };
    building.origins.set(`${path}[${at}]`, origin);
    putText(building, option, `${path}[${at}]`, 'text', textKeys.option(list, String(draft['code'])), true);
    return option;
  });
}

function constraintIn(building: Building, row: Row, item: string, itemPath: string, at: number): Draft {
  const path = `${itemPath}.constraints[${at}]`;
  const constraint: Draft = row.cell('holds') === '' ? {} : { holds: row.cell('holds') };
  building.origins.set(path, (rest) => row.placeOf(rest === '' ? 'item' : rest));
  putText(building, constraint, path, 'message', textKeys.constraint(item, at + 1), true);
  return constraint;
}
