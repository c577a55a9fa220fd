import { Problem, type FaultReason } from '#contract';
import { isPlainText, reservedNames } from './plain-text.js';

/** The most fields of a form or a query: no page of ours has as many, and checking each takes its time. */
export const mostFields = 50;

/** The most fields of a questionnaire's form: rows of grids and options of lists each have one. */
export const mostAnswers = 3_000;

/**
 * Reads the form of one of our pages: each field once, plain text. Refuses with `request.invalid` whatever a page of
 * ours would not send.
 */
export function readForm(body: string, most = mostFields): Record<string, string> {
  if (body.split('&', most + 1).length > most) throw refused('', 'notReadable');
  const fields: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const where = isPlainText(name) ? name.slice(0, 200) : '';
    if (reservedNames.has(name)) throw refused(where, 'unknown');
    if (Object.hasOwn(fields, name) || !isPlainText(name) || !isPlainText(value)) {
      throw refused(where, 'notReadable');
    }
    fields[name] = value;
  }
  return fields;
}

function refused(where: string, reason: FaultReason): Problem {
  return new Problem('request.invalid', { faults: [{ where, reason }] });
}
