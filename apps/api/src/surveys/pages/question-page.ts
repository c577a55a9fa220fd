import { endsWithCheck, isAskable, progressOf, type PageFault, type ShownPage } from '#campaigns';
import type { Item } from '#instruments';
import { html, type Html } from '../../pages/html.js';
import { faultWords } from './fault-words.js';
import { formPage, type FormState } from './form-page.js';
import { itemMarkup } from './item-markup.js';

/** What a page of questions needs. */
export interface QuestionPage extends FormState {
  readonly turn: ShownPage;
}

/** A page of questions: how far, the question as the heading. */
export function questionPage(page: QuestionPage): string {
  const { words, turn } = page;
  const { section, items } = turn.page;
  const asked = items.filter(isAskable);
  const alone = isByItem(page) ? asked[0] : undefined;
  return formPage(page, {
    title: words.wordText(alone?.text ?? section.title),
    at: turn.page.key,
    isChange: turn.isChange,
    wrong: wrongIn(page, asked.length > 1),
    body: html`${caption(page)}
${!alone && html`<h1>${words.word(section.title)}</h1>`}
${turn.page.isFirstOfSection && section.intro && html`<p class="lead">${words.word(section.intro)}</p>`}
${turn.added !== null && html`<p class="lead" role="status">${words.said('survey.added')}</p>`}
${items.map((item) => itemMarkup(shownItem(page, item, alone)))}`,
    items,
    button: isLast(page) ? 'survey.send' : 'survey.continue',
  });
}

function shownItem({ entrance, words, turn, carried }: QuestionPage, item: Item, alone: Item | undefined) {
  const { campaign, instrument } = entrance.place;
  return {
    item,
    instrument: instrument.compiled.instrument,
    campaign,
    words,
    fields: carried.fields,
    faults: turn.faults.filter((fault) => fault.item === item),
    isAlone: item === alone,
    isAdded: turn.added === item.code,
  };
}

/** What is wrong: with the whole, or by a link to each field; null: nothing. */
function wrongIn({ turn, words, carried, trouble }: QuestionPage, isLong: boolean): Html | null {
  if (trouble !== null || turn.faults.length === 0) return trouble;
  const link = (fault: PageFault) => {
    const question = isLong && html`<span class="which">${words.word(fault.item.text)}</span> `;
    return html`<li><a href="#${fault.field}">${question}${faultWords(fault, words, carried.fields)}</a></li>`;
  };
  return html`<ul>${turn.faults.map(link)}</ul>`;
}

function caption(page: QuestionPage): Html {
  const { words, turn, entrance } = page;
  const { at, of } = progressOf(turn.pages, turn.page.key);
  const count = words.said(isByItem(page) ? 'survey.question' : 'survey.page', { at: words.number(at), of: words.number(of) }); // prettier-ignore
  const isPart = isByItem(page) && entrance.place.instrument.compiled.instrument.sections.length > 1;
  return html`<p class="caption">${count}${isPart && html` <span class="part-of">${words.word(turn.page.section.title)}</span>`}</p>`;
}

function isByItem({ entrance }: QuestionPage): boolean {
  return entrance.place.instrument.compiled.instrument.presentation?.page === 'item';
}

function isLast({ entrance, turn }: QuestionPage): boolean {
  return (
    turn.pages.at(-1)?.key === turn.page.key && !turn.isChange && !endsWithCheck(entrance.place.instrument.compiled)
  );
}
