import type { SurveyForm } from '../../../api/src/surveys/kiosk/survey-form.js';
import { button, el, type Child } from '../element.js';
import { nameOfLanguage, type Words } from '../words.js';

/** What stands around every screen of the survey. */
export interface Frame {
  readonly words: Words;
  readonly form: SurveyForm;
  readonly onLanguage: (tag: string) => void;
  readonly onStaff: () => void;
}

/** A whole screen: who asks about what, the languages, the question, and the way in for staff. */
export function framed(
  { words, form, onLanguage, onStaff }: Frame,
  look: string,
  ...main: readonly Child[]
): HTMLElement {
  const { names, consent } = form;
  const about = [names.centre ?? names.agency, names.service].flatMap((name) => (name ? [words.word(name)] : []));
  const asker = el('div', { class: 'asker' }, el('p', {}, words.word(form.asker)), el('p', {}, about.join(' · ')));
  const languages = form.languages.map((tag) => {
    const set = { type: 'button', lang: tag, 'aria-current': tag === words.language && 'true' };
    return el('button', { class: 'language', set, onClick: () => onLanguage(tag) }, nameOfLanguage(tag));
  });
  const bar = el('nav', { class: 'languages', set: { 'aria-label': words.say('kiosk.language') } }, ...languages);
  const foot = el(
    'footer',
    {},
    el('p', {}, words.word(consent.text)),
    button(words.say('kiosk.staff'), onStaff, 'staff'),
  );
  return el(
    'div',
    { class: 'screen' },
    el('header', {}, asker, languages.length > 1 && bar),
    el('main', { class: look }, ...main),
    foot,
  );
}

/** The heading of a screen; it takes the focus when the screen appears, so that it is read out. */
export function heading(...words: readonly Child[]): HTMLElement {
  return el('h1', { set: { tabindex: '-1' } }, ...words);
}
