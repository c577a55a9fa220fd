/**
 * Why a document could not be printed; stored with the job, so the words do not change.
 *
 * - `timeout`: not ready in the time allowed, after the browser had been replaced once.
 * - `browser`: the browser died under it, would not start or refused, twice; the message says which.
 * - `font`: a font embedded in the document cannot be read; printing on would silently use another.
 * - `navigated`: the document tried to become another one.
 * - `closed`: the printer was closed before this document's turn came.
 */
export type PrintFailure = 'timeout' | 'browser' | 'font' | 'navigated' | 'closed';

/** A print that failed for good: `reason` is for the machine, `message` for the log. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed';

  constructor(
    readonly reason: PrintFailure,
    detail: string,
    cause?: unknown,
  ) {
    super(`${reason}: ${detail}`, { cause });
  }

  /** Whether a fresh browser might do better: what is wrong with the document stays wrong. */
  get worthAnotherTry(): boolean {
    return this.reason === 'timeout' || this.reason === 'browser';
  }
}
