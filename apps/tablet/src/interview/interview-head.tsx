import { UnsavedLine } from '../filling/unsaved-line.js';
import type { Keeping } from '../filling/sheet-keeper.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { DropButton } from './drop-button.js';

/** What stays in sight above a question: whose survey it is, whether all is saved, how far it has come, and the ways out. */
export function InterviewHead({ title, keeping, at, of, onRetry, onLeave, onDrop, onDropped }: InterviewHeadProps) {
  const { say } = useLanguage();
  const count = say('survey.question', { at: Math.min(at + 1, of), of });
  const drop = async () => {
    await onDrop();
    onDropped();
  };
  return (
    <header className="capture-head">
      <div className="head-row">
        <button type="button" className="bare" aria-label={say('interview.leave')} onClick={onLeave}>
          <Icon name="back" />
        </button>
        <div className="head-title">
          <h1>{title}</h1>
          {keeping !== 'failed' && (
            <span className="saved">{keeping === 'saved' ? say('tablet.saved') : say('tablet.saving')}</span>
          )}
        </div>
        <DropButton onDrop={drop} />
      </div>
      {keeping === 'failed' && <UnsavedLine onRetry={onRetry} />}
      {at < of && <p className="progress">{count}</p>}
      <progress max={of} value={at} aria-label={count} />
    </header>
  );
}

interface InterviewHeadProps {
  readonly title: string;
  readonly keeping: Keeping;
  /** The page that is open, counted from 0; `of` when all were. */
  readonly at: number;
  readonly of: number;
  readonly onRetry: () => void;
  readonly onLeave: () => void;
  readonly onDrop: () => Promise<void>;
  readonly onDropped: () => void;
}
