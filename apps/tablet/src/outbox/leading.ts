/** Held by the one tab that sends: as long as it is held, notes are open somewhere. */
export const openLock = 'notes-outbox';

/** Calls `lead` when this tab is the one that sends: one of all tabs, until it stops; then another follows. */
export function leading(stopped: AbortSignal, lead: () => void): void {
  const untilStopped = () =>
    new Promise<void>((resolve) => {
      lead();
      stopped.addEventListener('abort', () => resolve());
    });
  navigator.locks.request(openLock, { signal: stopped }, untilStopped).catch((error: unknown) => {
    if (!stopped.aborted) throw error;
  });
}
