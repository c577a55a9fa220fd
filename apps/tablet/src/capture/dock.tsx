import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { PlaceCard } from '../stamps/place-card.js';
import { useStamping, useStampText } from '../stamps/stamp-bar.js';
import { nextStamp } from '../stamps/stamps.js';
import { useVisit } from './visit-filling.js';
import type { Notice } from '../filling/notice.js';
import type { Page } from '../filling/pages.js';
import { TurnBar } from '../filling/turn-bar.js';

/** What lies under the thumb: back and on, the next stamp, and a word on what was just done. */
export function Dock({ pages, place, notice, onTurn }: DockProps) {
  const { say } = useLanguage();
  const { draft, tell } = useVisit();
  const stamp = useStamping();
  const shown = useStampText();
  const next = nextStamp(draft.stamps);
  const isLast = place === pages.length - 1;
  const asksForPlace = draft.stamps.end !== undefined && !draft.places.end && !isLast;
  return (
    <footer className="dock">
      {asksForPlace && <PlaceCard when="end" />}
      <div role="status" className="told" data-tone={notice?.tone ?? 'plain'}>
        {notice && (
          <>
            <span>{notice.text}</span>
            {notice.actions?.map(({ label, run }) => (
              <button
                key={label}
                type="button"
                className="plain"
                onClick={() => {
                  run();
                  tell(null);
                }}
              >
                {label}
              </button>
            ))}
          </>
        )}
      </div>
      <TurnBar
        place={place}
        count={pages.length}
        next={place === pages.length - 2 ? say('tablet.finish') : say('tablet.next')}
        onTurn={onTurn}
      >
        {next && (
          <button
            type="button"
            className="dock-stamp"
            onClick={() => stamp(next)}
            aria-label={say('tablet.stamp.now', { stamp: say(`tablet.stamp.${next}`) })}
          >
            <Icon name="clock" />
            {shown(next)}
          </button>
        )}
      </TurnBar>
    </footer>
  );
}

interface DockProps {
  readonly pages: readonly Page[];
  readonly place: number;
  readonly notice: Notice | null;
  readonly onTurn: (to: 'next' | 'previous') => void;
}
