import { Temporal } from 'temporal-polyfill';
import type { FaultReason } from '#contract';
import { textFrom } from './text.js';

/** What a cell says when it is read as a day. */
export type DayReading =
  | { readonly kind: 'day'; readonly value: string }
  | { readonly kind: 'missing' }
  | {
      readonly kind: 'fault';
      readonly reason: FaultReason;
      readonly params?: Readonly<Record<string, string>>;
    };

/** A cell as a day of the years 1000 to 2999: `2026-01-31` and nothing else, since `1/2/2026` is two days. */
export function dayFrom(cell: string): DayReading {
  const read = textFrom(cell);
  if (read.kind !== 'text') return read;
  if (isDay(read.value)) return { kind: 'day', value: read.value };
  return { kind: 'fault', reason: 'invalid', params: { expected: '2026-01-31' } };
}

function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false; // 30 February
  }
}
