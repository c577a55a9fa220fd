import { choiceMarkers, fieldNamesOf, startPage, type Fields } from '#campaigns';
import type { Item } from '#instruments';
import { html, type Html } from '../../pages/html.js';
import type { Entrance } from './entrance.js';
import type { PostedForm } from './posted-form.js';

/** What a form carries on beside the answers. */
export interface Carried extends Pick<PostedForm, 'language' | 'stamp' | 'consent' | 'website' | 'work' | 'fields'> {
  readonly at: string;
  readonly isChange: boolean;
}

/** A form as it begins. */
export function begun(language: string, stamp: string, consent: number): Carried {
  return { language, stamp, consent, website: '', work: '', fields: {}, at: startPage, isChange: false };
}

/** Everything that was typed on other pages, and where this form stands, as fields that are not shown. */
export function hiddenFields({ place, token }: Entrance, carried: Carried, shown: readonly Item[]): Html {
  const { instrument } = place.instrument.compiled;
  const here = new Set(shown.flatMap((item) => fieldNamesOf(item, instrument)));
  const markers = choiceMarkers(instrument);
  const answers: Fields = Object.fromEntries(
    Object.entries(carried.fields).filter(([name, text]) => !here.has(name) && (text !== '' || markers.has(name))),
  );
  const own = {
    page: carried.at,
    language: carried.language,
    stamp: carried.stamp,
    consent: String(carried.consent),
    shown: shown.map(({ code }) => code).join(' '),
    change: carried.isChange ? '1' : '',
    token: token ?? '',
  };
  return html`${Object.entries({ ...own, ...answers }).map(
    ([name, value]) =>
      (value !== '' || markers.has(name)) && html`<input type="hidden" name="${name}" value="${value}">`,
  )}`;
}

/** A field that people neither see, reach nor hear; a program that fills all fields fills it. */
export function trap(label: Html, value: string): Html {
  return html`<div class="trap" aria-hidden="true"><label for="website">${label}</label><input id="website" name="website" type="text" value="${value}" tabindex="-1" autocomplete="off"></div>`;
}
