import { checkPage, isAskable, type SurveyPage } from '#campaigns';
import { html, type Html } from '../../pages/html.js';
import { answersOf, answerWords } from './answer-words.js';
import { languagesOf, type Entrance } from './entrance.js';
import { framed } from './frame.js';
import { hiddenFields, trap, type Carried } from './hidden.js';
import { workField, type PageWork } from './page-work.js';
import { backButton } from './question-page.js';
import type { Words } from './words.js';

export interface CheckPage {
  readonly entrance: Entrance;
  readonly words: Words;
  readonly pages: readonly SurveyPage[];
  readonly carried: Carried;
  /** What kept it from being sent just now; null: nothing. */
  readonly trouble: Html | null;
  /** What is to be done before it is sent; null: nothing. */
  readonly work: PageWork | null;
}

/** The look at all answers before they are sent, each with a way back to it. */
export function lookPage({ entrance, words, pages, carried, trouble, work }: CheckPage): string {
  const { campaign, instrument } = entrance.place;
  const { compiled } = instrument;
  const answers = answersOf(compiled, carried.fields);
  const rows = pages.flatMap((page) =>
    page.items.filter(isAskable).map((item) => {
      const said = answerWords(item, answers[item.code], compiled.instrument, words);
      const name = words.say('survey.changed', { question: words.wordText(item.text) });
      return html`<div class="answer"><dt>${words.word(item.text)}</dt><dd>${said ?? html`<p class="soft">${words.said('survey.unanswered')}</p>`}</dd><dd class="change"><button class="link" name="go" value="to.${page.key}" aria-label="${name}">${words.said('survey.change')}</button></dd></div>`;
    }),
  );
  const title = words.say('survey.check');
  const main = html`${backButton(words)}
${trouble && html`<div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="summary"><h2 id="summary">${words.said('frame.problem')}</h2>${trouble}</div>`}
<h1>${words.said('survey.check')}</h1>
<p class="lead">${words.said('survey.checkLead')}</p>
<dl class="answers">${rows}</dl>
${trap(words.said('survey.trap'), carried.website)}
${hiddenFields(entrance, { ...carried, at: checkPage, isChange: false }, [])}
<button class="button" name="go" value="next">${words.said('survey.send')}</button>${workField(work, words, carried.work)}`;
  return framed({
    words,
    title: `${trouble ? words.say('survey.error', { title }) : title} – ${words.wordText(campaign.title)}`,
    asker: words.word(campaign.asker),
    switch: { kind: 'form', languages: languagesOf(entrance.place) },
    main,
    action: entrance.action,
    script: work && work.script,
  });
}
