import type { FaultReason } from '#contract';
import { numberIn, westernDigits } from './number-cell.js';

/** What a cell says, or why it cannot be taken. */
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

const truths: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  '1': true,
  نعم: true,
  no: false,
  false: false,
  '0': false,
  لا: false,
};

const truth: CellKind = {
  read: (text) => {
    const said = westernDigits(text.toLowerCase());
    return Object.hasOwn(truths, said)
      ? { value: truths[said] }
      : { reason: 'notOneOf', params: { options: 'yes, no, نعم, لا' } };
  },
  write: (value) => (value ? 'yes' : 'no'),
};

/** A list of codes; a dash is a list of none. */
const list: CellKind = {
  read: (text) => ({ value: text === '-' ? [] : text.split(/[\s,;|،؛]+/).filter((one) => one !== '') }),
  write: (value) => (value as readonly string[]).join(', ') || '-',
};

/** A number, or a day as YYYY-MM-DD. */
const numberOrDay: CellKind = {
  read: (text) => {
    const day = westernDigits(text);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { value: day } : number.read(text);
  },
  write: String,
};

/** The kinds that any document may have; a room makes its own for what only its documents hold. */
export const cellKinds = { words, number, truth, list, numberOrDay };
