import type { ReactNode } from 'react';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';

/** Back and on, under the thumb. The first page has no page before it, the last none after it. */
export function TurnBar({ place, count, next, onTurn, children }: TurnBarProps) {
  const { say } = useLanguage();
  return (
    <nav className="dock-row" aria-label={say('tablet.pages')}>
      <button type="button" disabled={place === 0} onClick={() => onTurn('previous')}>
        <Icon name="back" />
        {say('tablet.previous')}
      </button>
      {children}
      {place < count - 1 && (
        <button type="button" className="primary" onClick={() => onTurn('next')}>
          {next}
          <Icon name="next" />
        </button>
      )}
    </nav>
  );
}

interface TurnBarProps {
  /** The page that is open, counted from 0. */
  readonly place: number;
  readonly count: number;
  /** The word on the button that goes on. */
  readonly next: string;
  readonly onTurn: (to: 'next' | 'previous') => void;
  /** What stands between the two. */
  readonly children?: ReactNode;
}
