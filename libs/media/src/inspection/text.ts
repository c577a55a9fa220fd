import { active, doubtful } from './refused.js';

/** What a browser or an office program takes for a page rather than text, wherever in it. */
const markup = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|meta|link|\?xml|\?php)\b/i;
/** A cell that a spreadsheet takes for a formula: it begins with = or @, or with a sign that no number follows. */
const formula = /(?:^|[,;\t\r\n"])[ "]{0,4}(?:[=@]|[+-](?![\d.,٠-٩ ]))/;

/** Whether bytes are text in UTF-8 without control characters. */
export function isText(content: Buffer): boolean {
  const text = decoded(content);
  return text !== null && !/[\x00-\x08\x0b\x0e-\x1f\x7f]/.test(text); // eslint-disable-line no-control-regex -- what text has not
}

/** Refuses pages that pass for text, and tables that start programs. @throws Problem `evidence.active` */
export function inspectText(content: Buffer): void {
  const text = decoded(content);
  if (text === null) throw doubtful('UTF-8');
  const found = markup.exec(text)?.[0];
  if (found) throw active(found);
  if (formula.test(text)) throw active('=');
}

function decoded(content: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
