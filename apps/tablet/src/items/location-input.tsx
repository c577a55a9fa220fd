import { useState } from 'react';
import { useLanguage } from '../parts/language.js';
import { Icon } from '../parts/icon.js';
import { placeNow } from '../stamps/place-now.js';
import type { InputProps } from './input-props.js';

/** The place the tablet is at, asked for by a tap. A refusal is an answer. */
export function LocationInput({ value, onValue, describedBy }: InputProps<'location'>) {
  const { say } = useLanguage();
  const [state, setState] = useState<'idle' | 'busy' | 'unavailable'>('idle');
  const ask = async () => {
    setState('busy');
    const place = await placeNow();
    setState('unavailable' in place ? 'unavailable' : 'idle');
    if ('refused' in place) onValue({ refused: true });
    else if ('latitude' in place) {
      const { latitude, longitude, accuracy } = place;
      onValue({ latitude, longitude, accuracy });
    }
  };
  return (
    <div className="stack">
      {typeof value === 'object' && 'latitude' in value && (
        <p>{say('tablet.place.accuracy', { metres: Math.round(value.accuracy) })}</p>
      )}
      {typeof value === 'object' && 'refused' in value && <p>{say('tablet.place.refused')}</p>}
      {state === 'unavailable' && <p className="fault">{say('tablet.place.unavailable')}</p>}
      <div className="choices-of-place">
        <button type="button" disabled={state === 'busy'} aria-describedby={describedBy} onClick={() => void ask()}>
          <Icon name="place" />
          {state === 'busy' ? say('tablet.place.asking') : say('tablet.place.share')}
        </button>
        <button type="button" className="plain" onClick={() => onValue({ refused: true })}>
          {say('tablet.place.refuse')}
        </button>
      </div>
    </div>
  );
}
