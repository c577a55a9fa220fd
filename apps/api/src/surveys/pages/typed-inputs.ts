import { commentField, fieldOf, notApplicableField, reasonsOf } from '#campaigns';
import { commentLength, type Item } from '#instruments';
import { html, type Html } from '../../pages/html.js';
import { dateExample } from './fault-words.js';
import { select } from './options.js';
import type { ShownItem } from './shown-item.js';

type Kind<Type extends Item['type']> = Extract<Item, { type: Type }>;

/** What an input is described by, as attributes; empty: nothing. */
type Described = Html | null;

/**
 * What is typed runs in its own direction, and nothing yet in that of the page, so that Arabic begins on the right: of both
 * `dir="auto"` can only the first. The style tells them apart by this.
 */
const emptyAsPage = html` placeholder=" "`;

/** A text, on one line or more. Nothing is cut off: what is too long is told, and kept. */
export function textInput({ item, fields }: ShownItem<Kind<'text'>>, described: Described): Html {
  const field = fieldOf(item.code);
  const typed = fields[field] ?? '';
  if (item.lines === 'one')
    return html`<input type="text" id="${field}" name="${field}" value="${typed}"${emptyAsPage}${described}>`;
  return textarea(field, typed, 5, described);
}

/** A number in any digits: a field for numbers alone would refuse Arabic ones. */
export function numberInput({ item, words, fields }: ShownItem<Kind<'number' | 'money'>>, described: Described): Html {
  const field = fieldOf(item.code);
  const unit = item.type === 'money' ? html`${words.currency(item.currency)}` : item.unit && words.word(item.unit);
  const keys = item.type === 'number' && item.decimals === 0 && (item.min ?? -1) >= 0 ? 'numeric' : 'decimal';
  return html`<div class="measure"><input class="short" type="text" inputmode="${keys}" id="${field}" name="${field}" value="${fields[field]}"${described}>${
    unit && html`<span id="${field}-unit">${unit}</span>`
  }</div>`;
}

/** A time of day: of the device's own clock where it has one, else typed. */
export function timeInput({ item, fields }: ShownItem<Kind<'time'>>, described: Described): Html {
  const field = fieldOf(item.code);
  return html`<input class="short" type="time" id="${field}" name="${field}" value="${fields[field]}"${described}>`;
}

/** A day in three fields, which anybody can fill in any digits. */
export function dateInput({ item, words, fields }: ShownItem<Kind<'date'>>): Html {
  const whole = fieldOf(item.code);
  const parts = (['day', 'month', 'year'] as const).map((part, at) => {
    const name = fieldOf(item.code, part);
    const id = at === 0 ? whole : name;
    return html`<div class="part"><label for="${id}">${words.said(`survey.${part}`)}</label><input class="${part === 'year' ? 'four' : 'two'}" type="text" inputmode="numeric" id="${id}" name="${name}" value="${fields[name]}"></div>`;
  });
  return html`<div class="parts">${parts}</div>`;
}

/** The example beside a day. */
export function dateHint({ words }: ShownItem): Html {
  return words.said('survey.dateHint', dateExample(words));
}

/** That it does not apply, where it is not one option among others. */
export function notApplicable({ item, instrument, words, fields }: ShownItem): Html | null {
  const reasons = reasonsOf(item, instrument);
  const name = notApplicableField(item.code);
  const [only] = reasons;
  if (!only) return null;
  const given = fields[name] ?? '';
  if (reasons.length === 1) {
    const label = words.said('survey.notApplicable', { reason: words.wordText(only.text) });
    const checked = given === only.code && html` checked`;
    return html`<div class="options beside"><div class="option"><input type="checkbox" id="${name}" name="${name}" value="${only.code}"${checked}><label for="${name}"><span>${label}</span></label></div></div>`;
  }
  const options = reasons.map(({ code, text }) => ({ value: code, text: html`${words.wordText(text)}` }));
  return select(name, name, words.said('survey.applies'), words.say('survey.choose'), { options, chosen: given });
}

/** The remark beside an answer. */
export function remark({ item, words, fields }: ShownItem, fault: (field: string) => Html | null): Html | null {
  if (!item.comment) return null;
  const field = commentField(item.code);
  const wrong = fault(field);
  const label = item.comment.rule === 'required' ? words.said('survey.remarkNeeded') : html`${words.said('survey.remark')} ${words.said('survey.optional')}`; // prettier-ignore
  return html`<div class="part wide${wrong && ' bad'}"><label for="${field}">${label}</label><p class="hint" id="${field}-help">${words.said('survey.nothingPersonal')} ${words.said('survey.atMost', { max: words.number(commentLength) })}</p>${wrong}${textarea(field, fields[field] ?? '', 3, html` aria-describedby="${field}-help${wrong && ` ${field}-fault`}"`)}</div>`;
}

function textarea(field: string, typed: string, rows: number, described: Described): Html {
  // A line end right after the tag is not part of the text.
  return html`<textarea id="${field}" name="${field}" rows="${rows}"${emptyAsPage}${described}>
${typed}</textarea>`;
}
