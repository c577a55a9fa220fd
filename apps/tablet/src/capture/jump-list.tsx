import { Dialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { Counts } from '../filling/counts.js';
import { pageOfSection, type Page } from '../filling/pages.js';
import { NoteJumps } from './returned-banner.js';
import type { ReviewNotes } from './review-notes.js';
import type { Form } from '../filling/use-form.js';

/** All sections with how far each has come; a tap goes there. */
export function JumpList({ form, page, notes, onGo, onJump, onClose }: JumpListProps) {
  const { say, word } = useLanguage();
  const leave = (run: () => void) => {
    onClose();
    run();
  };
  const current = page.kind === 'finish' ? form.sections.length : page.at;
  return (
    <Dialog title={say('tablet.sections')} kind="drawer" onClose={onClose}>
      {notes.at.size > 0 && (
        <>
          <h3>{say('tablet.review.notes')}</h3>
          <NoteJumps notes={notes} onJump={(path) => leave(() => onJump(path))} />
        </>
      )}
      <ol className="plain-list">
        {form.sections.map(({ section }, at) => (
          <li key={section.code}>
            <button
              type="button"
              className="row-button"
              aria-current={at === current ? 'page' : undefined}
              onClick={() => leave(() => onGo(pageOfSection(form.pages, at)))}
            >
              <span>{`${at + 1}. ${word(section.title)}`}</span>
              <CountsText counts={form.counts[at]} />
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="row-button"
            aria-current={page.kind === 'finish' ? 'page' : undefined}
            onClick={() => leave(() => onGo(form.pages.length - 1))}
          >
            <span>{say('tablet.finish')}</span>
            <CountsText counts={form.total} />
          </button>
        </li>
      </ol>
      <div className="actions">
        <button type="button" className="primary" onClick={onClose}>
          {say('tablet.close')}
        </button>
      </div>
    </Dialog>
  );
}

function CountsText({ counts }: { readonly counts: Counts | undefined }) {
  const { say } = useLanguage();
  if (!counts) return null;
  const { answered, asked, missing, flagged } = counts;
  return (
    <span className="counts-text">
      <span>
        {answered === asked && missing === 0 && <Icon name="done" />}
        {say('tablet.progress.answered', { answered, asked })}
      </span>
      {missing > 0 && <span>{say('tablet.progress.missing', { count: missing })}</span>}
      {flagged > 0 && (
        <span className="flagged">
          <Icon name="warning" />
          {say('tablet.progress.flagged', { count: flagged })}
        </span>
      )}
    </span>
  );
}

interface JumpListProps {
  readonly form: Form;
  readonly page: Page;
  readonly notes: ReviewNotes;
  readonly onGo: (place: number) => void;
  readonly onJump: (path: string) => void;
  readonly onClose: () => void;
}
