import type { ReturnedReport } from '#fieldwork';
import { ItemCard } from '../items/item-card.js';
import { useLanguage } from '../parts/language.js';
import { PlaceCard } from '../stamps/place-card.js';
import { StampBar } from '../stamps/stamp-bar.js';
import type { Page } from '../filling/pages.js';
import { RepeatedSection } from './repeated-section.js';
import { ReturnedBanner } from './returned-banner.js';
import type { ReviewNotes } from './review-notes.js';

/** A section, or one item of it. */
export function OpenPage({ page, isFirst, returned, notes, onJump }: OpenPageProps) {
  const { word } = useLanguage();
  const { section } = page.asked;
  const spots = page.kind === 'item' ? [page.spot] : page.asked.sets.flat();
  return (
    <>
      <StampBar />
      {isFirst && returned && <ReturnedBanner returned={returned} notes={notes} onJump={onJump} />}
      {isFirst && <PlaceCard when="start" />}
      <h2 tabIndex={-1} data-page-heading className="page-heading">
        {word(section.title)}
      </h2>
      {section.intro && <p className="soft">{word(section.intro)}</p>}
      {page.kind === 'section' && section.repeat ? (
        <RepeatedSection asked={page.asked} repeat={section.repeat} />
      ) : (
        spots.map((spot) => <ItemCard key={spot.path} spot={spot} />)
      )}
    </>
  );
}

export interface OpenPageProps {
  readonly page: Exclude<Page, { readonly kind: 'finish' }>;
  readonly isFirst: boolean;
  readonly returned: ReturnedReport | null;
  readonly notes: ReviewNotes;
  readonly onJump: (path: string) => void;
}
