import { useState } from 'react';
import { withValue } from '../filling/sheet-changes.js';
import { useVisit } from '../capture/visit-filling.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { forgetPhoto, keepPhoto } from '../photo/keep-photo.js';
import { PhotoImage } from '../photo/photo-image.js';
import { nowStamp } from './clock-time.js';
import type { InputProps } from './input-props.js';
import { SignaturePad } from './signature-pad.js';

/** A signature: drawn, or a typed name that is drawn. Kept as a picture like any photo. */
export function SignatureInput({ item, spot, value, labelledBy }: InputProps<'signature'>) {
  const { say, word } = useLanguage();
  const filling = useVisit();
  const [failed, setFailed] = useState(false);
  const keep = async (canvas: HTMLCanvasElement) => {
    setFailed(false);
    try {
      await keepPhoto(filling, canvas, { takenAt: nowStamp(), blurred: false }, (hash) => withValue(spot, hash));
    } catch {
      setFailed(true);
    }
  };
  if (typeof value === 'string') {
    return (
      <div className="stack">
        <PhotoImage hash={value} alt={say('tablet.signature.alt', { about: word(item.text) })} />
        <button
          type="button"
          onClick={() => void forgetPhoto(filling, value, withValue(spot, undefined)).catch(() => setFailed(true))}
        >
          <Icon name="undo" />
          {say('tablet.signature.again')}
        </button>
      </div>
    );
  }
  return (
    <>
      <SignaturePad labelledBy={labelledBy} onKeep={keep} />
      {failed && (
        <p className="fault" role="alert">
          {say('tablet.photo.full')}
        </p>
      )}
    </>
  );
}
