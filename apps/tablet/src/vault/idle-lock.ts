/** How long an open vault stays open while nobody touches the tablet, or while it is hidden. */
export const idleMs = 5 * 60_000;

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/**
 * Locks after five minutes without a touch. Hidden pages' timers may stand still, so the time is looked at again
 * before a page is seen. Returns how to stop.
 */
export function idleLock(lock: () => void): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  let touchedAt = Date.now();
  const look = () => {
    const idle = Date.now() - touchedAt;
    // A clock that was set back tells nothing about the time that passed.
    if (idle < 0) touchedAt = Date.now();
    else if (idle >= idleMs) lock();
  };
  for (const touch of touches)
    addEventListener(touch, () => (touchedAt = Date.now()), { signal, passive: true, capture: true });
  document.addEventListener('visibilitychange', look, { signal });
  const timer = setInterval(look, 10_000);
  return () => {
    stopping.abort();
    clearInterval(timer);
  };
}
