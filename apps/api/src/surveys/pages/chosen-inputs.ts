import { fieldOf, moodOf, optionsInOrder, reasonsOf, reasonValue, scaleOf } from '#campaigns';
import type { Item, Option, Scale } from '#instruments';
import { html, type Html } from '../../pages/html.js';
import { checkboxes, radios, select, type ShownOption } from './options.js';
import { face, stars } from './scale-pictures.js';
import type { ShownItem } from './shown-item.js';
import type { Words } from './words.js';

type Kind<Type extends Item['type']> = Extract<Item, { type: Type }>;

/** More options than this open from a list. */
const mostRadios = 15;

/** As many short ones stand in a row, as the eleven of a recommendation do. */
const mostTiles = 11;

/** One of some options: yes or no, a scale, or a choice. */
export function oneOf(shown: ShownItem<Kind<'yesNo' | 'scale' | 'choice'>>): Html {
  const { item, words, fields } = shown;
  const field = fieldOf(item.code);
  const chosen = fields[field] ?? '';
  const { options, look } = choosable(shown);
  if (options.length > mostRadios) {
    const all = { options: [...options, ...reasons(shown)], chosen };
    return select(
      field,
      field,
      html`<span class="unseen">${words.word(item.text)}</span>`,
      words.say('survey.choose'),
      all,
    );
  }
  // Who answered can take it back; who did not leaves it so.
  const none = !item.required && chosen !== '' ? [{ value: '', text: words.said('survey.none') }] : [];
  const more = [...reasons(shown), ...none];
  return html`${radios({ field, options, chosen, look })}${
    more.length > 0 &&
    html`<p class="or">${words.said('survey.or')}</p>${radios({ field, options: more, chosen: chosen || '-', isMore: true })}`
  }`;
}

/** Some of the options. */
export function someOf({ item, words, fields }: ShownItem<Kind<'choices'>>): Html {
  const field = fieldOf(item.code);
  const options = item.options.map(({ code, text }) => ({
    value: code,
    text: words.word(text),
    isChosen: (fields[`${field}.${code}`] ?? '') !== '',
  }));
  return html`${item.min === 0 && html`<input type="hidden" name="${field}" value="">`}${checkboxes(field, options)}`;
}

/** One option of a scale for each row. */
export function grid(shown: ShownItem<Kind<'matrix'>>, fault: (field: string) => Html | null): Html {
  const { item, instrument, words, fields } = shown;
  const scale = scaleOf(item, instrument.scales);
  const rows = item.rows.map(({ code, text }) => {
    const field = fieldOf(item.code, code);
    const wrong = fault(field);
    const group = scale && radios({ field, chosen: fields[field] ?? '', ...ofScale(scale, shown) });
    return html`<fieldset class="row${wrong && ' bad'}"${wrong && html` aria-describedby="${field}-fault"`}><legend>${words.word(text)}</legend>${wrong}${group}</fieldset>`;
  });
  return html`${rows}`;
}

/** An order: which stands first, second and so on. */
export function order({ item, words, fields }: ShownItem<Kind<'ranking'>>): Html {
  const options = item.options.map(({ code, text }) => ({ value: code, text: html`${words.wordText(text)}` }));
  const ranks = Array.from({ length: item.ranks ?? item.options.length }, (_, at) => {
    const name = fieldOf(item.code, String(at + 1));
    const label = words.said('survey.rank', { n: words.number(at + 1) });
    return select(at === 0 ? fieldOf(item.code) : name, name, label, words.say('survey.choose'), { options, chosen: fields[name] ?? '' }); // prettier-ignore
  });
  return html`<div class="parts">${ranks}</div>`;
}

function choosable(shown: ShownItem<Kind<'yesNo' | 'scale' | 'choice'>>): Look {
  const { item, instrument, words } = shown;
  if (item.type === 'yesNo') {
    return { options: [{ value: 'yes', text: words.said('survey.yes') }, { value: 'no', text: words.said('survey.no') }], look: '' }; // prettier-ignore
  }
  if (item.type === 'choice') return { options: item.options.map((option) => ofOption(option, words)), look: '' };
  const scale = scaleOf(item, instrument.scales);
  return scale ? ofScale(scale, shown) : { options: [], look: '' };
}

interface Look {
  readonly options: readonly ShownOption[];
  readonly look: string;
}

function ofScale(scale: Scale, { campaign, words }: Pick<ShownItem, 'campaign' | 'words'>): Look {
  const options = optionsInOrder(scale, campaign.scaleOrder).map((option) => {
    const picture = pictureOf(scale, option.code);
    return { ...ofOption(option, words), ...(picture && { picture }) };
  });
  const areShort =
    scale.options.length <= mostTiles && scale.options.every(({ text }) => words.wordText(text).length <= 3);
  return { options, look: scale.kind === 'smiley' ? 'faces' : areShort ? 'tiles' : '' };
}

function pictureOf(scale: Scale, code: string): Html | null {
  const mood = moodOf(scale, code);
  if (scale.kind === 'smiley') return face(mood);
  const all = scale.options.length;
  return scale.kind === 'star' ? stars(Math.round(mood * (all - 1)) + 1, all) : null;
}

function ofOption({ code, text }: Pick<Option, 'code' | 'text'>, words: Words): ShownOption {
  return { value: code, text: words.word(text) };
}

function reasons({ item, instrument, words }: ShownItem): readonly ShownOption[] {
  return reasonsOf(item, instrument).map(({ code, text }) => ({ value: reasonValue(code), text: words.word(text) }));
}
