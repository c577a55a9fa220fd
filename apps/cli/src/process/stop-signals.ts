/** Whoever presses Ctrl-C is heard here; npm and the terminal both pass one press on, so it comes more than once. */
const onePress = 500;

export interface StopSignals {
  /** Aborted by the first SIGINT, SIGTERM or SIGHUP, or when the process that started us is gone. */
  readonly stop: AbortSignal;
  /** Aborted by the second: no more patience. */
  readonly stopNow: AbortSignal;
}

/** Listens for the signals that end a process of ours; from then on none of them ends it by itself. */
export function listenForStop(): StopSignals {
  const stop = new AbortController();
  const stopNow = new AbortController();
  let firstAt = 0;
  const heard = () => {
    if (!stop.signal.aborted) {
      firstAt = Date.now();
      stop.abort();
    } else if (Date.now() - firstAt > onePress) stopNow.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
  // The channel to the process that started us closes when it ends, however it ends.
  process.once('disconnect', () => stop.abort());
  if (isLaunched()) watchParent(() => stop.abort());
  return { stop: stop.signal, stopNow: stopNow.signal };
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Whether npm or our own bootstrap stands between the terminal and us; a shell may end and leave us running. */
function isLaunched(): boolean {
  return process.env['npm_lifecycle_event'] !== undefined || process.env['NUJOOM_LAUNCHED'] !== undefined;
}

function watchParent(gone: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && gone(), 500).unref();
}
