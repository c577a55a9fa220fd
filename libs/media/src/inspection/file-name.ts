import { Problem } from '#contract';

/** The most characters of a file's name. */
const longest = 150;

/** Letters, marks and digits of any script, spaces and . _ - ( ) & , + and the joiners that some scripts spell with. */
const allowed = /^[\p{L}\p{M}\p{N}_(][\p{L}\p{M}\p{N} ._\-(),&+\u200c\u200d]*\.[A-Za-z0-9]{1,5}$/u;

/**
 * A file's name as it is kept and handed out: composed (NFC). Nothing in it can be a path, a control or a mark that turns
 * the direction of what follows, so that a name shows the extension it has.
 * @throws Problem `evidence.nameInvalid`
 */
export function fileNameOf(sent: string): string {
  const name = sent.normalize('NFC').trim();
  if (name.length > longest || !allowed.test(name) || name.includes('..')) throw new Problem('evidence.nameInvalid');
  return name;
}

/** The extension of a name, in lower case. */
export function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
