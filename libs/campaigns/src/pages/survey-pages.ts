import { check, statesOf, type AnswerSheet, type CompiledInstrument, type Item, type Section } from '#instruments';
import { isAskable } from './askable.js';

/** One page of a questionnaire: one item with the notes before it, or a section. */
export interface SurveyPage {
  /** The code of the item or of the section. */
  readonly key: string;
  readonly section: Section;
  /** What stands on it, in order: items that are asked now, and notes; at least one is asked. */
  readonly items: readonly Item[];
  /** No page of the section stands before it. */
  readonly isFirstOfSection: boolean;
}

/** The pages that these answers lead over, in their order: the instrument's choice of one item or one section a page. */
export function pagesOf(compiled: CompiledInstrument, sheet: AnswerSheet): readonly SurveyPage[] {
  const { sections, presentation } = compiled.instrument;
  const states = statesOf(compiled, sheet);
  const silent = silentNotes(compiled, sheet);
  const isShown = (item: Item) =>
    item.type === 'note'
      ? !silent.has(item.code)
      : isAskable(item) && (states.get(`answers.${item.code}`) ?? 'notAsked') !== 'notAsked';
  return sections.flatMap((section) => {
    if (section.repeat) return [];
    const items = section.items.filter(isShown);
    const groups = presentation?.page === 'item' ? oneByOne(items) : [items];
    return groups
      .filter((group) => group.some(isAskable))
      .map((group, at) => ({
        key: keyOf(section, group, presentation?.page),
        section,
        items: group,
        isFirstOfSection: at === 0,
      }));
  });
}

/** Where a page stands among the questions that are asked now; pages of sections are counted as pages. */
export function progressOf(pages: readonly SurveyPage[], key: string): { readonly at: number; readonly of: number } {
  return { at: pages.findIndex((page) => page.key === key) + 1, of: pages.length };
}

/** The next page after a place that may itself have gone, or null after the last. */
export function pageAfter(compiled: CompiledInstrument, pages: readonly SurveyPage[], key: string): SurveyPage | null {
  const at = positionOf(compiled, key);
  return pages.find((page) => positionOf(compiled, page.key) > at) ?? null;
}

/** The page before a place that may itself have gone, or null before the first. */
export function pageBefore(compiled: CompiledInstrument, pages: readonly SurveyPage[], key: string): SurveyPage | null {
  const at = positionOf(compiled, key);
  return pages.findLast((page) => positionOf(compiled, page.key) < at) ?? null;
}

/** One page an item; notes stand before the item they lead to, the last ones behind the last. */
function oneByOne(items: readonly Item[]): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let notes: Item[] = [];
  for (const item of items) {
    if (item.type === 'note') notes.push(item);
    else {
      groups.push([...notes, item]);
      notes = [];
    }
  }
  groups.at(-1)?.push(...notes);
  return groups;
}

function keyOf(section: Section, items: readonly Item[], page: 'item' | 'section' | undefined): string {
  return page === 'item' ? (items.find(isAskable)?.code ?? '') : section.code;
}

/** Where a page lies in the whole instrument; −1 for what is no page of it. */
function positionOf({ instrument }: CompiledInstrument, key: string): number {
  const isByItem = instrument.presentation?.page === 'item';
  const keys = isByItem
    ? instrument.sections.flatMap(({ items }) => items.map(({ code }) => code))
    : instrument.sections.map(({ code }) => code);
  return keys.indexOf(key);
}

/**
 * Notes that are not shown. They have no state of their own, so the check is asked: something is put where they stand, and it
 * tells whether anything may stand there.
 */
function silentNotes(compiled: CompiledInstrument, { answers }: AnswerSheet): ReadonlySet<string> {
  const notes = compiled.instrument.sections.flatMap(({ items, repeat, relevant }) =>
    repeat ? [] : items.filter((item) => item.type === 'note' && (item.relevant ?? relevant) !== undefined),
  );
  if (notes.length === 0) return new Set();
  const probes = Object.fromEntries(notes.map(({ code }) => [code, { comment: 'x' }]));
  const faults = check(compiled, { answers: { ...answers, ...probes } }, { finished: false });
  return new Set(
    faults.filter(({ reason }) => reason === 'notAsked').map(({ where }) => where.slice('answers.'.length)),
  );
}
