import { endsWithCheck, isAskable, progressOf, type PageFault, type ShownPage } from '#campaigns';
import type { Item } from '#instruments';
import { html, type Html } from '../../pages/html.js';
import { languagesOf, type Entrance } from './entrance.js';
import { faultWords } from './fault-words.js';
import { framed } from './frame.js';
import { hiddenFields, trap, type Carried } from './hidden.js';
import { itemMarkup } from './item-markup.js';
import { workField, type PageWork } from './page-work.js';
import type { Words } from './words.js';

/** What a page of questions needs. */
export interface QuestionPage {
  readonly entrance: Entrance;
  readonly words: Words;
  readonly turn: ShownPage;
  /** All that was typed; where it stands is of this page. */
  readonly carried: Carried;
  /** Something that is wrong with the whole rather than a field: that it could not be sent just now. */
  readonly trouble: Html | null;
  /** What is to be done before it is sent; null: nothing, or this page does not send. */
  readonly work: PageWork | null;
}

/** A page of questions: back, how far, the question as the heading, one button. */
export function questionPage(page: QuestionPage): string {
  const { entrance, words, turn, carried, trouble, work } = page;
  const { campaign } = entrance.place;
  const { section, items } = turn.page;
  const asked = items.filter(isAskable);
  const alone = isByItem(page) ? asked[0] : undefined;
  const isWrong = turn.faults.length > 0 || trouble !== null;
  const title = words.wordText(alone?.text ?? section.title);
  const main = html`${backButton(words)}
${isWrong && summary(page, asked.length > 1)}
${caption(page)}
${!alone && html`<h1>${words.word(section.title)}</h1>`}
${turn.page.isFirstOfSection && section.intro && html`<p class="lead">${words.word(section.intro)}</p>`}
${turn.added !== null && html`<p class="lead" role="status">${words.said('survey.added')}</p>`}
${items.map((item) => itemMarkup(shownItem(page, item, alone)))}
${trap(words.said('survey.trap'), carried.website)}
${hiddenFields(entrance, { ...carried, at: turn.page.key, isChange: turn.isChange }, items)}
<button class="button" name="go" value="next">${words.said(isLast(page) ? 'survey.send' : 'survey.continue')}</button>${workField(work, words, carried.work)}`;
  return framed({
    words,
    title: `${isWrong ? words.say('survey.error', { title }) : title} – ${words.wordText(campaign.title)}`,
    asker: words.word(campaign.asker),
    switch: { kind: 'form', languages: languagesOf(entrance.place) },
    main,
    action: entrance.action,
    script: work && work.script,
  });
}

/** It stands first on a page, as on paper; Enter never presses it. */
export function backButton(words: Words): Html {
  return html`<button class="link back" name="go" value="back">${words.said('survey.back')}</button>`;
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

/** What is wrong, above all else and in the focus, with a link to each field. */
function summary({ turn, words, carried, trouble }: QuestionPage, isLong: boolean): Html {
  const link = (fault: PageFault) => {
    const question = isLong && html`<span class="which">${words.word(fault.item.text)}</span> `;
    return html`<li><a href="#${fault.field}">${question}${faultWords(fault, words, carried.fields)}</a></li>`;
  };
  return html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary"><h2 id="summary">${words.said('frame.problem')}</h2>${
    trouble ?? html`<ul>${turn.faults.map(link)}</ul>`
  }</div>`;
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
