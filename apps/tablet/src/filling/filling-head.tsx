import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { UnsavedLine } from './unsaved-line.js';
import type { Saving } from './use-kept.js';

/** What stays in sight above what is filled: the way back, what it is about, whether all is saved, and how far it has come. */
export function FillingHead({ title, back, onBack, saving, tools, children }: FillingHeadProps) {
  const { say } = useLanguage();
  return (
    <header className="capture-head">
      <div className="head-row">
        <button type="button" className="bare" aria-label={back} onClick={onBack}>
          <Icon name="back" />
        </button>
        <div className="head-title">
          <h1>{title}</h1>
          {saving && saving.keeping !== 'failed' && (
            <span className="saved">{saving.keeping === 'saved' ? say('tablet.saved') : say('tablet.saving')}</span>
          )}
        </div>
        {tools}
      </div>
      {saving?.keeping === 'failed' && <UnsavedLine onRetry={saving.onRetry} />}
      {children}
    </header>
  );
}

interface FillingHeadProps {
  readonly title: string;
  /** Where the way back leads, in words. */
  readonly back: string;
  readonly onBack: () => void;
  /** Absent: nothing is filled yet, or any more. */
  readonly saving?: Saving;
  /** What stands at the end of the line: the ways elsewhere. */
  readonly tools?: ReactNode;
  /** How far it has come. */
  readonly children?: ReactNode;
}
