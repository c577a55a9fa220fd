/**
 * Why the store did not do what was asked.
 * - full: the browser has no space left; failed: it could not write for another reason
 * - unknown: there is no such assignment, draft or visit here
 * - incomplete: the draft is not a whole visit yet, or one of its photos is not here
 * - onItsWay: the server may have it already; notReturned: it has it, and did not send it back
 */
export type StoreRefusalCode = 'full' | 'failed' | 'unknown' | 'incomplete' | 'onItsWay' | 'notReturned';

/** A named refusal of the store, for the screens to say in words. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal';

  constructor(
    readonly code: StoreRefusalCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
