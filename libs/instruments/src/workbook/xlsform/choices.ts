import { groupsBy, rowsBy, type Draft, type Report, type Row } from '#documents';
import { codeIn } from './code.js';
import { neededWording, type Form } from './form.js';

/** The rows of the sheet `choices` by the names of their lists. */
export function choiceLists(rows: readonly Row[], report: Report): ReadonlyMap<string, readonly Row[]> {
  const lists = groupsBy('list_name', rows, report);
  for (const own of lists.values()) rowsBy('name', own, report);
  return lists;
}

/** The options of a list; what asks for one that is not there is at fault. */
export function optionsOf(form: Form, list: string, row: Row, path: string): readonly Draft[] {
  const options = form.choices.get(list);
  if (!options) form.report(row.placeOf('type'), 'unknown', undefined, list);
  return (options ?? []).map((option, at) => {
    form.origins.set(`${path}.options[${at}]`, (rest) =>
      option.placeOf(rest === 'code' || rest === '' ? 'name' : labelOf(form)),
    );
    const text = neededWording(option, 'label', form.choiceColumns, form.report);
    return { code: codeIn(option.cell('name')), text };
  });
}

const labelOf = ({ choiceColumns }: Form) => choiceColumns[0]?.column ?? 'label';
