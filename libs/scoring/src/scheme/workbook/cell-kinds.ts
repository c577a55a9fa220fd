import type { FaultReason } from '#contract';
import type { GateEffect } from '../gate.js';

/** What a cell says, or why it can not be taken. */
export type CellReading =
  { readonly value: unknown } | { readonly reason: FaultReason; readonly params?: Readonly<Record<string, string>> };

/** How a value stands in a cell: what is written is read back as the same. Cells that are empty are not read. */
export interface CellKind {
  read(text: string): CellReading;
  write(value: unknown): string;
}

const words: CellKind = { read: (text) => ({ value: text }), write: String };

const number: CellKind = {
  read: (text) => {
    const value = numberIn(text);
    return value === null ? { reason: 'notANumber' } : { value };
  },
  write: String,
};

const list: CellKind = {
  read: (text) => ({ value: text.split(/[\s,;|،؛]+/).filter((one) => one !== '') }),
  write: (value) => (value as readonly string[]).join(', '),
};

/** What a gate does: `cap 4` (or `4`), `unrated`, `provisional`. */
const effect: CellKind = {
  read: (text) => {
    if (text === 'unrated' || text === 'provisional') return { value: { [text]: true } };
    const cap = numberIn(text.replace(/^cap\s*/i, ''));
    return cap === null
      ? { reason: 'notOneOf', params: { options: 'cap 1 … cap 7, unrated, provisional' } }
      : { value: { cap } };
  },
  write: (value) => {
    const said = value as GateEffect;
    return 'cap' in said ? `cap ${said.cap}` : Object.keys(said).join();
  },
};

export const cellKinds = { words, number, list, effect };

/**
 * In Western, Arabic or Persian digits; null: no number. No thousands and no decimal comma: which of the two a comma is nobody can
 * tell. An exponent is taken, since spreadsheets write very small numbers so.
 */
function numberIn(text: string): number | null {
  const western = text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  const plain = western.replace('٫', '.').replace(/^−/, '-');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null;
  return Number.isFinite(Number(plain)) ? Number(plain) : null;
}
