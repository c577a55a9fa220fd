import type { Problem, ProblemCode, TextKey } from '#contract';
import { html, type Html } from '../../pages/html.js';
import type { SurveyPlace } from '#surveys';
import { framed, type Switch } from './frame.js';
import type { Words } from './words.js';

interface Closing {
  readonly words: Words;
  /** Null: nobody knows what was asked for. */
  readonly place: SurveyPlace | null;
  readonly switch: Switch;
}

/** The last page. The same for whoever sends again. */
export function thanksPage({ words, place, switch: other }: Closing, isAgain: boolean): string {
  const main = html`<div class="done"><svg class="tick" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="12" r="11"/><path d="M7 12.5l3.5 3.5L17 9"/></svg>
<h1>${words.said('survey.thanks')}</h1>
<p class="lead">${words.said(isAgain ? 'survey.thanksAgain' : 'survey.thanksLead')}</p></div>
<p>${words.said('survey.thanksClose')}</p>`;
  return closing({ words, place, switch: other }, words.say('survey.thanks'), main);
}

const headings: Partial<Record<ProblemCode, TextKey>> = {
  'campaign.notOpen': 'survey.notNow',
  'campaign.notYetOpen': 'survey.notNow',
  'campaign.over': 'survey.over',
  'campaign.enough': 'survey.enough',
  'response.wayUnknown': 'survey.unknown',
  'invitation.unknown': 'survey.unknown',
  'invitation.used': 'survey.used',
  'invitation.expired': 'survey.expired',
};

/** Why nothing can be answered here, in friendly words, and what to do. */
export function refusalPage(page: Closing, problem: Problem, wasSent: boolean): string {
  const { words, place } = page;
  const title = words.say(headings[problem.code] ?? 'frame.problem');
  const lines: Html[] = [words.said(`problem.${problem.code}`, problem.details.params)];
  if (problem.code === 'campaign.notYetOpen' && place) lines.push(words.said('survey.opens', { date: words.day(place.campaign.opens) })); // prettier-ignore
  if (wasSent && problem.code !== 'invitation.used') lines.push(words.said('survey.notStored'));
  if (place) lines.push(words.said('survey.askedBy', { asker: `\u2068${words.wordText(place.campaign.asker)}\u2069` }));
  const main = html`<h1>${title}</h1>${lines.map((line) => html`<p class="lead">${line}</p>`)}`;
  return closing(page, title, main);
}

function closing({ words, place, switch: other }: Closing, title: string, main: Html): string {
  const of = place && words.wordText(place.campaign.title);
  return framed({
    words,
    title: of ? `${title} – ${of}` : title,
    asker: place && words.word(place.campaign.asker),
    switch: other,
    main,
    action: null,
  });
}
