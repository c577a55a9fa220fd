import { useCallback, useEffect, useState } from 'react';

/** Counts whole seconds down to 0; `begin` starts anew from ms. */
export function useWait(): readonly [seconds: number, begin: (ms: number) => void] {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(() => performance.now());
  const begin = useCallback((ms: number) => {
    const at = performance.now();
    setNow(at);
    setUntil(at + ms);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    if (seconds === 0) return;
    const ticking = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(ticking);
  }, [seconds]);
  return [seconds, begin];
}

/** Seconds as `1:05`. */
export function minutesText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
