import { wordsOf } from '#documents';
import { fine, flaw, wrongKind, type Flaw, type ValueCheck } from '../flaw.js';

/** One of these codes. */
export function codeCheck(codes: readonly string[]): ValueCheck {
  const known = new Set<unknown>(codes);
  return (value) => (known.has(value) ? fine : notAnOption(value, codes));
}

/** Some of these codes, each once, and none beside one that stands alone. An empty list needs a lower bound of 0. */
export function choicesCheck(
  codes: readonly string[],
  { min = 1, max = codes.length, exclusive = [] }: { min?: number; max?: number; exclusive?: readonly string[] },
): ValueCheck {
  const list = listCheck(codes, max);
  return (value, finished) => {
    const flaws = list(value, finished);
    if (flaws.length > 0) return flaws;
    const chosen = value as readonly string[];
    const alone = chosen.length > 1 ? chosen.find((code) => exclusive.includes(code)) : undefined;
    if (alone !== undefined) return flaw('standsAlone', undefined, { option: alone });
    return finished && chosen.length < min ? flaw('tooFew', undefined, { min }) : fine;
  };
}

/** These codes in an order, best first: as many as are to be ranked, each once. */
export function rankingCheck(codes: readonly string[], ranks = codes.length): ValueCheck {
  const list = listCheck(codes, ranks);
  return (value, finished) => {
    const flaws = list(value, finished);
    if (flaws.length > 0) return flaws;
    return finished && (value as readonly string[]).length < ranks ? flaw('tooFew', undefined, { min: ranks }) : fine;
  };
}

/** One of these codes for each row; rows may be left out of an item that need not be answered. */
export function matrixCheck(rows: readonly string[], codes: readonly string[], required: boolean): ValueCheck {
  const known = new Set(rows);
  const options = new Set<unknown>(codes);
  return (value, finished) => {
    const given = rowsOf(value);
    if (!given) return wrongKind('notAnObject', value);
    const flaws: Flaw[] = [];
    for (const row of Object.keys(given)) {
      if (!known.has(row)) flaws.push(...flaw('unknown', undefined, undefined, `.${row.slice(0, 64)}`));
      else if (!options.has(given[row])) flaws.push(...notAnOption(given[row], codes, `.${row}`));
      if (flaws.length > rows.length) break;
    }
    if (!finished || !required) return flaws;
    const missing = rows.filter((row) => !Object.hasOwn(given, row));
    return [...flaws, ...missing.flatMap((row) => flaw('missing', undefined, undefined, `.${row}`))];
  };
}

function rowsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || !('rows' in value) || Object.keys(value).length !== 1) return null;
  const { rows } = value;
  return typeof rows === 'object' && rows !== null && !Array.isArray(rows) ? (rows as Record<string, unknown>) : null;
}

function listCheck(codes: readonly string[], max: number): ValueCheck {
  const known = new Set<unknown>(codes);
  return (value) => {
    if (!Array.isArray(value)) return wrongKind('notAList', value);
    if (value.length > max) return flaw('tooMany', undefined, { max });
    const flaws: Flaw[] = [];
    value.forEach((code: unknown, index) => {
      const first = value.indexOf(code);
      if (!known.has(code)) flaws.push(...notAnOption(code, codes, `[${index}]`));
      else if (first < index) flaws.push(...flaw('repeated', code, { first: `[${first}]` }, `[${index}]`));
    });
    return flaws;
  };
}

function notAnOption(value: unknown, codes: readonly string[], at = ''): readonly Flaw[] {
  if (typeof value !== 'string') return wrongKind('notText', value, at);
  return flaw('notOneOf', value, { options: wordsOf(codes) }, at);
}
