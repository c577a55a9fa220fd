import { FillingHead } from '../filling/filling-head.js';
import type { Saving } from '../filling/use-kept.js';
import { useLanguage } from '../parts/language.js';
import { DropButton } from './drop-button.js';

/** What stays in sight above a question: whose survey it is, whether all is saved, how far it has come, and the ways out. */
export function InterviewHead({ title, saving, at, of, onLeave, onDrop, onDropped }: InterviewHeadProps) {
  const { say } = useLanguage();
  const count = say('survey.question', { at: Math.min(at + 1, of), of });
  const drop = async () => {
    await onDrop();
    onDropped();
  };
  return (
    <FillingHead
      title={title}
      back={say('interview.leave')}
      onBack={onLeave}
      saving={saving}
      tools={<DropButton onDrop={drop} />}
    >
      {at < of && <p className="progress">{count}</p>}
      <progress max={of} value={at} aria-label={count} />
    </FillingHead>
  );
}

interface InterviewHeadProps {
  readonly title: string;
  readonly saving: Saving;
  /** The page that is open, counted from 0; `of` when all were. */
  readonly at: number;
  readonly of: number;
  readonly onLeave: () => void;
  readonly onDrop: () => Promise<void>;
  readonly onDropped: () => void;
}
