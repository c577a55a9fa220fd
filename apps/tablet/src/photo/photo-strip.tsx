import { useId, useRef, useState } from 'react';
import type { DraftChange } from '../capture/draft-changes.js';
import { useVisit } from '../capture/visit-filling.js';
import { ConfirmDialog } from '../parts/confirm-dialog.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import { clockOf } from '../parts/moments.js';
import { forgetPhoto, keepPhoto } from './keep-photo.js';
import { PhotoEditor } from './photo-editor.js';
import { PhotoImage } from './photo-image.js';
import { pictureOf, type Picture } from './picture.js';

/** The photos of one answer: taken with the camera, looked at, deleted. */
export function PhotoStrip({ hashes, most, add, remove, about, describedBy }: PhotoStripProps) {
  const { say } = useLanguage();
  const filling = useVisit();
  const camera = useRef<HTMLInputElement>(null);
  const trouble = useId();
  const [picture, setPicture] = useState<Picture | null>(null);
  const [wrong, setWrong] = useState<'unreadable' | 'full' | null>(null);
  const [deleting, setDeleting] = useState<string | null>(null);

  const open = async (file: File | undefined) => {
    if (!file) return;
    setWrong(null);
    try {
      setPicture(await pictureOf(file));
    } catch {
      setWrong('unreadable');
    }
  };
  const keep = async (canvas: HTMLCanvasElement, blurred: boolean) => {
    if (!picture) return;
    try {
      await keepPhoto(filling, canvas, { takenAt: picture.takenAt, blurred }, add);
    } catch {
      setWrong('full');
    }
    setPicture(null);
  };
  const discard = async (hash: string) => {
    await forgetPhoto(filling, hash, remove(hash));
    setDeleting(null);
  };

  return (
    <div className="photos">
      {hashes.length > 0 && (
        <ul className="photo-strip">
          {hashes.map((hash, at) => (
            <li key={hash}>
              <PhotoImage hash={hash} alt={altOf(hash, at)} />
              <button
                type="button"
                className="small photo-delete"
                aria-label={say('tablet.photo.delete', { number: at + 1 })}
                onClick={() => setDeleting(hash)}
              >
                <Icon name="bin" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => {
          void open(event.target.files?.[0]);
          event.target.value = ''; // the same picture may be taken once more
        }}
      />
      {hashes.length < most && (
        <button
          type="button"
          aria-describedby={[describedBy, wrong && trouble].filter(Boolean).join(' ') || undefined}
          onClick={() => camera.current?.click()}
        >
          <Icon name="camera" />
          {hashes.length === 0 ? say('tablet.photo.take') : say('tablet.photo.another')}
        </button>
      )}
      {wrong && (
        <p id={trouble} className="fault" role="alert">
          {wrong === 'full' ? say('tablet.photo.full') : say('tablet.photo.unreadable')}
        </p>
      )}
      {picture && <PhotoEditor picture={picture} onKeep={keep} onClose={() => setPicture(null)} />}
      {deleting && (
        <ConfirmDialog
          title={say('tablet.photo.deleteTitle')}
          confirm={say('tablet.photo.deleteConfirm')}
          onConfirm={() => discard(deleting)}
          onClose={() => setDeleting(null)}
        >
          <PhotoImage hash={deleting} alt={altOf(deleting, hashes.indexOf(deleting))} />
          <p>{say('tablet.photo.deleteLead')}</p>
        </ConfirmDialog>
      )}
    </div>
  );

  function altOf(hash: string, at: number): string {
    const takenAt = filling.draft.photos.find((one) => one.hash === hash)?.takenAt;
    return say('tablet.photo.alt', { number: at + 1, about, time: takenAt ? clockOf(takenAt) : '–' });
  }
}

export interface PhotoStripProps {
  readonly hashes: readonly string[];
  readonly most: number;
  /** How the draft names a photo, and stops naming it. */
  readonly add: (hash: string) => DraftChange;
  readonly remove: (hash: string) => DraftChange;
  /** What the photos show, for those who cannot see them: the question. */
  readonly about: string;
  readonly describedBy?: string | undefined;
}
