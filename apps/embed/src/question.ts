import type { ShortItem } from '../../api/src/surveys/kiosk/survey-form.js';
import { face } from '../../kiosk/src/face.js';
import { el } from './element.js';
import type { Words } from './words.js';

/** One question with its answers as real fields, named after it. */
export function question(item: ShortItem, words: Words): HTMLElement {
  const optional = item.required ? [] : [el('span', { className: 'soft' }, ` ${words.say('embed.optional')}`)];
  const help = item.help ? [el('p', { className: 'soft', id: `${item.code}-help` }, words.word(item.help))] : [];
  const text = words.word(item.text);
  if (item.type === 'text') {
    const field = el('textarea', { name: item.code, maxLength: item.most, ariaLabel: text });
    return el('div', {}, el('p', { className: 'asked', ariaHidden: 'true' }, text, ...optional), ...help, field);
  }
  const options = item.options.map(({ code, text: own, mood }) => {
    const type = item.type === 'choices' ? 'checkbox' : 'radio';
    const drawn = mood === undefined ? [] : [face(mood)];
    return el(
      'label',
      {},
      ...drawn,
      el('input', { type, name: item.code, value: code }),
      el('span', {}, words.word(own)),
    );
  });
  const isFaces = item.options.some(({ mood }) => mood !== undefined);
  const list = el('div', { className: isFaces ? 'options faces' : 'options' }, ...options);
  const asked = el('fieldset', {}, el('legend', {}, text, ...optional), ...help, list);
  if (help.length > 0) asked.setAttribute('aria-describedby', `${item.code}-help`);
  if (item.type === 'choices') list.addEventListener('change', ({ target }) => keepWithin(item, list, target));
  return asked;
}

/** No more than may be chosen, and nothing beside what stands alone: the last tap gives way, or the others do. */
function keepWithin({ most, alone }: ShortItem, list: HTMLElement, target: EventTarget | null): void {
  const last = target as HTMLInputElement;
  if (!last.checked) return;
  const chosen = [...list.querySelectorAll('input')].filter((one) => one.checked);
  for (const one of chosen)
    if (one !== last && (alone.includes(last.value) || alone.includes(one.value))) one.checked = false;
  if (chosen.filter((one) => one.checked).length > most) last.checked = false;
}
