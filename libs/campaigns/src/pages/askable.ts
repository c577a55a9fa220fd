import type { Instrument, Item } from '#instruments';

/** What a page without scripts cannot ask for: photos, places and signatures. */
const beyondPages: ReadonlySet<Item['type']> = new Set(['file', 'location', 'signature']);

/** Whether a page can ask for an answer to this item. Notes are shown, not asked. */
export function isAskable({ type }: Item): boolean {
  return !beyondPages.has(type) && type !== 'note';
}

/** The reasons for "does not apply" that may be given; none when it cannot be said. */
export function reasonsOf(
  { notApplicable, notApplicablePolicy }: Item,
  { scoring }: Pick<Instrument, 'scoring'>,
): NonNullable<Item['notApplicable']>['reasons'] {
  if ((notApplicablePolicy ?? scoring.notApplicable) === 'notAllowed') return [];
  return notApplicable?.reasons ?? [];
}

/**
 * What must be answered, but not on a page: codes of items, of items whose files are needed, and of sections that repeat.
 * A questionnaire with any of these cannot be finished by a citizen.
 */
export function unaskableIn({ sections }: Pick<Instrument, 'sections'>): readonly string[] {
  return sections.flatMap(({ code, repeat, items }) => {
    if (repeat) return repeat.min > 0 ? [code] : [];
    return items
      .filter((item) => (item.required && beyondPages.has(item.type)) || item.evidence?.rule === 'required')
      .map((item) => item.code);
  });
}
