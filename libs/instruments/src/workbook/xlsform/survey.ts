import { numberIn, type Draft, type Row } from '#documents';
import { codeIn } from './code.js';
import { questionOrigin, type Form } from './form.js';
import { wordingIn } from './languages.js';
import { itemIn, relevantOf } from './questions.js';

interface OpenSection {
  readonly draft: Draft & { readonly items: Draft[] };
  readonly path: string;
  /** Null: made for questions that stand in no group. */
  readonly begun: { readonly row: Row; readonly what: string } | null;
}

/** Most that a repeat without a number may be filled. */
const mostRepeats = 50;

/** What begins or ends a group or a repeat, however it is written; null: a question. */
export function bracketIn(row: Row): { readonly edge: 'begin' | 'end'; readonly what: string } | null {
  const [, edge, what] = /^(begin|end)[ _](group|repeat)$/.exec(row.cell('type')) ?? [];
  return edge && what ? { edge: edge as 'begin' | 'end', what } : null;
}

/**
 * The sections of the sheet `survey`: a group or a repeat is one; questions outside all groups go into sections of their
 * own, `main`, `main_2` …, under the title of the form, as does a group without a label. A group in a group is refused.
 */
export function sectionsIn(form: Form, rows: readonly Row[]): readonly Draft[] {
  const sections: OpenSection[] = [];
  const taken = new Set(rows.flatMap((row) => (bracketIn(row)?.edge === 'begin' ? [codeIn(row.cell('name'))] : [])));
  let open: OpenSection | null = null;
  for (const row of rows) {
    const bracket = bracketIn(row);
    const group: OpenSection | null = open?.begun ? open : null;
    if (bracket?.edge === 'begin') {
      if (group) form.report(row.placeOf('type'), 'notSupported', undefined, row.cell('type'));
      else sections.push((open = begunBy(form, row, bracket.what, sections.length)));
    } else if (bracket) {
      if (group?.begun?.what !== bracket.what) form.report(row.placeOf('type'), 'unknown', undefined, row.cell('type'));
      open = null;
    } else {
      if (!open) sections.push((open = looseSection(form, sections.length, taken)));
      const item = itemIn(form, row, `${open.path}.items[${open.draft.items.length}]`);
      if (item) open.draft.items.push(item);
    }
  }
  if (open?.begun) form.report(open.begun.row.placeOf('type'), 'missing', undefined, `end_${open.begun.what}`);
  return sections.map(({ draft }) => draft);
}

function begunBy(form: Form, row: Row, what: string, at: number): OpenSection {
  const path = `sections[${at}]`;
  const relevant = relevantOf(form, row);
  form.origins.set(path, questionOrigin(row, form.columns));
  const draft = {
    code: codeIn(row.cell('name')),
    title: wordingIn(row, 'label', form.columns, form.report) ?? form.title,
    ...(relevant === null ? {} : { relevant }),
    ...(what === 'repeat' ? { repeat: repeatOf(form, row) } : {}),
    items: [],
  };
  return { draft, path, begun: { row, what } };
}

function repeatOf({ report }: Form, row: Row): Draft {
  const text = row.cell('repeat_count');
  if (text === '') return { min: 0, max: mostRepeats };
  const count = numberIn(text);
  if (count === null) report(row.placeOf('repeat_count'), 'notSupported', undefined, text);
  return { min: count, max: count };
}

function looseSection({ title }: Form, at: number, taken: Set<string>): OpenSection {
  let code = 'main';
  for (let number = 2; taken.has(code); number += 1) code = `main_${number}`;
  taken.add(code);
  return { draft: { code, title, items: [] }, path: `sections[${at}]`, begun: null };
}
