const tickMs = 60_000;

/** What there is to do when the browser tells that something changed around the page. */
export interface WakeUps {
  /** Every minute. */
  readonly tick: () => void;
  readonly online: () => void;
  readonly offline: () => void;
  /** The page is looked at again. */
  readonly seen: () => void;
}

/** Listens until it is stopped. */
export function wakeUps(stopped: AbortSignal, { tick, online, offline, seen }: WakeUps): void {
  const ticking = setInterval(tick, tickMs);
  stopped.addEventListener('abort', () => clearInterval(ticking));
  addEventListener('online', online, { signal: stopped });
  addEventListener('offline', offline, { signal: stopped });
  const look = () => document.visibilityState === 'visible' && seen();
  document.addEventListener('visibilitychange', look, { signal: stopped });
}
