import type { Fault, Say, Wording } from '#contract';
import type { Item } from '#instruments';

/** What is wrong at an item, in words: the document's own where a rule of the form is broken. */
export function faultText(
  { where, reason, params = {} }: Fault,
  item: Item | null,
  say: Say,
  word: (wording: Wording) => string,
): string {
  if (reason === 'constraint') {
    const { number, ...message } = params;
    const spoken = word(message as Wording);
    return spoken === '' ? say('fault.constraint', { number: number ?? 1 }) : spoken;
  }
  if (reason === 'missing') return missingText(where, item, say, word);
  if (reason === 'standsAlone')
    return say('fault.standsAlone', { option: optionText(item, String(params['option']), word) });
  return say(`fault.${reason}`, params);
}

/** Something left out within an answer is named: the second stamp, a row. */
function missingText(where: string, item: Item | null, say: Say, word: (wording: Wording) => string): string {
  const part = where.slice(where.lastIndexOf('.') + 1);
  if (item?.type === 'timePair' && (part === 'from' || part === 'to'))
    return say('tablet.missingPart', { part: word(item[part]) });
  const row = item?.type === 'matrix' ? item.rows.find(({ code }) => code === part && item.code !== part) : undefined;
  return row ? say('tablet.missingPart', { part: word(row.text) }) : say('tablet.missing');
}

function optionText(item: Item | null, code: string, word: (wording: Wording) => string): string {
  const options = item && 'options' in item ? item.options : [];
  return word(options.find((one) => one.code === code)?.text ?? { ar: code, en: code });
}
