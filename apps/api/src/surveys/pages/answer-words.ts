import { askedSheet, clockOf, reasonsOf, scaleOf, sheetFrom, type Fields } from '#campaigns';
import type { AnswerSheet, CompiledInstrument, Given, Instrument, Item } from '#instruments';
import { html, type Html } from '../../pages/html.js';
import type { Words } from './words.js';

/** The answers of a form to what is asked now. */
export function answersOf(compiled: CompiledInstrument, fields: Fields): AnswerSheet['answers'] {
  return askedSheet(compiled, sheetFrom(compiled, fields)).answers;
}

/** What was answered, as a person reads it; null: nothing was. */
export function answerWords(item: Item, given: Given | undefined, instrument: Instrument, words: Words): Html | null {
  const lines = [...linesOf(item, given, instrument, words)];
  if (given?.comment) lines.push(typed(given.comment));
  return lines.length > 0 ? html`${lines.map((line) => html`<p>${line}</p>`)}` : null;
}

function linesOf(item: Item, given: Given | undefined, instrument: Instrument, words: Words): readonly Html[] {
  const { value, notApplicable } = given ?? {};
  if (notApplicable !== undefined) {
    const reason = reasonsOf(item, instrument).find(({ code }) => code === notApplicable);
    return reason ? [words.word(reason.text)] : [];
  }
  if (value === undefined) return [];
  const option = (code: string) => optionWords(item, code, instrument, words);
  if (Array.isArray(value)) {
    const codes = value as readonly string[];
    return item.type === 'ranking'
      ? codes.map((code, at) => html`${words.number(at + 1)}. ${option(code)}`)
      : codes.map(option);
  }
  if (item.type === 'timePair' && typeof value === 'object') return endsOf(item, value, words);
  if (typeof value === 'object') return 'rows' in value ? rowsOf(item, value.rows, option, words) : [];
  if (typeof value === 'number') return [html`${words.number(value)}${unitOf(item, words)}`];
  if (item.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value)))
    return [html`${words.day(String(value), 'gregory')}`];
  if (item.type === 'text' || item.type === 'time') return [typed(item.type === 'time' ? words.digits(String(value)) : String(value))]; // prettier-ignore
  return [option(String(value))];
}

/** What a number counts, as beside its field. */
function unitOf(item: Item, words: Words): Html | null {
  if (item.type === 'money') return html` ${words.currency(item.currency)}`;
  return item.type === 'number' && item.unit ? html` ${words.word(item.unit)}` : null;
}

function endsOf(item: Extract<Item, { type: 'timePair' }>, value: object, words: Words): readonly Html[] {
  const given = value as { readonly from?: string; readonly to?: string };
  return (['from', 'to'] as const).flatMap((end) => {
    const at = given[end];
    return at === undefined ? [] : [html`${words.word(item[end])}: ${typed(words.digits(clockOf(at)))}`];
  });
}

function rowsOf(
  item: Item,
  rows: Readonly<Record<string, string>>,
  option: (code: string) => Html,
  words: Words,
): readonly Html[] {
  const all = item.type === 'matrix' ? item.rows : [];
  return all.flatMap(({ code, text }) => (rows[code] ? [html`${words.word(text)}: ${option(rows[code])}`] : []));
}

function optionWords(item: Item, code: string, instrument: Instrument, words: Words): Html {
  if (item.type === 'yesNo') return code === 'yes' ? words.said('survey.yes') : words.said('survey.no');
  const scale = item.type === 'scale' || item.type === 'matrix' ? scaleOf(item, instrument.scales) : undefined;
  const options = scale?.options ?? ('options' in item ? item.options : []);
  const found = options.find((one) => one.code === code);
  return found ? words.word(found.text) : html`${code}`;
}

/** What somebody wrote runs in its own direction. */
function typed(text: string): Html {
  return html`<span class="typed" dir="auto">${text}</span>`;
}
