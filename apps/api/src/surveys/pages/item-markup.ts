import { isAskable, isChosen, type PageFault } from '#campaigns';
import { html, type Html } from '../../pages/html.js';
import { grid, oneOf, order, someOf } from './chosen-inputs.js';
import { faultWords, timeExample } from './fault-words.js';
import { faultId, helpId, type ShownItem } from './shown-item.js';
import { pairInput } from './pair-input.js';
import { dateHint, dateInput, notApplicable, numberInput, remark, textInput, timeInput } from './typed-inputs.js';

/** One question with all that belongs to it: its words, help, what is wrong, the answer, why it does not apply, a remark. */
export function itemMarkup(shown: ShownItem): Html {
  const { item, words, isAlone, faults } = shown;
  if (!isAskable(item)) return note(shown);
  const whole = `a.${item.code}`;
  const wrong = faultAt(shown, whole);
  const help = helpOf(shown);
  const described = [help && helpId(whole), wrong && faultId(whole)].filter(Boolean).join(' ');
  const text = html`${words.word(item.text)}${!item.required && html` <span class="soft">${words.said('survey.optional')}</span>`}`;
  const heading = isAlone ? html`<h1>${text}</h1>` : text;
  // The rows of a grid are marked each.
  const bad = faults.length > 0 && item.type !== 'matrix' ? ' bad' : '';
  const inner = html`${help && html`<div class="hint" id="${helpId(whole)}">${help}</div>`}${wrong}${inputOf(shown, described)}${
    isChosen(item) ? null : notApplicable(shown)
  }${remark(shown, (field) => faultAt(shown, field))}`;
  const focus = shown.isAdded && html` tabindex="-1" autofocus`;
  if (isOneField(shown))
    return html`<div class="question${bad}"${focus}><label class="asked" for="${whole}">${heading}</label>${inner}</div>`;
  const by = described !== '' && html` aria-describedby="${described}"`;
  return html`<fieldset class="question${bad}"${by}${focus}><legend class="asked">${heading}</legend>${inner}</fieldset>`;
}

function isOneField({ item: { type } }: ShownItem): boolean {
  return type === 'text' || type === 'number' || type === 'money' || type === 'time';
}

function note({ item, words }: ShownItem): Html {
  return html`<div class="note"><p>${words.word(item.text)}</p>${item.help && html`<p class="hint">${words.word(item.help)}</p>`}</div>`;
}

/** The help of the document, and what a page itself says about such an answer. */
function helpOf(shown: ShownItem): Html | null {
  const { item, words } = shown;
  const own = item.help && html`<p>${words.word(item.help)}</p>`;
  const more = moreHelp(shown);
  return own || more ? html`${own}${more && html`<p>${more}</p>`}` : null;
}

function moreHelp(shown: ShownItem): Html | null {
  const { item, words } = shown;
  if (item.type === 'date') return dateHint(shown);
  if (item.type === 'time' || item.type === 'timePair') return words.said('survey.timeHint', timeExample(words));
  if (item.type !== 'text') return null;
  const most = words.said('survey.atMost', { max: words.number(item.maxLength) });
  // Where the document helps, it says what must not be written.
  return item.help ? most : html`${words.said('survey.nothingPersonal')} ${most}`;
}

function inputOf(shown: ShownItem, described: string): Html | null {
  const { item } = shown;
  const invalid = faultsAt(shown, `a.${item.code}`) !== undefined && html` aria-invalid="true"`;
  const unit = item.type === 'money' || (item.type === 'number' && item.unit) ? `a.${item.code}-unit` : '';
  const by = [described, unit].filter(Boolean).join(' ');
  const marks = html`${by !== '' && html` aria-describedby="${by}"`}${invalid}`;
  switch (item.type) {
    case 'yesNo':
    case 'scale':
    case 'choice':
      return oneOf({ ...shown, item });
    case 'choices':
      return someOf({ ...shown, item });
    case 'matrix':
      return grid({ ...shown, item }, (field) => faultAt(shown, field));
    case 'ranking':
      return order({ ...shown, item });
    case 'text':
      return textInput({ ...shown, item }, marks);
    case 'number':
    case 'money':
      return numberInput({ ...shown, item }, marks);
    case 'time':
      return timeInput({ ...shown, item }, marks);
    case 'date':
      return dateInput({ ...shown, item });
    case 'timePair':
      return pairInput({ ...shown, item }, invalid, (field) => faultAt(shown, field));
    default:
      return null;
  }
}

function faultsAt({ faults }: ShownItem, field: string): PageFault | undefined {
  return faults.find((one) => one.field === field || (one.field.startsWith('n.') && field === `a.${one.item.code}`));
}

function faultAt(shown: ShownItem, field: string): Html | null {
  const fault = faultsAt(shown, field);
  if (!fault) return null;
  const { words, fields } = shown;
  return html`<p class="fault" id="${faultId(field)}"><span class="unseen">${words.said('survey.errorMark')} </span>${faultWords(fault, words, fields)}</p>`;
}
