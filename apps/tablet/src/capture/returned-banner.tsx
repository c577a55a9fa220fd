import type { ReturnedReport } from '#fieldwork';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { useFilling } from '../filling/filling.js';
import { namedBy } from '../filling/found.js';
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

/** A button for each question with a note, under the note. */
export function NoteJumps({ notes, onJump }: { readonly notes: ReviewNotes; readonly onJump: (path: string) => void }) {
  const { word } = useLanguage();
  const { instrument } = useFilling();
  const question = (path: string): string => {
    const named = namedBy(instrument, path);
    if (!named) return path;
    const { section, repeat, item } = named;
    const within = repeat === null ? '' : `${word(section.title)} ${repeat + 1}`;
    return [within, item && word(item.text)].filter(Boolean).join(' · ') || word(section.title);
  };
  return (
    <ul className="plain-list">
      {[...notes.at].map(([path, texts]) => (
        <li key={path}>
          <button type="button" className="row-button" onClick={() => onJump(path)}>
            <span dir="auto">{texts.join(' · ')}</span>
            <span className="soft">{question(path)}</span>
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
