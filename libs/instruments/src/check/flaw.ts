import type { FaultReason } from '#contract';
import type { FaultParams } from '#documents';

/** One thing wrong with a value: `at` is its place within the value, such as `[2]` or `.from`; empty: the whole. */
export interface Flaw {
  readonly at: string;
  readonly reason: FaultReason;
  readonly params?: FaultParams;
  /** What was found there. */
  readonly found?: unknown;
}

/**
 * What is wrong with a value of one item. Of a finished sheet it must also be whole: long enough, all rows, all ranks.
 * Told without a throw for any value there can be.
 */
export type ValueCheck = (value: unknown, finished: boolean) => readonly Flaw[];

/** Nothing is wrong. One list for all, since this is the ordinary outcome. */
export const fine: readonly Flaw[] = [];

/** One thing wrong, alone. */
export function flaw(reason: FaultReason, found?: unknown, params?: FaultParams, at = ''): readonly Flaw[] {
  return [{ at, reason, ...(params ? { params } : {}), ...(found === undefined ? {} : { found }) }];
}

/** A value of another kind than this item takes. */
export function wrongKind(expected: WrongKind, found: unknown, at = ''): readonly Flaw[] {
  return flaw(expected, found, undefined, at);
}

type WrongKind = 'notText' | 'notANumber' | 'notAList' | 'notAnObject';

/** Whether it is an object with fields, as JSON has them. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields that have no place here. */
export function unknownFields(value: object, known: readonly string[]): readonly Flaw[] {
  const unknown = Object.keys(value).filter((key) => !known.includes(key));
  return unknown.length === 0
    ? fine
    : unknown.flatMap((key) => flaw('unknown', undefined, undefined, `.${key.slice(0, 64)}`));
}
