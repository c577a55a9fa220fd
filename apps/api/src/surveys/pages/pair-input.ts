import { fieldOf } from '#campaigns';
import type { Item } from '#instruments';
import { html, type Html } from '../../pages/html.js';
import { faultId, type ShownItem } from './shown-item.js';

/** Two times of one day, each by its name. What is wrong with the first, or with both, is told above them. */
export function pairInput(
  { item, words, fields }: ShownItem<Extract<Item, { type: 'timePair' }>>,
  invalid: Html | false,
  fault: (field: string) => Html | null,
): Html {
  const whole = fieldOf(item.code);
  const ends = (['from', 'to'] as const).map((end) => {
    const name = fieldOf(item.code, end);
    const wrong = end === 'to' ? fault(name) : null;
    const marks = end === 'from' ? invalid : wrong && html` aria-invalid="true" aria-describedby="${faultId(name)}"`;
    const id = end === 'from' ? whole : name;
    return html`<div class="part"><label for="${id}">${words.word(item[end])}</label>${wrong}<input class="short" type="time" id="${id}" name="${name}" value="${fields[name]}"${marks}></div>`;
  });
  return html`<div class="parts ends">${ends}</div>`;
}
