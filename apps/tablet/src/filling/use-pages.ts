import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SheetChange } from './sheet-changes.js';
import { pageWith, placeOf, type Page } from './pages.js';

/** Which page is open, and the ways to another. */
export interface OpenPages {
  readonly place: number;
  readonly page: Page;
  readonly turn: (to: 'next' | 'previous') => void;
  /** To a page by its place; the focus goes to its heading. */
  readonly go: (place: number) => void;
  /** To an item, or a section that repeats, by its path; the focus goes there. */
  readonly jump: (path: string) => void;
}

const finish: Page = { kind: 'finish', key: 'finish' };

/** Who keeps which page is open, beside the answers. */
export interface PageKeeper {
  readonly current: { readonly draft: { readonly page: number } };
  change(change: SheetChange): void;
}

/** @param before the page that was open last time */
export function usePages(pages: readonly Page[], before: number, keeper: PageKeeper): OpenPages {
  const [open, setOpen] = useState(() => {
    const place = placeOf(pages, null, before);
    return { key: pages[place]?.key ?? null, place };
  });
  const target = useRef<string | null>(null);
  const place = placeOf(pages, open.key, open.place);
  const page = pages[place] ?? finish;

  const go = useCallback(
    (to: number) => {
      const within = Math.min(Math.max(0, to), pages.length - 1);
      setOpen({ key: pages[within]?.key ?? null, place: within });
      if (keeper.current.draft.page !== within) keeper.change((draft) => ({ ...draft, page: within }));
    },
    [pages, keeper],
  );
  const jump = useCallback(
    (path: string) => {
      const to = pageWith(pages, path);
      if (to < 0) return;
      target.current = path;
      go(to);
      focusOn(path);
    },
    [pages, go],
  );

  const first = useRef(true);
  useLayoutEffect(() => {
    // What is open on coming in keeps the focus where the browser put it.
    if (first.current) return;
    document.querySelector('main')?.scrollTo(0, 0);
    const path = target.current;
    target.current = null;
    if (path) focusOn(path);
    else document.querySelector<HTMLElement>('[data-page-heading]')?.focus();
  }, [page.key]);
  useEffect(() => {
    first.current = false;
  }, []);
  return { place, page, go, jump, turn: (to) => go(place + (to === 'next' ? 1 : -1)) };
}

function focusOn(path: string): void {
  const element = document.getElementById(path);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
}
