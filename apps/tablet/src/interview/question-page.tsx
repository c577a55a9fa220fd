import { ItemCard } from '../items/item-card.js';
import { useLanguage } from '../parts/language.js';
import type { Page } from '../filling/pages.js';

/** One question, or a section of them, with the words that stand above it. */
export function QuestionPage({ page }: { readonly page: Exclude<Page, { readonly kind: 'finish' }> }) {
  const { say, word } = useLanguage();
  const { section } = page.asked;
  const spots = page.kind === 'item' ? [page.spot] : page.asked.sets.flat();
  // An item that says so itself, or says something else, has its own words.
  const asksForWords = spots.some(({ item }) => item.type === 'text' && !item.help);
  return (
    <>
      <h2 tabIndex={-1} data-page-heading className="page-heading">
        {word(section.title)}
      </h2>
      {section.intro && <p className="soft">{word(section.intro)}</p>}
      {spots.map((spot) => (
        <ItemCard key={spot.path} spot={spot} />
      ))}
      {asksForWords && <p className="soft">{say('survey.nothingPersonal')}</p>}
    </>
  );
}
