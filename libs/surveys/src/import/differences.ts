import type { Fault } from '#contract';
import { contentHash } from '#documents';
import type { DifferingRow } from './responses-import.queries.js';

/** What of a row contradicts what is stored under its number. */
export function* differences({ line, sheet, storedSheet, storedPlace, storedDay }: DifferingRow): Generator<Fault> {
  const fault = (where: string, stored: string): Fault => ({ where, line, reason: 'contradicts', params: { stored } });
  if (storedPlace !== null) yield fault('centre', storedPlace);
  if (storedDay !== null) yield fault('date', storedDay);
  for (const code of Object.keys({ ...storedSheet.answers, ...sheet.answers })) {
    const [stored, sent] = [storedSheet.answers[code] ?? null, sheet.answers[code] ?? null];
    if (contentHash(stored) !== contentHash(sent)) yield fault(code, shown(stored?.value ?? stored));
  }
}

function shown(value: unknown): string {
  if (value === null) return '—';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);
}
