import { Problem, type Fault } from '#contract';
import type { Flaw } from './raw-row.js';
import { faultOf } from './row-fault.js';

/** The file is missing, a folder, a device, or may not be read. */
export function unreadable(file: string, cause?: unknown): Problem {
  return new Problem('import.fileUnreadable', { params: { file } }, { cause });
}

/** The content is neither a CSV in UTF-8 nor a workbook, whatever the name says. */
export function notATable(file: string, cause?: unknown): Problem {
  return new Problem('import.fileKind', { params: { file } }, { cause });
}

/** Names that are empty or stand twice: nobody could say which column is meant. */
export function headerInvalid(file: string, faults: readonly Fault[]): Problem {
  return new Problem('import.headerInvalid', { params: { file }, faults });
}

/**
 * A quote that is not closed before the file or the longest allowed record ends. It swallowed an unknown number
 * of records, so that this is no fault of one row: reading on would lose rows without a word.
 */
export function quoteNotClosed(file: string, line: number, column: number, value: string): Problem {
  const fault = { where: `#${column + 1}`, line, value, reason: 'notReadable' } as const;
  return new Problem('import.quoteNotClosed', { params: { file, line }, faults: [fault] });
}

/** More than the limits allow: an archive that swells, a million parts, a sheet without end. */
export function tooLarge(file: string, where: string, max: number): Problem {
  return new Problem('import.fileTooLarge', { params: { file, where, max } });
}

/** One cell is too long or holds no text, in a workbook that is read as a whole: then its row is not passed over. */
export function cellRefused(file: string, sheet: string, line: number, flaw: Flaw): Problem {
  const fault = { ...faultOf(flaw, line, []), sheet };
  if (flaw.max === undefined) return new Problem('import.fileKind', { params: { file }, faults: [fault] });
  return new Problem('import.fileTooLarge', { params: { file, where: sheet, max: flaw.max }, faults: [fault] });
}
