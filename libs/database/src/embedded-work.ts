import { holdDatabase, type HeldDatabase, type HoldSettings } from './embedded-hold.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs one piece of work on the database of the settings, held for as long as it takes; see holdDatabase. A Ctrl-C in the
 * middle ends the process, but leaves the database in order first.
 */
export async function withDatabase<T>(settings: HoldSettings, work: (url: string) => Promise<T>): Promise<T> {
  const held = await holdDatabase(settings);
  const leave = leaveOnSignal(held);
  try {
    return await work(held.url);
  } finally {
    await leave();
  }
}

/** @returns leaves it now; further signals then end the process as they do by themselves */
function leaveOnSignal(held: HeldDatabase): () => Promise<void> {
  let leaving: Promise<void> | null = null;
  const leave = () =>
    (leaving ??= held.leave().finally(() => signals.forEach((signal) => process.off(signal, onSignal))));
  const onSignal = (signal: NodeJS.Signals) => {
    if (!leaving) void leave().finally(() => process.kill(process.pid, signal));
  };
  for (const signal of signals) process.on(signal, onSignal);
  return leave;
}
