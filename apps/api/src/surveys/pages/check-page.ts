import { checkPage, isAskable, type SurveyPage } from '#campaigns';
import { html } from '../../pages/html.js';
import { answersOf, answerWords } from './answer-words.js';
import { formPage, type FormState } from './form-page.js';

export interface CheckPage extends FormState {
  readonly pages: readonly SurveyPage[];
}

/** The look at all answers before they are sent, each with a way back to it. */
export function lookPage(page: CheckPage): string {
  const { entrance, words, carried } = page;
  const { compiled } = entrance.place.instrument;
  const answers = answersOf(compiled, carried.fields);
  const rows = page.pages.flatMap(({ key, items }) =>
    items.filter(isAskable).map((item) => {
      const said = answerWords(item, answers[item.code], compiled.instrument, words);
      const name = words.say('survey.changed', { question: words.wordText(item.text) });
      return html`<div class="answer"><dt>${words.word(item.text)}</dt><dd>${said ?? html`<p class="soft">${words.said('survey.unanswered')}</p>`}</dd><dd class="change"><button class="link" name="go" value="to.${key}" aria-label="${name}">${words.said('survey.change')}</button></dd></div>`;
    }),
  );
  return formPage(page, {
    title: words.say('survey.check'),
    at: checkPage,
    isChange: false,
    wrong: page.trouble,
    body: html`<h1>${words.said('survey.check')}</h1>
<p class="lead">${words.said('survey.checkLead')}</p>
<dl class="answers">${rows}</dl>`,
    items: [],
    button: 'survey.send',
  });
}
