import type { Item } from '#instruments';
import { languagesOf } from '#surveys';
import { html, type Html } from '../../pages/html.js';
import type { Entrance } from './entrance.js';
import { framed } from './frame.js';
import { hiddenFields, trap, type Carried } from './hidden.js';
import { workField, type PageWork } from './page-work.js';
import type { Words } from './words.js';

/** What every page of the form is shown with. */
export interface FormState {
  readonly entrance: Entrance;
  readonly words: Words;
  /** All that was typed; where it stands is of this page. */
  readonly carried: Carried;
  /** Something that is wrong with the whole rather than a field: that it could not be sent just now. */
  readonly trouble: Html | null;
  /** What is to be done before it is sent; null: nothing, or this page does not send. */
  readonly work: PageWork | null;
}

/** What is of one page alone. */
export interface FormPage {
  readonly title: string;
  /** Its key, and whether it was gone back to. */
  readonly at: string;
  readonly isChange: boolean;
  /** What is wrong; null: nothing. */
  readonly wrong: Html | null;
  readonly body: Html;
  /** Whose answers it asks for: all others are carried along. */
  readonly items: readonly Item[];
  /** What its one button says. */
  readonly button: 'survey.send' | 'survey.continue';
}

/** A page of the form after its first: back, what is wrong, what it is about, one button. */
export function formPage({ entrance, words, carried, work }: FormState, page: FormPage): string {
  const { campaign } = entrance.place;
  const { title, at, isChange, wrong, items } = page;
  const main = html`${backButton(words)}
${wrong && summary(wrong, words)}
${page.body}
${trap(words.said('survey.trap'), carried.website)}
${hiddenFields(entrance, { ...carried, at, isChange }, items)}
<button class="button" name="go" value="next">${words.said(page.button)}</button>${workField(work, words, carried.work)}`;
  return framed({
    words,
    title: `${wrong ? words.say('survey.error', { title }) : title} – ${words.wordText(campaign.title)}`,
    asker: words.word(campaign.asker),
    switch: { kind: 'form', languages: languagesOf(entrance.place) },
    main,
    action: entrance.action,
    script: work && work.script,
  });
}

/** It stands first on a page, as on paper; Enter never presses it. */
function backButton(words: Words): Html {
  return html`<button class="link back" name="go" value="back">${words.said('survey.back')}</button>`;
}

/** What is wrong, above all else and in the focus. */
function summary(wrong: Html, words: Words): Html {
  return html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary"><h2 id="summary">${words.said('frame.problem')}</h2>${wrong}</div>`;
}
