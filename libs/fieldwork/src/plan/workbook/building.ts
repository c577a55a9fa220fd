import { fieldsIn, originOf, type Draft, type Origin, type Report, type Tables, type Texts } from '#documents';
import { partColumns, type PartName, type SheetName } from './columns.js';

/** What a plan is built from, and what is noted on the way. */
export interface Building {
  readonly tables: Tables<SheetName>;
  readonly texts: Texts;
  readonly origins: Map<string, Origin>;
  readonly report: Report;
}

/**
 * The rows of a sheet as a list of the document. What is said of the list itself stands at its header; what is said of a
 * part by its code, as `waves.spring`, at its row.
 * @param textsOf the members of a part that are texts, each with its key in the sheet of texts
 */
export function partsIn(
  building: Building,
  name: PartName,
  path: string,
  textsOf: (part: Draft, number: number) => Readonly<Record<string, string>> = () => ({}),
): Draft[] {
  const { tables, origins, report } = building;
  const columns = partColumns[name];
  const [{ name: first }] = columns;
  origins.set(path, () => ({ sheet: tables.nameOf(name), line: 1, where: first }));
  return tables.of[name].rows.map((row, at) => {
    const draft = fieldsIn(row, columns, report);
    const origin = originOf(row, columns, first);
    origins.set(`${path}[${at}]`, origin);
    if (first === 'code') origins.set(`${path}.${row.cell(first)}`, origin);
    for (const [member, key] of Object.entries(textsOf(draft, at + 1)))
      putText(building, draft, `${path}[${at}]`, member, key);
    return draft;
  });
}

/** Puts a text into a draft. One that has no row is missed in the sheet of texts. */
function putText(
  { tables, texts, origins, report }: Building,
  draft: Draft,
  path: string,
  member: string,
  key: string,
) {
  const found = texts.find(key);
  if (!found) return report({ sheet: tables.nameOf('texts'), line: 1, where: key }, 'missing');
  draft[member] = found.wording;
  origins.set(`${path}.${member}`, found.origin);
}
