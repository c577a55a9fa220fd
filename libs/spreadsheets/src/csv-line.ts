/** A cell of a CSV: a number is written as a number, nothing as nothing. */
export type CsvCell = string | number | null | undefined;

/**
 * What a program for tables may calculate: `=`, `+`, `-`, `@` and their full-width forms, also behind blanks and signs that nobody
 * sees, and whatever begins with a control character; with or without apostrophes in front.
 */
const calculated = /^'*(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|\p{Cc})/u;

/**
 * A line of a CSV in which no text is taken for a formula: one that might be begins with one apostrophe more (`withoutGuard` takes it
 * away again). Numbers go as they are, `-5` too.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

/** What stood in a cell before `csvLine` kept it from being a formula. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && calculated.test(cell) ? cell.slice(1) : cell;
}

function written(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell ?? '';
  return `"${(calculated.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
