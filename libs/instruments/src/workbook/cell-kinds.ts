import type { FaultReason } from '#contract';
import type { PointsRange } from '../document/rules.js';
import { numberIn, westernDigits } from './number-cell.js';
import { rangesExample, rangesIn, rangesText } from './ranges-cell.js';

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

const ranges: CellKind = {
  read: (text) => {
    const value = rangesIn(text);
    return value === null ? { reason: 'invalid', params: { expected: rangesExample } } : { value };
  },
  write: (value) => rangesText(value as readonly PointsRange[]),
};

/** A number, or a day as YYYY-MM-DD. */
const bound: CellKind = {
  read: (text) => {
    const day = westernDigits(text);
    return /^\d{4}-\d{2}-\d{2}$/.test(day) ? { value: day } : number.read(text);
  },
  write: String,
};

export const cellKinds = { words, number, truth, list, ranges, bound };
