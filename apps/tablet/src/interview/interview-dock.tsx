import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';

/** Back and on, under the thumb. */
export function InterviewDock({ isFirst, isLast, onPrevious, onNext }: InterviewDockProps) {
  const { say } = useLanguage();
  return (
    <footer className="dock">
      <nav className="dock-row" aria-label={say('tablet.pages')}>
        <button type="button" disabled={isFirst} onClick={onPrevious}>
          <Icon name="back" />
          {say('tablet.previous')}
        </button>
        {!isLast && (
          <button type="button" className="primary" onClick={onNext}>
            {say('tablet.next')}
            <Icon name="next" />
          </button>
        )}
      </nav>
    </footer>
  );
}

interface InterviewDockProps {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}
