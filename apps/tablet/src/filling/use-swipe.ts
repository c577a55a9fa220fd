import { useRef, type PointerEvent } from 'react';
import { swipeOf } from './swipe.js';

/** Where a finger draws or scrolls along, it turns no page. */
const otherUses = 'canvas, textarea, input[type="text"], .photo-strip, dialog';

/** Turning pages with a finger; with a mouse nothing is swiped, so that text can be marked. */
export function useSwipe(direction: 'rtl' | 'ltr', turn: (to: 'next' | 'previous') => void) {
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onPointerDown: ({ pointerType, target, clientX, clientY }: PointerEvent<HTMLElement>) => {
      const isOurs = pointerType !== 'mouse' && !(target as HTMLElement).closest(otherUses);
      from.current = isOurs ? { x: clientX, y: clientY } : null;
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
      const swipe = from.current && swipeOf(clientX - from.current.x, clientY - from.current.y, direction);
      from.current = null;
      if (swipe) turn(swipe);
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}
