import { useEffect, useId, useRef, useState, type PointerEvent } from 'react';
import { useLanguage } from '../parts/language.js';
import { typedDirection } from '../parts/typed-direction.js';
import { contextOf } from '../photo/picture.js';

const size = { width: 720, height: 240 } as const;

/** A sheet to sign on with a finger or pen. Who cannot draw types the name, and it is drawn for them. */
export function SignaturePad({ labelledBy, onKeep }: SignaturePadProps) {
  const { say } = useLanguage();
  const pad = useRef<HTMLCanvasElement>(null);
  const field = useId();
  const [isSigned, setSigned] = useState(false);
  const [name, setName] = useState('');
  const last = useRef<{ readonly x: number; readonly y: number } | null>(null);
  useEffect(() => {
    if (pad.current) clear(pad.current);
  }, []);

  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>) => {
    const frame = currentTarget.getBoundingClientRect();
    const scale = size.width / frame.width;
    return { x: (clientX - frame.left) * scale, y: (clientY - frame.top) * scale };
  };
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!last.current) return;
    const to = pointOf(event);
    const context = contextOf(event.currentTarget);
    context.beginPath();
    context.moveTo(last.current.x, last.current.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    last.current = to;
    setSigned(true);
  };
  return (
    <div className="stack">
      <canvas
        ref={pad}
        className="pad"
        width={size.width}
        height={size.height}
        role="img"
        aria-labelledby={labelledBy}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = pointOf(event);
        }}
        onPointerMove={draw}
        onPointerUp={() => (last.current = null)}
        onPointerCancel={() => (last.current = null)}
      />
      <label htmlFor={field}>{say('tablet.signature.typed')}</label>
      <input
        id={field}
        type="text"
        dir={typedDirection(name)}
        maxLength={60}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          if (pad.current) write(pad.current, event.target.value.trim());
          setSigned(event.target.value.trim() !== '');
        }}
      />
      <div className="actions">
        <button
          type="button"
          disabled={!isSigned}
          onClick={() => {
            if (pad.current) clear(pad.current);
            setSigned(false);
            setName('');
          }}
        >
          {say('tablet.signature.clear')}
        </button>
        <button
          type="button"
          className="primary"
          disabled={!isSigned}
          onClick={() => pad.current && void onKeep(pad.current)}
        >
          {say('tablet.signature.keep')}
        </button>
      </div>
    </div>
  );
}

function clear(pad: HTMLCanvasElement): void {
  const context = contextOf(pad);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  context.strokeStyle = '#1a1d21';
  context.lineWidth = 4;
  context.lineCap = 'round';
}

function write(pad: HTMLCanvasElement, name: string): void {
  clear(pad);
  const context = contextOf(pad);
  context.fillStyle = '#1a1d21';
  context.font = 'italic 64px "IBM Plex Sans", "IBM Plex Sans Arabic", sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(name, size.width / 2, size.height / 2, size.width - 40);
}

export interface SignaturePadProps {
  readonly labelledBy: string;
  readonly onKeep: (canvas: HTMLCanvasElement) => Promise<void>;
}
