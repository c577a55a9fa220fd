import type { ReturnedReport } from '#fieldwork';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { ReviewNotes } from './review-notes.js';

/** Why a visit came back, with the way to each question that the reviewer wrote about. */
export function ReturnedBanner({ returned, notes, onJump }: ReturnedBannerProps) {
  const { say } = useLanguage();
  return (
    <section className="returned" aria-label={say('tablet.review.title')}>
      <strong>
        <Icon name="warning" />
        {say('tablet.review.title')}
      </strong>
      {[returned.reason, ...notes.whole].map((text, at) => (
        <p key={at} dir="auto">
          {text}
        </p>
      ))}
      <NoteJumps notes={notes} onJump={onJump} />
    </section>
  );
}

/** A button for each question with a note. */
export function NoteJumps({ notes, onJump }: { readonly notes: ReviewNotes; readonly onJump: (path: string) => void }) {
  const { say } = useLanguage();
  return (
    <ul className="plain-list">
      {[...notes.at].map(([path, texts], at) => (
        <li key={path}>
          <button type="button" className="row-button" onClick={() => onJump(path)}>
            <span dir="auto">{texts.join(' · ')}</span>
            <span className="soft">{say('tablet.review.goTo', { number: at + 1 })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ReturnedBannerProps {
  readonly returned: ReturnedReport;
  readonly notes: ReviewNotes;
  readonly onJump: (path: string) => void;
}
