import type { AnswerSheet, CompiledInstrument } from '#instruments';
import { isAskable } from './askable.js';
import type { Fields } from './item-fields.js';
import { faultsOn, type PageFault } from './page-faults.js';
import { askedSheet, sheetFrom } from './survey-form.js';
import { pageAfter, pageBefore, pagesOf, type SurveyPage } from './survey-pages.js';

/** Pages that every questionnaire has; no code begins with a dot. */
export const startPage = '.start';
export const checkPage = '.check';

/** A questionnaire with more items than this ends with a look at all answers. */
export const itemsWithoutCheck = 8;

/** Where somebody stands in a questionnaire, with all that was typed so far. */
export interface Stand {
  /** The page the form came from: its key, `.start` or `.check`. */
  readonly at: string;
  /** The codes of the items that stood on it: what is asked only since then is shown before it is missed. */
  readonly shown: ReadonlySet<string>;
  /** Came from the look at all answers, and goes back there. */
  readonly isChange: boolean;
  readonly fields: Fields;
}

/** What was pressed: on, back, the same page again (in another language), or to a page by its key. */
export type Go = 'next' | 'back' | 'same' | { readonly to: string };

/** A page to be shown. */
export interface ShownPage {
  readonly kind: 'page';
  readonly page: SurveyPage;
  readonly pages: readonly SurveyPage[];
  readonly faults: readonly PageFault[];
  readonly isChange: boolean;
  /** An item that is asked since the answers before it; null: the page is as it was, or new. */
  readonly added: string | null;
}

/** What is shown next, or that all is answered and holds. */
export type Turn =
  | { readonly kind: 'start' }
  | ShownPage
  | { readonly kind: 'check'; readonly pages: readonly SurveyPage[] }
  /** Complete and without faults, unless something must be answered that no page can ask for. */
  | { readonly kind: 'send'; readonly sheet: AnswerSheet; readonly pages: readonly SurveyPage[] };

/** Whether a questionnaire ends with a look at all answers. */
export function endsWithCheck({ instrument }: CompiledInstrument): boolean {
  return instrument.sections.flatMap(({ items }) => items.filter(isAskable)).length > itemsWithoutCheck;
}

/** Whether an answer may be sent from a page: it is the last, or what is asked after it may no longer be, by the answers on it. */
export function maySend(compiled: CompiledInstrument, { page, pages }: Pick<ShownPage, 'page' | 'pages'>): boolean {
  if (endsWithCheck(compiled)) return false;
  const after = pages.slice(pages.findIndex(({ key }) => key === page.key) + 1);
  return after.every(
    ({ section, items }) =>
      section.relevant !== undefined || items.filter(isAskable).every(({ relevant }) => relevant !== undefined),
  );
}

/** Where it goes from here. Nobody goes on over a mistake; back and another language are never refused. */
export function turnOf(compiled: CompiledInstrument, stand: Stand, go: Go): Turn {
  const sheet = askedSheet(compiled, sheetFrom(compiled, stand.fields));
  const turning = new Turning(compiled, stand, sheet, pagesOf(compiled, sheet));
  if (typeof go === 'object') return turning.to(go.to);
  return turning[go]();
}

class Turning {
  private readonly here: SurveyPage | undefined;

  constructor(
    private readonly compiled: CompiledInstrument,
    private readonly stand: Stand,
    private readonly sheet: AnswerSheet,
    private readonly pages: readonly SurveyPage[],
  ) {
    this.here = pages.find(({ key }) => key === stand.at);
  }

  same(): Turn {
    const { at, isChange } = this.stand;
    if (this.here) return this.show(this.here, isChange);
    return at === checkPage ? this.check() : this.gone();
  }

  back(): Turn {
    const { at, isChange } = this.stand;
    if (isChange) return this.check();
    const before = at === checkPage ? this.pages.at(-1) : pageBefore(this.compiled, this.pages, at);
    return before ? this.show(before) : { kind: 'start' };
  }

  to(key: string): Turn {
    const page = this.pages.find((one) => one.key === key);
    return page ? this.show(page, true) : this.same();
  }

  next(): Turn {
    const { at, shown, isChange } = this.stand;
    if (at === checkPage) return this.finish();
    if (this.here) {
      const seen = this.here.items.filter(({ code }) => shown.has(code));
      const faults = faultsOn(this.compiled, this.sheet, seen);
      if (faults.length > 0) return this.show(this.here, isChange, faults);
      const added = this.here.items.find((item) => isAskable(item) && !shown.has(item.code));
      if (added) return this.show(this.here, isChange, [], added.code);
    }
    if (isChange) return this.untold(this.unfinished()) ?? this.check();
    const after = at === startPage ? this.pages[0] : pageAfter(this.compiled, this.pages, at);
    if (after) return this.show(after);
    return endsWithCheck(this.compiled) ? (this.untold(this.unfinished()) ?? this.check()) : this.finish();
  }

  private finish(): Turn {
    return this.unfinished() ?? { kind: 'send', sheet: this.sheet, pages: this.pages };
  }

  /** The first page with something wrong on it: an answer changed later made it so, or it was never seen. */
  private unfinished(): ShownPage | null {
    const faults = faultsOn(
      this.compiled,
      this.sheet,
      this.pages.flatMap(({ items }) => items),
    );
    const page = this.pages.find(({ items }) => items.some((item) => item === faults[0]?.item));
    if (!page) return null;
    const isChange = endsWithCheck(this.compiled);
    return this.show(
      page,
      isChange,
      faults.filter(({ item }) => page.items.includes(item)),
    );
  }

  /** What is asked only now is no mistake yet. */
  private untold(shown: ShownPage | null): ShownPage | null {
    return shown && { ...shown, faults: [] };
  }

  private check(): Turn {
    return { kind: 'check', pages: this.pages };
  }

  /** The page went away under somebody's feet. */
  private gone(): Turn {
    const next = pageAfter(this.compiled, this.pages, this.stand.at);
    return this.stand.at === startPage || !next ? { kind: 'start' } : this.show(next);
  }

  private show(
    page: SurveyPage,
    isChange = false,
    faults: readonly PageFault[] = [],
    added: string | null = null,
  ): ShownPage {
    return { kind: 'page', page, pages: this.pages, faults, isChange, added };
  }
}
