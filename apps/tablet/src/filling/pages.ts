import type { AskedSection, Spot } from './asked.js';

/** What is shown at once: a section, one item of it, or the end. */
export type Page =
  | {
      readonly kind: 'section';
      readonly key: string;
      readonly asked: AskedSection;
      /** Its place among the sections that are asked, counted from 0. */
      readonly at: number;
    }
  | {
      readonly kind: 'item';
      readonly key: string;
      readonly asked: AskedSection;
      readonly at: number;
      readonly spot: Spot;
    }
  | { readonly kind: 'finish'; readonly key: 'finish' };

/**
 * The pages in their order; the last is where the visit is finished. One item a page if the instrument says so, but a
 * section that repeats stays together: adding to it and its items belong on one page.
 */
export function pagesOf(sections: readonly AskedSection[], by: 'section' | 'item'): readonly Page[] {
  const pages = sections.flatMap((asked, at): readonly Page[] => {
    if (by === 'section' || asked.section.repeat) return [{ kind: 'section', key: asked.section.code, asked, at }];
    return asked.sets.flat().map((spot) => ({ kind: 'item', key: spot.path, asked, at, spot }));
  });
  return [...pages, { kind: 'finish', key: 'finish' }];
}

/** Where a page stands now; when it is not asked any more, the place it had, kept within what there is. */
export function placeOf(pages: readonly Page[], key: string | null, before: number): number {
  const found = pages.findIndex((page) => page.key === key);
  return found >= 0 ? found : Math.min(Math.max(0, before), pages.length - 1);
}

/** The page on which an item, or a section that repeats, is to be found by its path; -1: it is not asked. */
export function pageWith(pages: readonly Page[], path: string): number {
  return pages.findIndex((page) => {
    if (page.kind === 'finish') return false;
    if (page.kind === 'item') return page.spot.path === path;
    return path === `repeats.${page.asked.section.code}` || page.asked.sets.flat().some((spot) => spot.path === path);
  });
}

/** The first page of a section by its place among those that are asked. */
export function pageOfSection(pages: readonly Page[], at: number): number {
  return pages.findIndex((page) => page.kind !== 'finish' && page.at === at);
}
