import type { AnswerSheet } from '#instruments';

/** What is filled, whatever it is about. Every change of it is saved at once. */
export interface Filled {
  /** Minted when it begins: the id of what it will be. */
  readonly id: string;
  readonly sheet: AnswerSheet;
  readonly startedAt: string;
  readonly changedAt: string;
  /** The page that was open last. */
  readonly page: number;
}

/** Why something that waits has not gone. */
export type Holdup =
  | { readonly kind: 'offline'; readonly since: string }
  /** The server said no: its code and words. It is tried again when the shopper asks, or after new work came. */
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string; readonly at: string };
