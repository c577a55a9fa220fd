import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useLanguage } from '../parts/language.js';
import { nudged, regionBetween, type Region } from './blur.js';
import { drawBlurred } from './picture.js';

/** The least that a finger has to draw, in pixels of the picture: less is a tap. */
const leastDrawn = 12;

/**
 * The picture as it will be kept. A finger draws what is made unrecognisable; with keys a box is moved (arrows), sized
 * (Shift and arrows) and used (Enter). Its places are those of the picture, which no language turns round.
 */
export function BlurStage({ picture, regions, box, describedBy, onBox, onRegion }: BlurStageProps) {
  const { say } = useLanguage();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<{ readonly from: Point; readonly region: Region | null } | null>(null);
  useEffect(() => {
    if (canvas.current) drawBlurred(canvas.current, picture, regions);
  }, [picture, regions]);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const frame = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - frame.left) / frame.width) * picture.width,
      y: ((event.clientY - frame.top) / frame.height) * picture.height,
    };
  };
  const shown = drawn?.region ?? null;
  return (
    <div
      className="stage"
      dir="ltr"
      onPointerDown={(event) => {
        if ((event.target as HTMLElement).tagName === 'BUTTON') return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn({ from: pointOf(event), region: null });
      }}
      onPointerMove={(event) => {
        if (drawn) setDrawn({ from: drawn.from, region: regionBetween(drawn.from, pointOf(event), picture) });
      }}
      onPointerUp={() => {
        if (shown && shown.width >= leastDrawn && shown.height >= leastDrawn) onRegion(shown);
        setDrawn(null);
      }}
      onPointerCancel={() => setDrawn(null)}
    >
      <canvas
        ref={canvas}
        width={picture.width}
        height={picture.height}
        role="img"
        aria-label={say('tablet.photo.preview')}
      />
      {shown && <span className="stage-box" style={placed(shown, picture)} />}
      {box && (
        <button
          type="button"
          className="stage-box"
          style={placed(box, picture)}
          aria-label={say('tablet.photo.boxUse')}
          aria-describedby={describedBy}
          autoFocus
          onKeyDown={(event) => {
            const next = nudged(box, event.key, event.shiftKey, picture);
            if (!next) return;
            event.preventDefault();
            onBox(next);
          }}
          onClick={() => onRegion(box)}
        />
      )}
    </div>
  );
}

type Point = { readonly x: number; readonly y: number };

const placed = ({ x, y, width, height }: Region, within: { readonly width: number; readonly height: number }) => ({
  insetInlineStart: `${(x / within.width) * 100}%`,
  insetBlockStart: `${(y / within.height) * 100}%`,
  inlineSize: `${(width / within.width) * 100}%`,
  blockSize: `${(height / within.height) * 100}%`,
});

export interface BlurStageProps {
  readonly picture: HTMLCanvasElement;
  readonly regions: readonly Region[];
  /** The box that is moved by keys; null: none. */
  readonly box: Region | null;
  readonly describedBy: string;
  readonly onBox: (box: Region) => void;
  readonly onRegion: (region: Region) => void;
}
