import { useId, useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { useLanguage } from '../parts/language.js';
import type { Region } from './blur.js';
import { BlurStage } from './blur-stage.js';
import { blankCanvas, drawBlurred, type Picture } from './picture.js';

/** A photo before it is kept: faces and plates are made unrecognisable by hand, with a finger or with keys. */
export function PhotoEditor({ picture, onKeep, onClose }: PhotoEditorProps) {
  const { say } = useLanguage();
  const how = useId();
  const [regions, setRegions] = useState<readonly Region[]>([]);
  const [box, setBox] = useState<Region | null>(null);
  const [busy, setBusy] = useState(false);
  const { canvas } = picture;
  const keep = async () => {
    setBusy(true);
    const final = blankCanvas(canvas);
    drawBlurred(final, canvas, regions);
    await onKeep(final, regions.length > 0);
    setBusy(false);
  };
  return (
    <Dialog title={say('tablet.photo.check')} kind="whole" onClose={onClose}>
      <p id={how} className="soft">
        {box ? say('tablet.photo.boxHow') : say('tablet.photo.blurHow')}
      </p>
      <BlurStage
        picture={canvas}
        regions={regions}
        box={box}
        describedBy={how}
        onBox={setBox}
        onRegion={(region) => {
          setRegions([...regions, region]);
          setBox(null);
        }}
      />
      <p className="soft" role="status">
        {regions.length > 0 && say('tablet.photo.blurred', { count: regions.length })}
      </p>
      <div className="actions">
        <button type="button" onClick={() => setBox(box ? null : boxAmid(canvas))}>
          <Icon name="blur" />
          {box ? say('tablet.photo.boxAway') : say('tablet.photo.box')}
        </button>
        <button type="button" disabled={regions.length === 0} onClick={() => setRegions(regions.slice(0, -1))}>
          <Icon name="undo" />
          {say('tablet.undo')}
        </button>
      </div>
      <div className="actions">
        <button type="button" className="plain" onClick={onClose}>
          {say('tablet.photo.discard')}
        </button>
        <button type="button" className="primary" disabled={busy} onClick={() => void keep()}>
          {say('tablet.photo.keep')}
        </button>
      </div>
    </Dialog>
  );
}

/** A box to begin with: a fifth of the picture, in its middle. */
function boxAmid({ width, height }: { readonly width: number; readonly height: number }): Region {
  const edge = Math.max(16, Math.round(Math.min(width, height) / 5));
  return { x: Math.round((width - edge) / 2), y: Math.round((height - edge) / 2), width: edge, height: edge };
}

export interface PhotoEditorProps {
  readonly picture: Picture;
  readonly onKeep: (canvas: HTMLCanvasElement, blurred: boolean) => Promise<void>;
  readonly onClose: () => void;
}
