import { useState } from 'react';
import type { Place } from '#fieldwork';
import { withPlace } from '../capture/draft-changes.js';
import { useVisit } from '../capture/visit-filling.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { placeNow } from './place-now.js';

/**
 * Asks once for the place, at the start and at the end, and says why. A refusal is kept like a place: no visit fails for it.
 * @param stays whether it stays in sight, as one line, when there is something to tell
 */
export function PlaceCard({ when, stays = false }: { readonly when: 'start' | 'end'; readonly stays?: boolean }) {
  const { say } = useLanguage();
  const { draft, change } = useVisit();
  const [isBusy, setBusy] = useState(false);
  const place = draft.places[when];
  const ask = async () => {
    setBusy(true);
    const found = await placeNow();
    setBusy(false);
    change(withPlace(when, found));
  };
  if (place && !stays) return null;
  return (
    <section className="place" aria-label={say(`tablet.place.${when}`)}>
      <Icon name="place" />
      <div>
        <strong>{say(`tablet.place.${when}`)}</strong>
        <p>{place ? <PlaceText place={place} /> : say('tablet.place.why')}</p>
      </div>
      <div className="choices-of-place">
        {(!place || 'unavailable' in place || 'refused' in place) && (
          <button type="button" disabled={isBusy} onClick={() => void ask()}>
            {isBusy ? say('tablet.place.asking') : say('tablet.place.share')}
          </button>
        )}
        {!place && (
          <button type="button" className="plain" onClick={() => change(withPlace(when, { refused: true }))}>
            {say('tablet.place.refuse')}
          </button>
        )}
      </div>
    </section>
  );
}

function PlaceText({ place }: { readonly place: Place }) {
  const { say } = useLanguage();
  if ('refused' in place) return say('tablet.place.refused');
  if ('unavailable' in place) return say('tablet.place.unavailable');
  return say('tablet.place.accuracy', { metres: Math.round(place.accuracy) });
}
