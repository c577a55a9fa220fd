import { useEffect, useState } from 'react';

/** The device's time in ms since 1970, told anew every half minute: ages on the screen keep pace. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
