import { setTimeout as pause } from 'node:timers/promises';
import type { Fold } from '#surveys';

/** Between two looks for what is new, in ms: an answer is in the figures about that long after it was acknowledged. */
const rhythm = 500;
/** The longest wait after a failure, in ms: doubled from the rhythm on. */
const longest = 10_000;
/** Responses that one transaction folds: were there as many, more are waiting and nobody pauses. */
const slice = 20_000;

/**
 * Folds responses until `stop` is aborted. It is no job of the queue: a job for each response would cost more than storing
 * the response does, and it is known without one whether there is anything to fold. While the database is away it waits.
 * @param onLost told why it could not fold; it tries again
 */
export async function keepFolding(
  fold: Pick<Fold, 'fold'>,
  stop: AbortSignal,
  onLost: (reason: unknown) => void,
): Promise<void> {
  let delay = rhythm;
  while (!stop.aborted) {
    try {
      const folded = await fold.fold(slice);
      delay = folded >= slice ? 0 : rhythm;
    } catch (error) {
      if (stop.aborted) return;
      delay = Math.min(Math.max(delay, rhythm) * 2, longest);
      onLost(error);
    }
    await pause(delay, undefined, { signal: stop }).catch(() => undefined);
  }
}
